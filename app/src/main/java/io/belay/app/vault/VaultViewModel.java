package io.belay.app.vault;

import io.belay.app.fx.Background;
import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Ui;
import io.belay.base.WalletException;
import io.belay.core.store.AccountEntry;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One thing at a time with the open vault: words, a key's export, its password, a backup.
public final class VaultViewModel {
  private static final int SHORTEST = 8;

  /// What is being done.
  public enum Task {
    /// Nothing yet.
    NONE,
    /// The recovery words are shown.
    WORDS,
    /// A key goes to a keystore file.
    EXPORT,
    /// Another password.
    PASSWORD,
    /// Everything in one file.
    BACKUP
  }

  private final Ui ui;
  private final VaultDesk desk;
  private final Runnable lock;
  private final ObjectProperty<Task> task = new SimpleObjectProperty<>(Task.NONE);
  private final ObjectProperty<List<char[]>> words = new SimpleObjectProperty<>(List.of());
  private final StringProperty folder = new SimpleStringProperty(home());
  private final StringProperty problem = new SimpleStringProperty("");
  private final StringProperty notice = new SimpleStringProperty("");
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final DoubleProperty progress = new SimpleDoubleProperty(-1);
  private Optional<Running> running = Optional.empty();

  /// @param lock locks the vault
  public VaultViewModel(Ui ui, VaultDesk desk, Runnable lock) {
    this.ui = ui;
    this.desk = desk;
    this.lock = lock;
  }

  private static String home() {
    return System.getProperty("user.home", "");
  }

  /// The vault's name.
  public String name() {
    return desk.name();
  }

  /// The accounts whose key is here.
  public List<AccountEntry> accounts() {
    return desk.accounts().get().stream().filter(entry -> !entry.isWatched()).toList();
  }

  /// What is being done.
  public ReadOnlyObjectProperty<Task> task() {
    return task;
  }

  /// The words while they are shown; else none.
  public ReadOnlyObjectProperty<List<char[]>> words() {
    return words;
  }

  /// Where files are made.
  public StringProperty folder() {
    return folder;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// What was done, or blank.
  public ReadOnlyStringProperty notice() {
    return notice;
  }

  /// Whether something is under way.
  public ReadOnlyBooleanProperty busy() {
    return busy;
  }

  /// How far it is, 0 to 1; negative where that is not told.
  public ReadOnlyDoubleProperty progress() {
    return progress;
  }

  /// Turns to something else; words that were shown are wiped.
  public void turn(Task next) {
    if (busy.get()) {
      return;
    }
    hide();
    problem.set("");
    notice.set("");
    task.set(next);
  }

  /// Shows the words; the password is wiped whatever comes of it.
  public void reveal(char[] password) {
    start(() -> wiping(() -> desk.words(password), password), words::set, password);
  }

  /// Wipes the words that are shown.
  public void hide() {
    words.get().forEach(word -> Arrays.fill(word, ' '));
    words.set(List.of());
  }

  /// Sets another password and locks; all characters are wiped whatever comes of it.
  public void changePassword(char[] old, char[] next, char[] again) {
    if (isRefused(next, again, old)) {
      return;
    }
    start(
        () ->
            wiping(
                () -> {
                  desk.changePassword(old, next);
                  return true;
                },
                old,
                next),
        changed -> lock.run(),
        old,
        next);
  }

  /// Exports a key; all characters are wiped whatever comes of it.
  public void export(AccountEntry account, char[] password, char[] next, char[] again) {
    if (isRefused(next, again, password)) {
      return;
    }
    String where = folder.get().strip();
    start(
        () ->
            wiping(
                () -> desk.exportKeystore(account, password, next, Path.of(where), this::reached),
                password,
                next),
        file -> done("vault.exported", file),
        password,
        next);
  }

  /// Makes a backup; all characters are wiped whatever comes of it.
  public void backup(char[] next, char[] again) {
    if (isRefused(next, again)) {
      return;
    }
    String where = folder.get().strip();
    start(
        () -> wiping(() -> desk.backup(next, Path.of(where)), next),
        file -> done("vault.backed-up", file),
        next);
  }

  private void done(String key, Path file) {
    task.set(Task.NONE);
    notice.set(ui.text(key, file.toString()));
  }

  /// Whether a new password does not do; then everything is wiped.
  private boolean isRefused(char[] next, char[] again, char[]... others) {
    String wrong = "";
    if (next.length < SHORTEST) {
      wrong = ui.text("create.password.short", SHORTEST);
    } else if (!Arrays.equals(next, again)) {
      wrong = ui.text("create.password.differs");
    }
    problem.set(wrong);
    Arrays.fill(again, ' ');
    if (!wrong.isEmpty()) {
      Arrays.fill(next, ' ');
      wipe(others);
    }
    return !wrong.isEmpty();
  }

  private static void wipe(char[]... secrets) {
    for (char[] secret : secrets) {
      Arrays.fill(secret, ' ');
    }
  }

  private static <T> T wiping(Background.Job<T> job, char[]... secrets)
      throws InterruptedException {
    try {
      return job.run();
    } finally {
      wipe(secrets);
    }
  }

  /// @param secrets wiped where the job does not even start
  private <T> void start(Background.Job<T> job, Consumer<T> then, char[]... secrets) {
    if (busy.get()) {
      wipe(secrets);
      return;
    }
    problem.set("");
    progress.set(-1);
    busy.set(true);
    running =
        Optional.of(
            ui.background()
                .run(
                    job,
                    result -> {
                      busy.set(false);
                      then.accept(result);
                    },
                    this::failed));
  }

  private void reached(double part) {
    ui.background().onUi(() -> progress.set(part));
  }

  private void failed(WalletException e) {
    busy.set(false);
    problem.set(ui.words().error(e));
  }

  /// Stops what is under way.
  public void cancel() {
    running.ifPresent(Running::cancel);
    running = Optional.empty();
    busy.set(false);
  }

  /// Stops everything and wipes what is shown.
  public void close() {
    cancel();
    turn(Task.NONE);
  }
}

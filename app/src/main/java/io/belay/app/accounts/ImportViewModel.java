package io.belay.app.accounts;

import io.belay.app.control.Checked;
import io.belay.app.fx.Background;
import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.store.AccountEntry;
import io.belay.core.track.ChainSession;
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
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Brings an account of another wallet here, or an address to watch.
public final class ImportViewModel {
  /// What is brought.
  public enum Kind {
    /// A private key.
    KEY,
    /// A keystore file and its password.
    KEYSTORE,
    /// An address without its key.
    WATCH,
    /// Accounts of the vault's own words that were used before.
    DISCOVER
  }

  private final Ui ui;
  private final AccountDesk desk;
  private final ChainSession session;
  private final Consumer<String> done;
  private final StringProperty looked = new SimpleStringProperty("");
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.KEY);
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty file = new SimpleStringProperty("");
  private final StringProperty address = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final DoubleProperty progress = new SimpleDoubleProperty();
  private Optional<Running> running = Optional.empty();

  /// @param session tells whether an address was used
  /// @param done told what came of it, in words
  public ImportViewModel(Ui ui, AccountDesk desk, ChainSession session, Consumer<String> done) {
    this.ui = ui;
    this.desk = desk;
    this.session = session;
    this.done = done;
  }

  /// What is brought.
  public ObjectProperty<Kind> kind() {
    return kind;
  }

  /// The account's name; blank for a usual one.
  public StringProperty name() {
    return name;
  }

  /// The keystore file.
  public StringProperty file() {
    return file;
  }

  /// The address to watch.
  public StringProperty address() {
    return address;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Whether something is under way.
  public ReadOnlyBooleanProperty busy() {
    return busy;
  }

  /// How far it is, 0 to 1.
  public ReadOnlyDoubleProperty progress() {
    return progress;
  }

  /// Imports a private key; the characters are wiped whatever comes of it.
  public void importKey(char[] hex) {
    String called = called();
    start(
        () -> {
          try {
            return desk.importKey(hex, called);
          } finally {
            Arrays.fill(hex, ' ');
          }
        },
        hex);
  }

  /// Imports the keystore file's key; the password is wiped whatever comes of it.
  public void importKeystore(char[] password) {
    if (file.get().isBlank()) {
      Arrays.fill(password, ' ');
      problem.set(ui.text("import.file.missing"));
      return;
    }
    String path = file.get().strip();
    String called = called();
    start(
        () -> {
          try {
            return desk.importKeystore(Path.of(path), password, called, this::reached);
          } finally {
            Arrays.fill(password, ' ');
          }
        },
        password);
  }

  private void reached(double part) {
    ui.background().onUi(() -> progress.set(part));
  }

  /// Lists the address.
  public void watch() {
    Checked<Address> read = Checked.address(address.get(), ui.words());
    if (read.value().isEmpty()) {
      problem.set(read.problem().isEmpty() ? ui.text("import.address.missing") : read.problem());
      return;
    }
    Address chosen = read.value().get();
    String called = called();
    start(() -> desk.watch(chosen, called), new char[0]);
  }

  /// How many addresses were looked at, in words, or blank.
  public ReadOnlyStringProperty looked() {
    return looked;
  }

  /// Looks for accounts of the vault's own words that were used before.
  public void discover() {
    if (busy.get()) {
      return;
    }
    problem.set("");
    looked.set("");
    progress.set(-1);
    busy.set(true);
    running = Optional.of(ui.background().run(this::lookAround, this::found, this::failed));
  }

  private List<AccountEntry> lookAround() throws InterruptedException {
    session.refresh(); // an account used a moment ago counts
    return desk.discover(session::isUsed, this::lookedAt);
  }

  private void lookedAt(int count) {
    ui.background().onUi(() -> looked.set(ui.text("import.looked", count)));
  }

  private void found(List<AccountEntry> accounts) {
    busy.set(false);
    String names = String.join(", ", accounts.stream().map(AccountEntry::name).toList());
    done.accept(accounts.isEmpty() ? ui.text("import.found.none") : ui.text("import.found", names));
  }

  private String called() {
    if (!name.get().isBlank()) {
      return name.get().strip();
    }
    List<AccountEntry> all = desk.accounts().get();
    long watched = all.stream().filter(AccountEntry::isWatched).count();
    return kind.get() == Kind.WATCH
        ? ui.text("import.watched", watched + 1)
        : ui.text("accounts.default", all.size() - watched + 1);
  }

  /// @param secret wiped where the job does not even start
  private void start(Background.Job<AccountEntry> job, char[] secret) {
    if (busy.get()) {
      Arrays.fill(secret, ' ');
      return;
    }
    problem.set("");
    progress.set(0);
    busy.set(true);
    running = Optional.of(ui.background().run(job, this::imported, this::failed));
  }

  private void imported(AccountEntry entry) {
    busy.set(false);
    done.accept(ui.text(entry.isWatched() ? "import.done.watched" : "import.done", entry.name()));
  }

  private void failed(WalletException e) {
    busy.set(false);
    problem.set(ui.words().error(e));
  }

  /// Stops what is under way; files stay as they are.
  public void cancel() {
    running.ifPresent(Running::cancel);
    running = Optional.empty();
    busy.set(false);
  }
}

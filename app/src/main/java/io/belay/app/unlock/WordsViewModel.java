package io.belay.app.unlock;

import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Handover;
import io.belay.app.fx.Ui;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.keystore.hd.PhraseCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Makes a vault of recovery words that the user has, which are judged while they are typed.
public final class WordsViewModel {
  private final Ui ui;
  private final VaultDoor door;
  private final NewVaultForm form;
  private final Consumer<Opened> opened;
  private final Runnable left;
  private final StringProperty told = new SimpleStringProperty("");
  private final Handover<Opened> handover = new Handover<>();
  private Optional<Running> looking = Optional.empty();
  private Optional<Running> running = Optional.empty();
  private List<String> before = List.of();

  /// @param opened told once the vault is open
  /// @param left told where the making was stopped too late: the vault is there, locked
  WordsViewModel(Ui ui, VaultDoor door, NewVaultForm form, Consumer<Opened> opened, Runnable left) {
    this.ui = ui;
    this.door = door;
    this.form = form;
    this.opened = opened;
    this.left = left;
  }

  /// What is said of the words typed so far, or blank.
  public ReadOnlyStringProperty told() {
    return told;
  }

  /// Looks at the words typed so far; the characters are wiped.
  public void typed(char[] words) {
    looking.ifPresent(Running::cancel);
    looking =
        Optional.of(
            ui.background()
                .run(() -> look(words), check -> told.set(said(check)), e -> told.set("")));
  }

  private static PhraseCheck look(char[] words) {
    try {
      return PhraseCheck.of(words);
    } finally {
      Arrays.fill(words, ' ');
    }
  }

  private String said(PhraseCheck check) {
    if (check.count() == 0) {
      return "";
    }
    if (check.fits()) {
      return ui.text("restore.fits", check.count(), check.language().title());
    }
    // the last word may be half typed
    List<Integer> wrong = check.unknown().stream().filter(place -> place < check.count()).toList();
    return wrong.isEmpty()
        ? ui.text("restore.count", check.count())
        : ui.text("restore.unknown", wrong.getFirst(), check.language().title());
  }

  /// Makes the vault; all characters are wiped whatever comes of it.
  public void restore(char[] password, char[] again, char[] words, char[] passphrase) {
    if (!form.starts(password, again, words, passphrase)) {
      return;
    }
    String name = form.name().get().strip();
    before = door.names();
    running =
        Optional.of(
            ui.background()
                .run(() -> make(name, password, words, passphrase), this::made, form::failed));
  }

  private Opened make(String name, char[] password, char[] words, char[] passphrase)
      throws InterruptedException {
    try {
      return handover.offer(door.restore(name, password, words, passphrase), Opened::close);
    } finally {
      NewVaultForm.wipe(password, words, passphrase);
    }
  }

  private void made(Opened vault) {
    handover.take();
    form.ended();
    opened.accept(vault);
  }

  /// Stops the making. A vault that was written by then stays, locked.
  public void cancel() {
    running.ifPresent(Running::cancel);
    running = Optional.empty();
    handover.take().ifPresent(Opened::close);
    form.ended();
    if (!door.names().equals(before)) {
      left.run();
      return;
    }
    List<String> then = before;
    ui.background()
        .run(
            door::reload,
            now -> {
              if (!now.equals(then)) {
                left.run();
              }
            },
            e -> {}); // then the next page finds out
  }
}

package io.belay.app.unlock;

import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Ui;
import io.belay.app.unlock.VaultDoor.Restorable;
import io.belay.base.WalletException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Brings in a backup of everything, where there is nothing yet. Opening it can be stopped; what it
/// writes after that takes a moment and is not cut in two.
public final class BackupViewModel {
  private final Ui ui;
  private final VaultDoor door;
  private final Runnable restored;
  private final StringProperty file = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final BooleanProperty opening = new SimpleBooleanProperty();
  private Optional<Running> running = Optional.empty();

  /// @param restored told once the vaults of the backup are there
  public BackupViewModel(Ui ui, VaultDoor door, Runnable restored) {
    this.ui = ui;
    this.door = door;
    this.restored = restored;
    if (!door.names().isEmpty()) {
      problem.set(ui.text("error.data-exists")); // said before a password is typed
    }
  }

  /// The backup's file.
  public StringProperty file() {
    return file;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Whether something is under way.
  public ReadOnlyBooleanProperty busy() {
    return busy;
  }

  /// Whether the key is being derived, which can be stopped.
  public ReadOnlyBooleanProperty opening() {
    return opening;
  }

  /// Opens the backup and brings in what it holds; the password is wiped whatever comes of it.
  public void restore(char[] password) {
    Optional<Path> path = path();
    if (busy.get() || path.isEmpty()) {
      Arrays.fill(password, ' ');
      return;
    }
    problem.set("");
    busy.set(true);
    opening.set(true);
    running =
        Optional.of(
            ui.background().run(() -> open(path.get(), password), this::opened, this::failed));
  }

  private Optional<Path> path() {
    try {
      String typed = file.get().strip();
      if (!typed.isEmpty()) {
        return Optional.of(Path.of(typed));
      }
    } catch (InvalidPathException e) {
      problem.set(ui.text("error.backup-unreadable"));
      return Optional.empty();
    }
    problem.set(ui.text("import.file.missing"));
    return Optional.empty();
  }

  private Restorable open(Path path, char[] password) {
    try {
      return door.openBackup(path, password);
    } finally {
      Arrays.fill(password, ' ');
    }
  }

  private void opened(Restorable backup) {
    running = Optional.empty();
    opening.set(false);
    ui.background()
        .run(
            () -> {
              backup.restore();
              return backup;
            },
            done -> {
              busy.set(false);
              restored.run();
            },
            this::failed);
  }

  private void failed(WalletException e) {
    opening.set(false);
    busy.set(false);
    problem.set(ui.words().error(e));
  }

  /// Stops opening it; nothing was changed. Does nothing once it is open.
  public void cancel() {
    if (opening.get()) {
      running.ifPresent(Running::cancel);
      running = Optional.empty();
      opening.set(false);
      busy.set(false);
    }
  }
}

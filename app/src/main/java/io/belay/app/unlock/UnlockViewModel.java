package io.belay.app.unlock;

import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Handover;
import io.belay.app.fx.Ui;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.base.WalletException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Opens one of the vaults by its password.
public final class UnlockViewModel {
  private final Ui ui;
  private final VaultDoor door;
  private final Consumer<Opened> opened;
  private final ObservableList<String> names;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");
  private final StringProperty notice = new SimpleStringProperty("");
  private final BooleanProperty copyOffered = new SimpleBooleanProperty();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final Handover<Opened> handover = new Handover<>();
  private Optional<Running> running = Optional.empty();

  /// @param opened told once a vault is open
  public UnlockViewModel(Ui ui, VaultDoor door, Consumer<Opened> opened) {
    this.ui = ui;
    this.door = door;
    this.opened = opened;
    this.names = FXCollections.observableArrayList(door.names());
    names.stream().findFirst().ifPresent(name::set);
  }

  /// Names of the vaults.
  public ObservableList<String> names() {
    return names;
  }

  /// The chosen one.
  public StringProperty name() {
    return name;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Whether a key is being derived.
  public ReadOnlyBooleanProperty busy() {
    return busy;
  }

  /// Whether a good copy beside a damaged vault is offered.
  public ReadOnlyBooleanProperty copyOffered() {
    return copyOffered;
  }

  /// What was done, or blank.
  public ReadOnlyStringProperty notice() {
    return notice;
  }

  /// Says what was done before this page came.
  void tell(String done) {
    notice.set(done);
  }

  /// Puts the copy in the place of the damaged file.
  public void useCopy() {
    String chosen = name.get();
    copyOffered.set(false);
    ui.background()
        .run(
            () -> {
              door.useCopy(chosen);
              return chosen;
            },
            used -> {
              problem.set("");
              notice.set(ui.text("unlock.copy.used"));
            },
            this::failed);
  }

  /// Tries a password, which is wiped whatever comes of it.
  public void unlock(char[] password) {
    if (busy.get()) {
      Arrays.fill(password, ' ');
      return;
    }
    problem.set("");
    notice.set("");
    copyOffered.set(false);
    busy.set(true);
    String chosen = name.get();
    running =
        Optional.of(ui.background().run(() -> open(chosen, password), this::done, this::failed));
  }

  private Opened open(String chosen, char[] password) throws InterruptedException {
    try {
      return handover.offer(door.unlock(chosen, password), Opened::close);
    } finally {
      Arrays.fill(password, ' ');
    }
  }

  private void done(Opened vault) {
    handover.take();
    busy.set(false);
    opened.accept(vault);
  }

  /// Says what went wrong, here or behind the gate.
  void failed(WalletException e) {
    busy.set(false);
    problem.set(ui.words().error(e));
    if (e.code().equals("vault-damaged")) {
      String chosen = name.get();
      ui.background().run(() -> door.hasGoodCopy(chosen), copyOffered::set, f -> {});
    }
  }

  /// Stops waiting; nothing was changed.
  public void cancel() {
    running.ifPresent(Running::cancel);
    running = Optional.empty();
    handover.take().ifPresent(Opened::close);
    busy.set(false);
  }
}

package io.belay.app.unlock;

import io.belay.app.control.Build;
import io.belay.app.fx.Theme;
import io.belay.app.fx.Ui;
import io.belay.app.unlock.VaultDoor.Opened;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What stands before the wallet: opening a vault, making one, or bringing in a backup.
public final class GateView extends StackPane {
  private final Ui ui;
  private final VaultDoor door;
  private final boolean practice;
  private final RandomGenerator random;
  private final Consumer<Opened> opened;

  /// Starts with the vaults that are there, or with making the first.
  public GateView(
      Ui ui, VaultDoor door, boolean practice, RandomGenerator random, Consumer<Opened> opened) {
    this.ui = ui;
    this.door = door;
    this.practice = practice;
    this.random = random;
    this.opened = opened;
    getStyleClass().add("page");
    if (door.names().isEmpty()) {
      showCreate();
      // another process may have made one since
      ui.background().run(door::reload, this::found, e -> {});
    } else {
      showUnlock("");
    }
  }

  private void found(List<String> names) {
    if (!names.isEmpty()) {
      showUnlock("");
    }
  }

  /// @param done what was done before, or blank
  private void showUnlock(String done) {
    UnlockViewModel model = new UnlockViewModel(ui, door, opened);
    model.tell(done);
    show(new UnlockView(ui, model, this::showCreate));
  }

  private void showCreate() {
    Runnable back = () -> showUnlock("");
    NewVaultForm form = new NewVaultForm(ui);
    CreateViewModel model = new CreateViewModel(ui, door, form, practice, random, opened);
    WordsViewModel known =
        new WordsViewModel(
            ui, door, form, opened, () -> showUnlock(ui.text("restore.stopped.late")));
    Optional<Runnable> unlock = door.names().isEmpty() ? Optional.empty() : Optional.of(back);
    show(new CreateView(ui, model, known, new CreateView.Ways(unlock, this::showBackup)));
  }

  private void showBackup() {
    BackupViewModel model =
        new BackupViewModel(ui, door, () -> showUnlock(ui.text("backup.restored")));
    show(new BackupView(ui, model, this::showCreate));
  }

  private void show(Node content) {
    Label name = Build.label(ui.text("app.name"), "page-title");
    HBox brand = Build.row(10, new ImageView(Theme.mark()), name);
    brand.setAlignment(Pos.CENTER);
    VBox box = Build.column("unlock", brand, content);
    if (practice) {
      Label hint = Build.wrapped(ui.text("unlock.practice"), "muted", "caption");
      box.getChildren().add(hint);
    }
    box.setMaxHeight(USE_PREF_SIZE);
    box.setAlignment(Pos.TOP_CENTER);
    getChildren().setAll(box);
  }
}

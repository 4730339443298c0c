package io.belay.app.unlock;

import io.belay.app.control.Build;
import io.belay.app.control.PageScroll;
import io.belay.app.fx.Theme;
import io.belay.app.fx.Ui;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.base.WalletException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What stands before the wallet: opening a vault, making one, or bringing in a backup; on the
/// first day all that a person has to say before.
public final class GateView extends StackPane {
  /// What the gate is given.
  ///
  /// @param practice whether the practice network is looked at
  /// @param random chooses the words that are asked back
  /// @param question which networks, on the first day
  /// @param networks where that is asked
  public record Around(
      boolean practice,
      RandomGenerator random,
      NetworkQuestion question,
      Supplier<? extends Node> networks) {}

  private final Ui ui;
  private final VaultDoor door;
  private final Around around;
  private final BiConsumer<Opened, Optional<Way>> opened;
  private final BooleanProperty working = new SimpleBooleanProperty();
  private final StackPane middle = new StackPane();
  private Optional<OnboardingViewModel> onboarding = Optional.empty();
  private Optional<CreateViewModel> making = Optional.empty();

  /// Starts with the vaults that are there, or with the first day.
  ///
  /// @param opened told an open vault and, on the first day, how the person began
  public GateView(Ui ui, VaultDoor door, Around around, BiConsumer<Opened, Optional<Way>> opened) {
    this.ui = ui;
    this.door = door;
    this.around = around;
    this.opened = opened;
    PageScroll scroll = new PageScroll();
    scroll.setContent(middle);
    scroll.setFitToHeight(true);
    middle.getStyleClass().add("page");
    middle.setMinHeight(USE_PREF_SIZE);
    getChildren().setAll(scroll);
    if (door.names().isEmpty()) {
      showFirstDay();
      // another process may have made one since
      ui.background().run(door::reload, this::found, e -> {});
    } else {
      showUnlock("");
    }
  }

  private void found(List<String> names) {
    boolean untouched =
        onboarding.filter(o -> o.leaf().get() == OnboardingViewModel.Leaf.CHOICE).isPresent();
    if (!names.isEmpty() && untouched) {
      showUnlock("");
    }
  }

  /// Says why the wallet behind it could not be shown, and asks for the password again.
  public void failed(WalletException why) {
    showUnlock("").failed(why);
  }

  /// Whether a vault stands open before anybody is in.
  public boolean holdsVault() {
    return onboarding.filter(OnboardingViewModel::holdsVault).isPresent()
        || making.filter(CreateViewModel::holdsVault).isPresent();
  }

  /// Locks whatever is open here, and whatever is still being made. A vault that was made stays one
  /// of the vaults, and its words can be read again there.
  public void drop() {
    onboarding.ifPresent(OnboardingViewModel::drop);
    making.ifPresent(CreateViewModel::drop);
  }

  private void showFirstDay() {
    OnboardingViewModel model =
        new OnboardingViewModel(
            ui, around.question(), (vault, way) -> opened.accept(vault, Optional.of(way)));
    onboarding = Optional.of(model);
    OnboardingView.Parts parts =
        new OnboardingView.Parts(way -> form(model, way), around.networks(), working);
    show(new OnboardingView(ui, model, parts), false);
  }

  private Node form(OnboardingViewModel first, Way way) {
    working.unbind();
    if (way == Way.BACKUP) {
      BackupViewModel model =
          new BackupViewModel(ui, door, () -> showUnlock(ui.text("backup.restored")));
      working.bind(model.busy());
      return new BackupView(ui, model, Optional.empty());
    }
    NewVaultForm form = new NewVaultForm(ui);
    working.bind(form.busy());
    CreateViewModel model =
        new CreateViewModel(ui, door, form, way == Way.PRACTICE, around.random(), first::opened);
    making = Optional.of(model);
    model
        .step()
        .addListener((o, was, is) -> {
          if (was == CreateViewModel.Step.FORM) {
            first.made();
          }
        });
    CreateView.Ways ways =
        new CreateView.Ways(Optional.empty(), Optional.empty(), way == Way.WORDS);
    return new CreateView(ui, model, known(form, first::opened), ways);
  }

  private WordsViewModel known(NewVaultForm form, Consumer<Opened> in) {
    return new WordsViewModel(
        ui, door, form, in, () -> showUnlock(ui.text("restore.stopped.late")));
  }

  /// @param done what was done before, or blank
  private UnlockViewModel showUnlock(String done) {
    UnlockViewModel model = new UnlockViewModel(ui, door, this::enter);
    model.tell(done);
    show(new UnlockView(ui, model, this::showCreate), around.practice());
    return model;
  }

  private void enter(Opened vault) {
    opened.accept(vault, Optional.empty());
  }

  private void showCreate() {
    Runnable back = () -> showUnlock("");
    NewVaultForm form = new NewVaultForm(ui);
    CreateViewModel model =
        new CreateViewModel(ui, door, form, around.practice(), around.random(), this::enter);
    making = Optional.of(model);
    Optional<Runnable> unlock = door.names().isEmpty() ? Optional.empty() : Optional.of(back);
    CreateView.Ways ways = new CreateView.Ways(unlock, Optional.of(this::showBackup), false);
    show(new CreateView(ui, model, known(form, this::enter), ways), around.practice());
  }

  private void showBackup() {
    BackupViewModel model =
        new BackupViewModel(ui, door, () -> showUnlock(ui.text("backup.restored")));
    show(new BackupView(ui, model, Optional.of(this::showCreate)), around.practice());
  }

  private void show(Node content, boolean practice) {
    Label name = Build.label(ui.text("app.name"), "page-title");
    HBox brand = Build.row(10, new ImageView(Theme.mark()), name);
    brand.setAlignment(Pos.CENTER);
    VBox box = Build.column("unlock", brand, content);
    if (content instanceof OnboardingView) {
      box.getStyleClass().add("onboarding");
    }
    if (practice) {
      Label hint = Build.wrapped(ui.text("unlock.practice"), "muted", "caption");
      box.getChildren().add(hint);
    }
    box.setMinHeight(USE_PREF_SIZE);
    box.setMaxHeight(USE_PREF_SIZE);
    box.setAlignment(Pos.TOP_CENTER);
    middle.getChildren().setAll(box);
  }
}

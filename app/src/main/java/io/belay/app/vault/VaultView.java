package io.belay.app.vault;

import io.belay.app.control.Build;
import io.belay.app.control.Spoken;
import io.belay.app.control.Strip;
import io.belay.app.control.Typed;
import io.belay.app.control.WordGrid;
import io.belay.app.fx.Page;
import io.belay.app.fx.Ui;
import io.belay.app.vault.VaultViewModel.Task;
import io.belay.core.store.AccountEntry;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The vault page: four things that can be done with it, one open at a time, and when it locks.
public final class VaultView implements Page {
  private final Ui ui;
  private final VaultViewModel model;
  private final VBox page = Build.column("page");
  private final VBox notices = new VBox(8);
  private final VBox tasks = new VBox(16);

  /// Shows the open vault.
  public VaultView(Ui ui, VaultViewModel model, LockViewModel idle) {
    this.ui = ui;
    this.model = model;
    page.getChildren()
        .addAll(
            Build.head(ui.text("nav.vault"), new LockChoice(ui, idle)),
            Build.problem(idle.problem()),
            notices,
            tasks);
    model.task().addListener((o, was, is) -> show());
    model.words().addListener((o, was, is) -> show());
    model.notice().addListener((o, was, is) -> showNotice());
    show();
    showNotice();
  }

  private void showNotice() {
    String told = model.notice().get();
    notices.getChildren().setAll(told.isEmpty() ? List.of() : List.of(Strip.note(told, "")));
    Build.present(notices, !told.isEmpty());
  }

  private void show() {
    tasks.getChildren().clear();
    for (Task task : Task.values()) {
      if (task != Task.NONE) {
        tasks.getChildren().add(panel(task));
      }
    }
  }

  private VBox panel(Task task) {
    String key = "vault." + task.name().toLowerCase(Locale.ROOT);
    VBox panel =
        Build.column(
            "panel",
            Build.label(ui.text(key), "section-title"),
            Build.wrapped(ui.text(key + ".detail"), "muted"));
    panel.setMaxWidth(720);
    if (model.task().get() == task) {
      panel.getChildren().addAll(open(task));
      panel.getChildren().addAll(Build.problem(model.problem()), waiting());
    } else {
      Button open = Build.button(ui.text(key + ".open"), "plain", () -> model.turn(task));
      open.setId("vault-" + task.name().toLowerCase(Locale.ROOT));
      open.disableProperty().bind(model.busy());
      panel.getChildren().add(Build.row(8, open));
    }
    return panel;
  }

  private List<Node> open(Task task) {
    return switch (task) {
      case NONE -> List.of();
      case WORDS -> model.words().get().isEmpty() ? askForWords() : words();
      case EXPORT -> export();
      case PASSWORD -> password();
      case BACKUP -> backup();
    };
  }

  private List<Node> askForWords() {
    PasswordField password = field("vault-now");
    return List.of(
        Build.formRow(ui.text("vault.password.now"), password),
        actions("vault.words.go", () -> model.reveal(Typed.take(password))));
  }

  private List<Node> words() {
    Button hide = Build.button(ui.text("vault.words.hide"), "accent", () -> model.turn(Task.NONE));
    hide.setId("vault-hide");
    return List.of(new WordGrid(model.words().get()), Build.row(8, hide));
  }

  private List<Node> export() {
    ComboBox<AccountEntry> account = new ComboBox<>();
    account.getItems().setAll(model.accounts());
    account.getSelectionModel().selectFirst();
    account.setConverter(new Spoken<>(entry -> entry.name() + "  " + entry.ref().address()));
    PasswordField password = field("vault-now");
    PasswordField next = field("vault-next");
    PasswordField again = field("vault-again");
    return List.of(
        Build.formRow(ui.text("vault.account"), account),
        Build.formRow(ui.text("vault.password.now"), password),
        Build.formRow(ui.text("vault.password.file"), next),
        Build.formRow(ui.text("create.again"), again),
        folder(),
        actions(
            "vault.export.go",
            () ->
                model.export(
                    account.getValue(),
                    Typed.take(password),
                    Typed.take(next),
                    Typed.take(again))));
  }

  private List<Node> password() {
    PasswordField password = field("vault-now");
    PasswordField next = field("vault-next");
    PasswordField again = field("vault-again");
    return List.of(
        Build.formRow(ui.text("vault.password.now"), password),
        Build.formRow(ui.text("vault.password.new"), next),
        Build.formRow(ui.text("create.again"), again),
        actions(
            "vault.password.go",
            () -> model.changePassword(Typed.take(password), Typed.take(next), Typed.take(again))));
  }

  private List<Node> backup() {
    PasswordField next = field("vault-next");
    PasswordField again = field("vault-again");
    return List.of(
        Build.formRow(ui.text("vault.password.backup"), next),
        Build.formRow(ui.text("create.again"), again),
        folder(),
        actions("vault.backup.go", () -> model.backup(Typed.take(next), Typed.take(again))));
  }

  private static PasswordField field(String id) {
    PasswordField field = new PasswordField();
    field.setId(id);
    return field;
  }

  private VBox folder() {
    TextField folder = new TextField();
    folder.setId("vault-folder");
    folder.textProperty().bindBidirectional(model.folder());
    return Build.formRow(ui.text("vault.folder"), folder);
  }

  private HBox actions(String key, Runnable action) {
    Button go = Build.button(ui.text(key), "accent", action);
    go.setId("vault-go");
    go.disableProperty().bind(model.busy());
    Button leave = Build.button(ui.text("action.cancel"), "plain", () -> model.turn(Task.NONE));
    leave.disableProperty().bind(model.busy());
    return Build.row(8, go, leave);
  }

  private HBox waiting() {
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(220);
    bar.progressProperty().bind(model.progress());
    Button stop = Build.button(ui.text("action.cancel"), "plain", model::cancel);
    HBox row =
        Build.row(12, Build.label(ui.text("unlock.deriving"), "muted", "caption"), bar, stop);
    row.setAlignment(Pos.CENTER_LEFT);
    row.visibleProperty().bind(model.busy());
    row.managedProperty().bind(model.busy());
    return row;
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void shown() {}

  @Override
  public void hidden() {
    model.close();
  }

  @Override
  public void refresh() {}

  @Override
  public boolean back() {
    boolean open = model.task().get() != Task.NONE;
    model.turn(Task.NONE);
    return open;
  }
}

package io.belay.app.accounts;

import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import io.belay.core.store.AccountEntry;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// An account's name, and whether it is on the list.
final class AccountSettings extends VBox {
  private final Ui ui;
  private final AccountViewModel model;
  private final TextField name = new TextField();
  private final Label loses = Build.wrapped("", "muted");
  private final Button list;

  AccountSettings(Ui ui, AccountViewModel model) {
    super(12);
    this.ui = ui;
    this.model = model;
    getStyleClass().add("panel");
    name.setId("account-rename");
    name.setAccessibleText(ui.text("account.name"));
    name.setPrefWidth(280);
    Button rename =
        Build.button(ui.text("account.rename"), "plain", () -> model.rename(name.getText()));
    rename.setId("account-rename-do");
    name.setOnAction(e -> model.rename(name.getText()));
    this.list = Build.button("", "plain", this::turn);
    list.setId("account-hide");
    getChildren()
        .addAll(
            Build.formRow(ui.text("account.name"), Build.row(8, name, rename)),
            Build.row(12, list, loses));
    model.hidden().addListener((o, was, is) -> show());
    show();
  }

  /// Is about an account from now on.
  void show(AccountEntry entry) {
    name.setText(entry.name());
    loses.setText(ui.text(entry.isWatched() ? "account.hide.watched" : "account.hide.detail"));
  }

  private void turn() {
    if (model.hidden().get()) {
      model.putBack();
    } else {
      model.hide();
    }
  }

  private void show() {
    list.setText(ui.text(model.hidden().get() ? "account.putback" : "account.hide"));
  }
}

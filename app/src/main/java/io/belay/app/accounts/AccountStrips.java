package io.belay.app.accounts;

import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.fx.Ui;
import io.belay.core.rpc.Connectivity;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Above the accounts: what is wrong, what a person should know, what was done.
final class AccountStrips extends VBox {
  private final Ui ui;
  private final AccountsViewModel model;
  private final Button more;
  private List<Object> said = List.of();

  /// @param details leads to Connectivity
  AccountStrips(Ui ui, AccountsViewModel model, Runnable details) {
    super(8);
    this.ui = ui;
    this.model = model;
    this.more = Build.button(ui.text("trouble.more"), "link", details);
    model.problem().addListener((o, was, is) -> show());
    model.connectivity().addListener((o, was, is) -> show());
    model.notice().addListener((o, was, is) -> show());
    show();
  }

  private void show() {
    Connectivity now = model.connectivity().get();
    List<Object> trouble =
        model.isTroubled() ? List.of(now.mode(), now.groupsUp(), now.groups()) : List.of();
    List<Object> words =
        List.of(model.problem().get(), model.warnings(), trouble, model.notice().get());
    if (words.equals(said)) {
      return; // each block tells of the network, mostly the same
    }
    said = words;
    draw();
  }

  private void draw() {
    boolean focused = more.isFocused();
    getChildren().clear();
    if (!model.problem().get().isEmpty()) {
      getChildren().add(Strip.danger(model.problem().get(), ""));
    }
    for (String warning : model.warnings()) {
      String key = "vault.warning." + warning;
      getChildren().add(Strip.advice(ui.text(key), ui.text(key + ".detail")));
    }
    if (model.isTroubled()) {
      getChildren().add(trouble(model.connectivity().get()));
    }
    if (!model.notice().get().isEmpty()) {
      getChildren().add(Strip.note(model.notice().get(), ""));
    }
    Build.present(this, !getChildren().isEmpty());
    if (focused) {
      more.requestFocus(); // a strip whose words changed is another one; its button is not
    }
  }

  private Strip trouble(Connectivity now) {
    String mode = now.mode().word();
    String title = ui.text("trouble." + mode, now.groups() - now.groupsUp(), now.groups());
    String detail = ui.text("trouble.detail." + mode, now.groupsUp());
    return now.mode() == Connectivity.Mode.DISPUTED || now.mode() == Connectivity.Mode.HALT
        ? Strip.danger(title, detail, more)
        : Strip.advice(title, detail, more);
  }
}

package io.belay.app.accounts;

import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.store.AccountEntry;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The accounts that are off the list; takes no room where there are none.
final class HiddenPanel extends VBox {
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

  private final Ui ui;
  private final HiddenViewModel model;
  private final Consumer<AccountEntry> open;
  private final VBox lines = Build.column("panel flush");
  private final VBox strips = new VBox();

  /// @param open leads to an account
  HiddenPanel(Ui ui, HiddenViewModel model, Consumer<AccountEntry> open) {
    super(8);
    this.ui = ui;
    this.model = model;
    this.open = open;
    setId("hidden-accounts");
    getChildren()
        .addAll(
            Build.label(ui.text("hidden.title"), "section-title"),
            Build.wrapped(ui.text("hidden.detail"), "muted"),
            strips,
            lines);
    model.hidden().addListener((ListChangeListener<AccountEntry>) c -> show());
    model.problem().addListener((o, was, is) -> showProblem());
    show();
    showProblem();
  }

  private void show() {
    lines.getChildren().setAll(model.hidden().stream().map(this::line).toList());
    lines.getChildren().stream()
        .limit(1)
        .forEach(line -> line.pseudoClassStateChanged(FIRST, true));
    Build.present(this, !model.hidden().isEmpty());
  }

  private void showProblem() {
    strips.getChildren().clear();
    if (!model.problem().get().isEmpty()) {
      strips.getChildren().add(Strip.danger(model.problem().get(), ""));
    }
  }

  private Node line(AccountEntry entry) {
    Button look = Build.button(entry.name(), "link", () -> open.accept(entry));
    look.setAccessibleText(ui.text("account.open", entry.name()));
    Button back = Build.button(ui.text("account.putback"), "plain", () -> model.putBack(entry));
    back.setId("hidden-back-" + entry.ref().address().toLowerHex().substring(2, 10));
    back.setAccessibleText(ui.text("hidden.back.of", entry.name()));
    HBox line =
        Build.row(
            12,
            look,
            Build.label(Phrases.brief(entry.ref().address()), "mono", "muted"),
            Build.spring(),
            back);
    line.getStyleClass().add("egress-line");
    return line;
  }
}

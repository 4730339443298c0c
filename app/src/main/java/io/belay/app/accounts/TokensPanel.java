package io.belay.app.accounts;

import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.fx.Ui;
import io.belay.core.token.KnownToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The tokens of an account on the network that is looked at.
final class TokensPanel extends VBox {
  private final Ui ui;
  private final TokensViewModel model;
  private final ReadOnlyObjectProperty<Instant> now;
  private final VBox strips = new VBox(8);
  private final VBox list = Build.column("panel flush");
  private final HBox empty;
  private final Button add;
  private final AddTokenForm form;
  private final Map<KnownToken, HoldingLine> lines = new HashMap<>();

  TokensPanel(
      Ui ui, TokensViewModel model, AddTokenViewModel adding, ReadOnlyObjectProperty<Instant> now) {
    super(8);
    this.ui = ui;
    this.model = model;
    this.now = now;
    this.form = new AddTokenForm(ui, adding, this::back);
    this.add = Build.button(ui.text("tokens.add"), "fth-plus", "plain", this::begin);
    this.empty = Build.row(0, Build.wrapped(ui.text("tokens.empty"), "muted"));
    empty.getStyleClass().add("empty");
    add.setId("token-add");
    setId("account-tokens");
    getChildren()
        .addAll(
            Build.row(
                8,
                Build.label(ui.text("tokens.title", model.chain().name()), "section-title"),
                Build.spring(),
                add),
            strips,
            form,
            list);
    Build.present(form, false);
    model.holdings().addListener((ListChangeListener<Holding>) c -> show());
    model.removed().addListener((o, was, is) -> showStrips());
    model.problem().addListener((o, was, is) -> showStrips());
    now.addListener((o, was, is) -> lines.values().forEach(line -> line.age(is)));
    show();
    showStrips();
  }

  private void begin() {
    form.begin();
    Build.present(add, false);
    showList();
  }

  /// Puts the form away.
  void end() {
    form.end();
    Build.present(add, true);
    showList();
  }

  private void back() {
    end();
    add.requestFocus();
  }

  /// Puts the form away, and the focus where it was opened.
  ///
  /// @return whether it was open
  boolean close() {
    boolean open = form.isVisible();
    if (open) {
      back();
    }
    return open;
  }

  /// Writes the amounts anew.
  void show() {
    List<Node> wanted = new ArrayList<>();
    for (Holding holding : model.holdings()) {
      HoldingLine line =
          lines.computeIfAbsent(holding.token(), token -> new HoldingLine(ui, model, token));
      line.show(holding, wanted.isEmpty(), now.get());
      wanted.add(line);
    }
    lines.values().retainAll(wanted);
    List<Node> shown = wanted.isEmpty() ? List.of(empty) : wanted;
    // the same lines stay where they are, so that a chip in one keeps the focus
    if (!list.getChildren().equals(shown)) {
      list.getChildren().setAll(shown);
    }
    showList();
  }

  // who is adding a first token need not be told how to
  private void showList() {
    Build.present(list, !form.isVisible() || !lines.isEmpty());
  }

  private void showStrips() {
    strips.getChildren().clear();
    model
        .removed()
        .get()
        .ifPresent(gone -> {
          Button undo = Build.button(ui.text("account.undo"), "plain", model::undo);
          undo.setId("token-undo");
          strips
              .getChildren()
              .add(Strip.note(ui.text("tokens.removed", gone.asset().symbol()), "", undo));
        });
    if (!model.problem().get().isEmpty()) {
      strips.getChildren().add(Strip.danger(model.problem().get(), ""));
    }
    Build.present(strips, !strips.getChildren().isEmpty());
  }
}

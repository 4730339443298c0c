package io.belay.app.connectivity;

import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Leads through the first outage, a sentence and a button at a time.
public final class FirstOutagePanel extends VBox {
  private final Ui ui;
  private final FirstOutageViewModel model;
  private final Runnable send;
  private final Consumer<TxHash> open;

  /// @param send leads to sending
  /// @param open leads to a transaction
  public FirstOutagePanel(Ui ui, FirstOutageViewModel model, Runnable send, Consumer<TxHash> open) {
    super(8);
    this.ui = ui;
    this.model = model;
    this.send = send;
    this.open = open;
    setId("first-outage");
    model.step().addListener((o, was, is) -> show());
    model.problem().addListener((o, was, is) -> show());
    show();
  }

  private void show() {
    getChildren().clear();
    if (!model.problem().get().isEmpty()) {
      getChildren().add(Strip.danger(model.problem().get(), ""));
    }
    switch (model.step().get()) {
      case OFFERED ->
          say(
              "offered",
              false,
              button("begin", "accent", model::begin),
              button("away", "link", model::away));
      case CUT ->
          say(
              "cut",
              false,
              button("send", "accent", send),
              button("stop", "link", model::end));
      case CARRIED ->
          say(
              "carried",
              true,
              button("look", "plain", this::look),
              button("end", "accent", model::end));
      case OVER -> say("over", true, button("done", "plain", model::away));
      case AWAY -> {}
    }
    Build.present(this, !getChildren().isEmpty());
  }

  private void look() {
    model.carried().ifPresent(record -> open.accept(record.hash()));
  }

  private Button button(String word, String style, Runnable action) {
    Button button = Build.button(ui.text("outage." + word), style, action);
    button.setId("outage-" + word);
    return button;
  }

  private void say(String step, boolean done, Node... actions) {
    int cut = model.cut();
    int all = model.all();
    HBox row = Build.row(8, actions);
    String title = ui.text("outage." + step + ".title", cut, all);
    String detail = ui.text("outage." + step + ".detail", cut, all, all - cut);
    Strip strip = done ? Strip.note(title, detail) : Strip.hint(title, detail);
    getChildren().add(strip.showing(row));
  }
}

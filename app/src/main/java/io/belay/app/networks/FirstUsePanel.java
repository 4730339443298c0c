package io.belay.app.networks;

import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import io.belay.core.rpc.EndpointPolicy;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// Before a network is asked anything for the first time: through whom?
final class FirstUsePanel extends VBox {
  private final Ui ui;
  private final ToggleGroup group = new ToggleGroup();

  FirstUsePanel(Ui ui, NetworksViewModel model, NetworkLine line) {
    super(12);
    this.ui = ui;
    setId("first-use");
    getStyleClass().add("panel");
    String name = line.chain().name();
    Button go =
        Build.button(
            ui.text("first.go", name),
            "accent",
            () -> model.answer((EndpointPolicy) group.getSelectedToggle().getUserData()));
    go.setId("first-go");
    // nothing is chosen for the person: who learns of them is theirs to say
    go.disableProperty().bind(group.selectedToggleProperty().isNull());
    Button no = Build.button(ui.text("action.cancel"), "plain", model::dismiss);
    no.setId("first-cancel");
    getChildren()
        .addAll(
            Build.label(ui.text("first.title", name), "section-title"),
            Build.wrapped(ui.text("first.detail", name), "muted"),
            choice(EndpointPolicy.ANY, "first.public", Strangers.of(ui, List.of(line))),
            choice(
                EndpointPolicy.OWN_ONLY,
                "first.own",
                ui.text(line.hasOwn() ? "first.own.there" : "first.own.none", name)),
            choice(EndpointPolicy.ASK, "first.ask", ui.text("first.ask.detail")),
            Build.row(8, go, no, Build.wrapped(ui.text("first.choose"), "muted", "caption")));
  }

  private ChoiceRow choice(EndpointPolicy policy, String key, String sentence) {
    ChoiceRow row = new ChoiceRow(group, "first-" + policy.word(), ui.words().get(key), sentence);
    row.button().setUserData(policy);
    return row;
  }

  void focus() {
    ((RadioButton) group.getToggles().getFirst()).requestFocus();
  }
}

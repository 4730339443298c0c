package io.belay.app.networks;

import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointPolicy;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// Before a network is asked anything for the first time: through whom?
final class FirstUsePanel extends VBox {
  private static final int NAMED = 6;

  private final Ui ui;
  private final NetworkLine line;
  private final ToggleGroup group = new ToggleGroup();

  FirstUsePanel(Ui ui, NetworksViewModel model, NetworkLine line) {
    super(12);
    this.ui = ui;
    this.line = line;
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
            choice(EndpointPolicy.ANY, "first.public", strangers()),
            choice(
                EndpointPolicy.OWN_ONLY,
                "first.own",
                ui.text(line.hasOwn() ? "first.own.there" : "first.own.none", name)),
            choice(EndpointPolicy.ASK, "first.ask", ui.text("first.ask.detail")),
            Build.row(8, go, no, Build.wrapped(ui.text("first.choose"), "muted", "caption")));
  }

  private String strangers() {
    List<String> names =
        line.strangers().stream().map(EndpointConfig::operator).distinct().sorted().toList();
    if (names.isEmpty()) {
      return ui.text("first.public.nobody");
    }
    String shown = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() > NAMED
        ? ui.text("first.public.more", shown, names.size() - NAMED)
        : ui.text("first.public.all", shown);
  }

  private VBox choice(EndpointPolicy policy, String key, String sentence) {
    RadioButton choice = new RadioButton(ui.words().get(key));
    choice.setId("first-" + policy.word());
    choice.setUserData(policy);
    choice.setToggleGroup(group);
    choice.setAccessibleText(choice.getText() + ". " + sentence);
    VBox detail = new VBox(Build.wrapped(sentence, "muted", "caption"));
    detail.getStyleClass().add("choice-detail");
    detail.setMaxWidth(640);
    return new VBox(2, choice, detail);
  }

  void focus() {
    ((RadioButton) group.getToggles().getFirst()).requestFocus();
  }
}

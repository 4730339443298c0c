package io.belay.app.networks;

import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import io.belay.core.chain.Chain;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One network: its facts, through how many endpoints it goes, and what can be done with it.
final class NetworkRowView extends HBox {
  private final Ui ui;
  private final NetworkLine line;

  /// @param find leads to the search for a node of this network
  NetworkRowView(Ui ui, NetworksViewModel model, NetworkLine line, Consumer<Chain> find) {
    super(12);
    this.ui = ui;
    this.line = line;
    getStyleClass().add("endpoint-line");
    getChildren().addAll(who(), ways(find));
    if (line.standing().current()) {
      Label here = Build.label(ui.text("networks.here"), "muted");
      here.setMinWidth(Label.USE_PREF_SIZE);
      getChildren().add(here);
    } else if (line.standing().used()) {
      getChildren().add(button("networks.look", "look", "plain", () -> model.look(line)));
    }
    if (line.standing().added()) {
      getChildren().add(button("networks.remove", "remove", "link", () -> model.askRemove(line)));
    }
    if (!line.isFixed()) {
      getChildren()
          .add(
              line.standing().used()
                  ? button("networks.off", "off", "link", () -> model.turnOff(line))
                  : button("networks.on", "on", "plain", () -> model.turnOn(line)));
    }
  }

  private Button button(String key, String word, String style, Runnable action) {
    Button button = Build.button(ui.text(key), style, action);
    button.setId("network-" + word + "-" + line.chain().id());
    button.setAccessibleText(ui.text("net.of", line.chain().name(), ui.text(key)));
    return button;
  }

  private VBox who() {
    HBox name = Build.row(8, Build.label(line.chain().name(), "strong"));
    if (line.chain().practice()) {
      name.getChildren().add(tag("networks.practice"));
    } else if (line.standing().testnet()) {
      name.getChildren().add(tag("networks.testnet"));
    }
    if (line.standing().added()) {
      name.getChildren().add(tag("networks.yours"));
    }
    String facts = ui.text("networks.facts", line.chain().id(), line.chain().currency().symbol());
    VBox who = new VBox(2, name, Build.label(facts, "muted", "caption"));
    who.getStyleClass().add("cell-lines");
    who.setMinWidth(260);
    who.setPrefWidth(260);
    return who;
  }

  private Label tag(String key) {
    return Build.label(ui.text(key), "tag");
  }

  private HBox ways(Consumer<Chain> find) {
    VBox said = new VBox(2);
    said.getStyleClass().add("cell-lines");
    said.setMinWidth(0);
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox ways = Build.row(8, said);
    HBox.setHgrow(ways, Priority.ALWAYS);
    if (line.isFixed()) {
      said.getChildren().add(Build.wrapped(ui.text("networks.ways.practice"), "muted"));
      return ways;
    }
    int on = line.endpoints().size();
    if (!line.standing().decided()) {
      said.getChildren().add(Build.wrapped(ui.text("networks.ways.undecided", on), "muted"));
      return ways;
    }
    said.getChildren()
        .addAll(
            Build.wrapped(
                line.usable() == 0
                    ? ui.text("networks.ways.none")
                    : ui.text("networks.ways", line.usable(), on)),
            Build.wrapped(ui.text("policy." + line.policy().word()), "muted", "caption"));
    if (!line.hasOwn() && line.usable() == 0) {
      ways.getChildren()
          .add(button("networks.find", "find", "link", () -> find.accept(line.chain())));
    }
    return ways;
  }
}

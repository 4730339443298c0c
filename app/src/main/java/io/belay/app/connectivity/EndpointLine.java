package io.belay.app.connectivity;

import io.belay.app.connectivity.NetworkSheet.Standing;
import io.belay.app.connectivity.ProbesViewModel.Outcome;
import io.belay.app.connectivity.ProbesViewModel.Stage;
import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import io.belay.base.ChainId;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointTraits.Tracking;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One endpoint as a person decides about it.
final class EndpointLine extends HBox {
  private final Ui ui;
  private final NetworkViewModel model;
  private final EndpointId id;
  private final Label url = Build.label("", "muted", "caption");
  private final Label operator = Build.label("");
  private final Label kind = Build.label("", "muted", "caption");
  private final Region dot = new Region();
  private final Label standing = Build.label("", "caption");
  private final Label said = Build.wrapped("", "muted", "caption");
  private final ProgressBar progress = new ProgressBar();
  private final Button test;
  private final Button stop;
  private final Button turn;
  private final Button remove;
  private boolean testable;
  private boolean on;

  EndpointLine(Ui ui, NetworkViewModel model, ChainId chain, EndpointId id) {
    this.ui = ui;
    this.model = model;
    this.id = id;
    this.test = button("net.test", "test", () -> model.probes().test(chain, id));
    this.stop = button("action.cancel", "stop", () -> model.probes().cancel(id));
    this.turn = button("net.off", "turn", this::turn);
    this.remove = button("net.remove", "remove", () -> model.remove(id));
    getStyleClass().add("endpoint-line");
    dot.getStyleClass().add("state-dot");
    progress.setPrefWidth(80);
    progress.setAccessibleText(ui.text("probe.asking"));
    HBox.setHgrow(said, Priority.ALWAYS);
    said.setMaxWidth(Double.MAX_VALUE);
    getChildren()
        .addAll(
            cell(214, new VBox(Build.label(id.value(), "strong"), url)),
            cell(130, new VBox(operator, kind)),
            cell(132, Build.row(8, dot, standing)),
            progress,
            said,
            stop,
            test,
            turn,
            remove);
    tell(Optional.empty());
  }

  private static Region cell(double width, Region content) {
    content.getStyleClass().add("cell-lines");
    content.setMinWidth(width);
    content.setPrefWidth(width);
    content.setMaxWidth(width);
    return content;
  }

  private Button button(String key, String name, Runnable action) {
    Button button = Build.button(ui.text(key), "link", action);
    button.setId("net-" + name + "-" + id.value().replace('.', '-'));
    button.setAccessibleText(ui.text("net.of", ui.text(key), id));
    return button;
  }

  private void turn() {
    model.enable(id, !on);
  }

  void show(NetworkSheet sheet, EndpointConfig config) {
    Standing now = sheet.standing(config);
    on = config.enabled() || now == Standing.RESERVE;
    testable = sheet.isTestable(config);
    url.setText(config.shownUrl());
    operator.setText(config.operator());
    kind.setText(
        config.traits().tracking() == Tracking.YES
            ? ui.text("net.tracks")
            : ui.text("net.kind." + config.kind().word()));
    standing.setText(ui.text("net.standing." + now.word()));
    dot.getStyleClass().remove("off");
    if (now != Standing.USED && now != Standing.SENDS_ONLY && now != Standing.RESERVE) {
      dot.getStyleClass().add("off");
    }
    turn.setText(ui.text(on ? "net.off" : "net.on"));
    turn.setAccessibleText(ui.text("net.of", turn.getText(), id));
    Build.present(turn, !sheet.isFixed());
    Build.present(remove, config.traits().added());
    setAccessibleText(
        String.join(", ", id.value(), config.operator(), standing.getText(), said.getText()));
  }

  /// What a test has come to, if there was one.
  void tell(Optional<Outcome> outcome) {
    boolean asking = outcome.filter(o -> o.stage() == Stage.ASKING).isPresent();
    said.setText(outcome.map(Outcome::words).orElse(""));
    said.getStyleClass().removeAll("problem", "muted");
    said.getStyleClass()
        .add(outcome.filter(o -> o.stage() == Stage.BAD).isPresent() ? "problem" : "muted");
    Build.present(progress, asking);
    Build.present(stop, asking);
    Build.present(test, testable && !asking);
  }
}

package io.belay.app.connectivity;

import io.belay.app.control.Build;
import io.belay.app.control.Chip;
import io.belay.app.control.MarkStrip;
import io.belay.app.control.Sparkline;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.state.Observed.Level;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One endpoint; its nodes stay while what they say changes.
final class Lane extends HBox {
  private final Ui ui;
  private final ConnectivityViewModel model;
  private final EndpointStatus first;
  private final BlameDetails details;
  private EndpointStatus last;
  private final HBox state = Build.row(0);
  private final HBox spark = Build.row(0);
  private final HBox marks = Build.row(0);
  private final Label latency = Build.label("", "muted", "caption");
  private final Label height = Build.label("");
  private final Label behind = Build.label("", "muted", "caption");
  private final Label happened = Build.wrapped("", "muted", "caption");
  private final ComboBox<String> fault = new ComboBox<>();

  Lane(Ui ui, ConnectivityViewModel model, EndpointStatus status) {
    this.ui = ui;
    this.model = model;
    this.first = status;
    this.last = status;
    this.details = new BlameDetails(ui, status.config().id().value());
    getStyleClass().add("lane");
    fault.getItems().setAll(model.knownFaults());
    fault.setMaxWidth(Double.MAX_VALUE);
    fault.setId("fault-" + status.config().id());
    fault.setAccessibleText(ui.text("connect.fault"));
    showFault();
    fault.setOnAction(e -> choose());
    VBox who =
        new VBox(
            Build.label(status.config().id().value(), "strong"),
            Build.label(status.config().shownUrl(), "muted", "caption"));
    VBox times = new VBox(2, spark, latency);
    VBox heights = new VBox(height, behind);
    for (VBox lines : new VBox[] {who, times, heights}) {
      lines.getStyleClass().add("cell-lines");
    }
    Columns.fill(
        this, model.knownFaults().isEmpty(), who, state, times, heights, marks, what(), fault);
    update(status);
  }

  private HBox what() {
    HBox.setHgrow(happened, Priority.ALWAYS);
    happened.setMaxWidth(Double.MAX_VALUE);
    HBox what = Build.row(4, happened, details.toggle());
    what.setMinWidth(0);
    HBox.setHgrow(what, Priority.ALWAYS);
    return what;
  }

  /// The evidence of what is said to have happened; belongs below this lane.
  BlameDetails details() {
    return details;
  }

  /// Lets the wait get shorter.
  void tick() {
    happened.setText(model.words().happened(last));
  }

  private void choose() {
    String chosen = fault.getValue();
    if (chosen != null && !chosen.equals(current())) {
      model.choose(first.config().id(), chosen);
    }
  }

  private String current() {
    return model.faults().get().getOrDefault(first.config().id(), "none");
  }

  void showFault() {
    fault.setValue(current());
  }

  void update(EndpointStatus status) {
    last = status;
    details.show(status.blamed());
    state.getChildren().setAll(state(status.state()));
    spark.getChildren().setAll(new Sparkline(status.latencies(), model.scale()));
    marks.getChildren().setAll(new MarkStrip(status.marks()));
    latency.setText(model.words().latency(status));
    height.setText(status.height().isPresent() ? Phrases.count(status.height().getAsLong()) : "—");
    behind.setText(model.words().behind(status));
    behind.getStyleClass().removeAll("problem", "muted");
    behind.getStyleClass().add(EndpointWords.contradicts(status) ? "problem" : "muted");
    happened.setText(model.words().happened(status));
    setAccessibleText(
        String.join(
            ", ",
            status.config().id().value(),
            ui.text("endpoint." + status.state().word()),
            latency.getText(),
            behind.getText()));
  }

  private Node state(EndpointStatus.State value) {
    String word = ui.text("endpoint." + value.word());
    return switch (value) {
      case UP -> {
        Region dot = new Region();
        dot.getStyleClass().add("state-dot");
        yield Build.row(8, dot, Build.label(word, "up-word"));
      }
      case UNTRIED, DISABLED -> Build.label(word, "faint", "caption");
      case LAGGING, LIMITED -> new Chip(Level.STALE, word);
      case NO_ANSWER -> new Chip(Level.UNKNOWN, word);
      case SET_ASIDE, WRONG_CHAIN -> new Chip(Level.DISPUTED, word);
    };
  }
}

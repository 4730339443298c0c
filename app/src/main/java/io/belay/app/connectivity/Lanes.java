package io.belay.app.connectivity;

import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All lanes with a bracket around those that fail together. Rebuilt only when endpoints come or
/// go.
final class Lanes extends VBox {
  private final Ui ui;
  private final ConnectivityViewModel model;
  private final Map<EndpointId, Lane> lanes = new LinkedHashMap<>();
  private List<String> shape = List.of();

  Lanes(Ui ui, ConnectivityViewModel model) {
    this.ui = ui;
    this.model = model;
    getStyleClass().addAll("panel", "flush");
  }

  void show(List<EndpointStatus> endpoints) {
    List<String> next =
        ConnectivityView.shape(endpoints.stream().map(EndpointStatus::config).toList());
    if (!next.equals(shape)) {
      shape = next;
      build(endpoints);
    }
    for (EndpointStatus status : endpoints) {
      Lane lane = lanes.get(status.config().id());
      if (lane != null) {
        lane.update(status);
      }
    }
  }

  /// Lets the waits get shorter.
  void tick() {
    lanes.values().forEach(Lane::tick);
  }

  void showFaults() {
    lanes.values().forEach(Lane::showFault);
  }

  private void build(List<EndpointStatus> endpoints) {
    lanes.clear();
    getChildren().setAll(List.of(head()));
    Map<String, List<EndpointStatus>> groups =
        endpoints.stream()
            .collect(
                Collectors.groupingBy(
                    e -> e.config().group(), LinkedHashMap::new, Collectors.toList()));
    groups.forEach((group, members) -> getChildren().add(group(group, members)));
  }

  private HBox head() {
    HBox head = Build.row(0, space(ui.text("connect.together")));
    Columns.fill(
        head,
        model.knownFaults().isEmpty(),
        Build.label(ui.text("lane.endpoint")),
        Build.label(ui.text("lane.state")),
        Build.label(ui.text("lane.latency")),
        Build.label(ui.text("lane.height")),
        Build.label(ui.text("lane.reads")),
        Build.label(ui.text("lane.happened")),
        Build.label(ui.text("connect.fault")));
    head.getStyleClass().add("lane-head");
    return head;
  }

  private static HBox space(String text) {
    HBox cell = Build.row(0, Build.label(text));
    cell.setMinWidth(Columns.GROUP);
    return cell;
  }

  private HBox group(String name, List<EndpointStatus> members) {
    String operator = members.getFirst().config().operator();
    VBox words =
        new VBox(
            Build.label(operator, "strong"),
            Build.label(
                members.size() == 1
                    ? ui.text("connect.one")
                    : ui.text("connect.many", members.size()),
                "muted",
                "caption"));
    words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    HBox left = Build.row(0, words, Build.spring(), bracket(members.size() > 1));
    left.getStyleClass().add("lane-group");
    left.setMinWidth(Columns.GROUP + 16);
    left.setMaxWidth(Columns.GROUP + 16);
    left.setAccessibleText(name);
    VBox right = new VBox();
    HBox.setHgrow(right, Priority.ALWAYS);
    for (EndpointStatus status : members) {
      Lane lane = new Lane(ui, model, status);
      lanes.put(status.config().id(), lane);
      right.getChildren().addAll(lane, lane.details());
    }
    return new HBox(left, right);
  }

  private static Node bracket(boolean several) {
    Region bracket = new Region();
    bracket.setMinWidth(6);
    bracket.setMaxHeight(Double.MAX_VALUE);
    if (several) {
      bracket.getStyleClass().add("bracket");
      HBox.setMargin(bracket, new Insets(10, 0, 10, 0));
    }
    HBox.setHgrow(bracket, Priority.NEVER);
    return bracket;
  }
}

package io.belay.app.connectivity;

import io.belay.app.control.Build;
import io.belay.app.control.CopyButton;
import io.belay.app.control.ObservedLabel;
import io.belay.app.control.Strip;
import io.belay.app.fx.Page;
import io.belay.app.fx.Ui;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.EndpointConfig;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The connectivity page: a sentence, then a lane per endpoint, grouped by what fails together,
/// then what rehearses their failing.
public final class ConnectivityView implements Page {
  private final Ui ui;
  private final ConnectivityViewModel model;
  private final VBox page = Build.column("page");
  private final Label headline = Build.wrapped("", "section-title");
  private final Label detail = Build.wrapped("", "muted");
  private final Label head = Build.label("", "strong");
  private final Label headAge = Build.label("", "muted", "caption");
  private final Label last = Build.label("", "strong");
  private final VBox strips = new VBox();
  private final Lanes lanes;
  private final NetworkViewModel network;
  private final ObservedLabel headKnown;
  private final ObservedLabel lastKnown;
  private final Page drill;

  /// Shows a session's connection.
  ///
  /// @param network what a person decides about endpoints
  /// @param drill the panel below
  public ConnectivityView(
      Ui ui, ConnectivityViewModel model, NetworkViewModel network, Page drill) {
    this.ui = ui;
    this.model = model;
    this.network = network;
    this.headKnown = new ObservedLabel(ui, model.now().get().head(), model.groups());
    this.lastKnown = new ObservedLabel(ui, model.now().get().finalized(), model.groups());
    this.lanes = new Lanes(ui, model);
    this.drill = drill;
    var copy = CopyButton.text(ui, ui.text("connect.copy"), model::report);
    var again = Build.button(ui.text("connect.again"), "fth-refresh-cw", "plain", model::refresh);
    page.getChildren()
        .addAll(
            Build.head(ui.text("nav.connectivity"), copy, again),
            strips,
            summary(),
            lanes,
            new NetworkPanels(ui, network),
            drill.node());
    model.now().addListener((o, was, is) -> show(is));
    model.ticks().addListener((o, was, is) -> tick());
    model.faults().addListener((o, was, is) -> lanes.showFaults());
    model.problem().addListener((o, was, is) -> show(model.now().get()));
    show(model.now().get());
  }

  private HBox summary() {
    VBox text = new VBox(4, headline, detail);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    VBox height = new VBox(2, head, headAge, headKnown);
    VBox finality =
        new VBox(2, last, Build.label(ui.text("connect.final"), "muted", "caption"), lastKnown);
    HBox summary = Build.row(24, text, height, finality);
    for (VBox lines : new VBox[] {text, height, finality}) {
      lines.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    }
    summary.getStyleClass().add("panel");
    return summary;
  }

  private void show(Connectivity now) {
    headline.setText(model.headline());
    detail.setText(model.detail());
    head.setText(model.height(now.head()));
    headKnown.show(now.head());
    lastKnown.show(now.finalized());
    headAge.setText(model.headAge());
    last.setText(model.height(now.finalized()));
    lanes.show(now.endpoints());
    strips.getChildren().clear();
    if (!model.problem().get().isEmpty()) {
      strips.getChildren().add(Strip.advice(model.problem().get(), ""));
    }
    Build.present(strips, !strips.getChildren().isEmpty());
  }

  private void tick() {
    headAge.setText(model.headAge());
    lanes.tick();
  }

  /// The endpoints' groups, for deciding whether lanes can stay.
  static List<String> shape(List<EndpointConfig> configs) {
    return configs.stream().map(c -> c.group() + "/" + c.id()).toList();
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void shown() {
    model.start();
    network.start();
    drill.shown();
  }

  @Override
  public void hidden() {
    model.stop();
    network.stop();
    drill.hidden();
  }

  @Override
  public void refresh() {
    model.refresh();
    network.load();
  }

  @Override
  public boolean back() {
    return false;
  }
}

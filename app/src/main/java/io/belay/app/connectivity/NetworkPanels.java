package io.belay.app.connectivity;

import io.belay.app.control.Build;
import io.belay.app.control.Spoken;
import io.belay.app.control.Strip;
import io.belay.app.fx.Ui;
import io.belay.core.chain.Chain;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Below the lanes: what a person decides about a network's endpoints.
final class NetworkPanels extends VBox {
  private final Ui ui;
  private final NetworkViewModel model;
  private final ComboBox<Chain> choice = new ComboBox<>();
  private final VBox strips = new VBox();
  private final GroupsPanel groups;
  private final EndpointsPanel endpoints;
  private final PolicyPanel policy;
  private final EgressPanel egress;

  NetworkPanels(Ui ui, NetworkViewModel model) {
    super(16);
    this.ui = ui;
    this.model = model;
    this.endpoints = new EndpointsPanel(ui, model);
    this.groups = new GroupsPanel(ui, model, endpoints::offerOwn);
    this.policy = new PolicyPanel(ui, model);
    this.egress = new EgressPanel(ui);
    getChildren()
        .addAll(
            head(), strips, groups, endpoints, policy, new ProxyPanel(ui, model.proxy()), egress);
    model.networks().addListener((o, was, is) -> offer(is));
    model.sheet().addListener((o, was, is) -> show());
    model.problem().addListener((o, was, is) -> tell());
    model.note().addListener((o, was, is) -> tell());
    show();
    tell();
  }

  private HBox head() {
    choice.setId("net-choice");
    choice.setAccessibleText(ui.text("net.choice"));
    choice.setConverter(new Spoken<>(Chain::name));
    choice.setOnAction(
        e -> Optional.ofNullable(choice.getValue()).map(Chain::id).ifPresent(model::choose));
    return Build.row(
        12, Build.label(ui.text("net.title"), "section-title"), Build.spring(), choice);
  }

  private void offer(List<Chain> networks) {
    choice.getItems().setAll(networks);
    model.sheet().get().ifPresent(sheet -> choice.setValue(sheet.chain()));
  }

  private void show() {
    Optional<NetworkSheet> sheet = model.sheet().get();
    for (VBox panel : List.of(groups, endpoints, egress)) {
      Build.present(panel, sheet.isPresent());
    }
    Build.present(policy, sheet.filter(s -> !s.isFixed()).isPresent());
    sheet.ifPresent(s -> {
      choice.setValue(s.chain());
      groups.show(s);
      endpoints.show(s);
      policy.show(s);
      egress.show(s);
    });
  }

  private void tell() {
    strips.getChildren().clear();
    if (!model.problem().get().isEmpty()) {
      strips.getChildren().add(Strip.advice(model.problem().get(), ""));
    }
    if (!model.note().get().isEmpty()) {
      strips.getChildren().add(Strip.note(model.note().get(), ui.text("net.saved.detail")));
    }
    Build.present(strips, !strips.getChildren().isEmpty());
  }
}

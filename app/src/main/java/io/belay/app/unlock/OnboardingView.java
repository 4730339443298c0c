package io.belay.app.unlock;

import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import io.belay.app.unlock.OnboardingViewModel.Leaf;
import io.belay.app.unlock.OnboardingViewModel.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The steps of the first day, one at a time, with the way there above and the way back below.
final class OnboardingView extends VBox {
  /// What the steps show that is not theirs.
  ///
  /// @param form the first step's form for how the person begins
  /// @param networks the third step
  /// @param working whether the form is at work, and so no way leads back
  record Parts(
      Function<Way, Node> form,
      Supplier<? extends Node> networks,
      ObservableBooleanValue working) {}

  private final Ui ui;
  private final OnboardingViewModel model;
  private final Parts parts;
  private final HBox steps = Build.row(16);
  private final VBox body = new VBox();
  private final Button back;
  private final Button next;
  private final Label quiet;
  private Optional<Node> form = Optional.empty();
  private Optional<Node> networks = Optional.empty();

  OnboardingView(Ui ui, OnboardingViewModel model, Parts parts) {
    super(16);
    this.ui = ui;
    this.model = model;
    this.parts = parts;
    setId("onboarding");
    this.back = Build.button(ui.text("create.back"), "fth-arrow-left", "link", model::back);
    back.setId("start-back");
    back.disableProperty().bind(model.busy().or(parts.working()));
    this.next = Build.button(ui.text("start.next"), "accent", model::next);
    next.setId("start-next");
    this.quiet = Build.wrapped(ui.text("start.quiet"), "muted", "caption");
    getChildren().addAll(steps, body, Build.row(12, back, quiet, Build.spring(), next));
    model.leaf().addListener((o, was, is) -> show());
    show();
  }

  private void show() {
    Leaf leaf = model.leaf().get();
    showSteps(leaf.step());
    body.getChildren().setAll(leaf(leaf));
    Build.present(back, model.canGoBack());
    Build.present(next, model.canGoOn());
    next.setDefaultButton(model.canGoOn()); // else Enter is the form's
    Build.present(quiet, leaf != Leaf.READY);
  }

  private void showSteps(Step now) {
    steps.getChildren().clear();
    for (Step step : Step.values()) {
      String name = ui.text("start.step." + step.number());
      Label label = Build.label(step.number() + "  " + name, "step");
      label.getStyleClass().add(step == now ? "strong" : "muted");
      steps.getChildren().add(label);
    }
    Label place = Build.label(ui.text("start.step", now.number()), "muted", "caption");
    place.setId("start-step");
    steps.getChildren().addAll(Build.spring(), place);
  }

  private Node leaf(Leaf leaf) {
    return switch (leaf) {
      case CHOICE -> {
        form = Optional.empty();
        yield choices();
      }
      case FORM -> {
        Node fresh = parts.form().apply(model.way());
        form = Optional.of(fresh);
        yield fresh;
      }
      case WORDS -> form.orElseThrow(); // it has turned itself to the words
      case MADE -> said(ui.text("start.made"), model.vaultSays());
      case KEPT -> said(ui.text("start.kept"), model.wordsSay());
      case NETWORKS -> networks();
      case READY -> ready();
    };
  }

  private VBox choices() {
    GridPane ways = new GridPane();
    ways.setHgap(16);
    ways.setVgap(12);
    for (Way way : Way.values()) {
      Button button =
          Build.button(ui.text("start.way." + way.word()), "plain", () -> model.begin(way));
      button.setId("start-" + way.word() + "-way");
      button.getStyleClass().add("way-in");
      String meaning = ui.text("start.way." + way.word() + ".detail");
      button.setAccessibleText(button.getText() + ". " + meaning);
      button.setMaxWidth(Double.MAX_VALUE); // all as wide as the widest
      Label detail = Build.wrapped(meaning, "muted", "caption");
      GridPane.setHgrow(detail, Priority.ALWAYS);
      ways.addRow(ways.getRowCount(), button, detail);
      if (way == Way.CREATE) {
        Build.focusWhenShown(button);
      }
    }
    return Build.column("panel", Build.label(ui.text("start.title"), "section-title"), ways);
  }

  private VBox said(String title, String detail) {
    VBox panel = Build.column("panel", Build.label(title, "section-title"));
    panel.getChildren().add(Build.wrapped(detail, "muted"));
    return panel;
  }

  private Node networks() {
    Node third = networks.orElseGet(() -> Build.column("panel", parts.networks().get()));
    networks = Optional.of(third);
    return third;
  }

  private VBox ready() {
    Button open = Build.button(ui.text("start.open"), "accent", model::finish);
    open.setId("start-open");
    open.setDefaultButton(true);
    open.disableProperty().bind(model.busy());
    Build.focusWhenShown(open);
    List<Node> facts =
        List.of(
            Build.fact(ui.text("start.step.1"), Build.wrapped(model.vaultSays())),
            Build.fact(ui.text("start.step.2"), Build.wrapped(model.wordsSay())),
            Build.fact(ui.text("start.step.3"), Build.wrapped(model.networksSay())));
    VBox panel = Build.column("panel", Build.label(ui.text("start.ready"), "section-title"));
    panel.getChildren().addAll(facts);
    panel
        .getChildren()
        .addAll(
            Build.wrapped(model.nextSays(), "muted"),
            Build.problem(model.problem()),
            Build.row(8, open));
    return panel;
  }
}

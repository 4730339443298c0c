package io.belay.app.connectivity;

import io.belay.app.control.Build;
import io.belay.app.control.Chosen;
import io.belay.app.control.Strip;
import io.belay.app.fx.Ui;
import io.belay.core.rpc.EndpointPolicy;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// How far a person wants to leave their own node: a choice, each with a sentence.
final class PolicyPanel extends VBox {
  private final Ui ui;
  private final NetworkViewModel model;
  private final Map<EndpointPolicy, RadioButton> choices = new EnumMap<>(EndpointPolicy.class);
  private final VBox question = new VBox();

  PolicyPanel(Ui ui, NetworkViewModel model) {
    this.ui = ui;
    this.model = model;
    setId("net-policy");
    getStyleClass().add("panel");
    getChildren().addAll(Build.label(ui.text("policy.title"), "section-title"), question);
    ToggleGroup group = new ToggleGroup();
    for (EndpointPolicy policy : EndpointPolicy.values()) {
      RadioButton choice = new RadioButton(ui.text("policy." + policy.word()));
      choice.setId("policy-" + policy.word());
      choice.setToggleGroup(group);
      Chosen.when(choice, () -> model.decide(policy));
      String sentence = ui.text("policy." + policy.word() + ".detail");
      choice.setAccessibleText(choice.getText() + ". " + sentence);
      choices.put(policy, choice);
      VBox detail = new VBox(Build.wrapped(sentence, "muted", "caption"));
      detail.getStyleClass().add("choice-detail");
      getChildren().add(new VBox(2, choice, detail));
    }
    model.problem().addListener((o, was, is) -> model.sheet().get().ifPresent(this::choose));
  }

  /// What is kept is chosen, whatever was asked for: a choice that was not kept turns back.
  private void choose(NetworkSheet sheet) {
    choices.forEach((policy, choice) -> choice.setSelected(policy == sheet.policy()));
  }

  void show(NetworkSheet sheet) {
    choose(sheet);
    question.getChildren().clear();
    if (sheet.policy() == EndpointPolicy.ASK) {
      question.getChildren().add(sheet.consented() ? answered() : asked(sheet));
    }
    Build.present(question, !question.getChildren().isEmpty());
  }

  private Node asked(NetworkSheet sheet) {
    Button yes = Build.button(ui.text("policy.yes"), "plain", () -> model.consent(true));
    yes.setId("policy-yes");
    return Strip.advice(
        ui.text("policy.asks", sheet.waiting()), ui.text("policy.asks.detail"), yes);
  }

  private Node answered() {
    Button no = Build.button(ui.text("policy.no"), "plain", () -> model.consent(false));
    no.setId("policy-no");
    return Strip.note(ui.text("policy.said"), "", no);
  }
}

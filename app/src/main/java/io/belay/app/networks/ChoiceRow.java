package io.belay.app.networks;

import io.belay.app.control.Build;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// One of several answers, and what it means in a sentence.
final class ChoiceRow extends VBox {
  private final RadioButton choice;
  private final Label meaning = Build.wrapped("", "muted", "caption");

  ChoiceRow(ToggleGroup group, String id, String title, String sentence) {
    super(2);
    choice = new RadioButton(title);
    choice.setId(id);
    choice.setToggleGroup(group);
    VBox detail = new VBox(meaning);
    detail.getStyleClass().add("choice-detail");
    detail.setMaxWidth(640);
    getChildren().addAll(choice, detail);
    means(sentence);
  }

  /// What choosing it means by now.
  void means(String sentence) {
    meaning.setText(sentence);
    choice.setAccessibleText(choice.getText() + ". " + sentence);
  }

  RadioButton button() {
    return choice;
  }
}

package io.belay.app.control;

import io.belay.app.fx.Ui;
import io.belay.core.fee.FeeChoice;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.Property;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Chooses a pace, or own figures in gwei.
public final class FeePicker extends VBox {
  /// Edits a pace, empty for own figures, and the two figures.
  public FeePicker(
      Ui ui,
      Property<Optional<FeeChoice.Pace>> pace,
      Property<String> maxGwei,
      Property<String> tipGwei) {
    super(6);
    ToggleGroup group = new ToggleGroup();
    for (FeeChoice.Pace each :
        new FeeChoice.Pace[] {FeeChoice.Pace.NORMAL, FeeChoice.Pace.SLOW, FeeChoice.Pace.FAST}) {
      String key = "fee." + each.name().toLowerCase(Locale.ROOT);
      getChildren().add(choice(group, ui.text(key), pace, Optional.of(each)));
    }
    HBox own =
        Build.row(
            8,
            choice(group, ui.text("fee.own"), pace, Optional.empty()),
            figure(ui.text("fee.max"), maxGwei, pace),
            figure(ui.text("fee.tip"), tipGwei, pace));
    getChildren().add(own);
  }

  private static RadioButton choice(
      ToggleGroup group,
      String text,
      Property<Optional<FeeChoice.Pace>> pace,
      Optional<FeeChoice.Pace> value) {
    RadioButton button = new RadioButton(text);
    button.setToggleGroup(group);
    button.setSelected(pace.getValue().equals(value));
    button.setOnAction(e -> pace.setValue(value));
    return button;
  }

  private static TextField figure(
      String prompt, Property<String> text, Property<Optional<FeeChoice.Pace>> pace) {
    TextField field = new TextField();
    field.setPromptText(prompt);
    field.setPrefWidth(124);
    field.textProperty().bindBidirectional(text);
    Build.present(field, pace.getValue().isEmpty());
    pace.addListener((o, was, is) -> Build.present(field, is.isEmpty()));
    return field;
  }
}

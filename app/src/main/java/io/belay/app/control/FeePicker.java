package io.belay.app.control;

import io.belay.app.fx.Ui;
import io.belay.core.fee.FeeChoice;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Chooses a pace, each with what it costs and how long it waits, or own figures in gwei.
public final class FeePicker extends VBox {
  private static final FeeChoice.Pace[] ORDER = {
    FeeChoice.Pace.NORMAL, FeeChoice.Pace.SLOW, FeeChoice.Pace.FAST
  };

  private final Ui ui;
  private final Property<Optional<FeeChoice.Pace>> pace;
  private final ToggleGroup group = new ToggleGroup();

  /// Edits a pace, empty for own figures, and the two figures.
  ///
  /// @param cost what a pace costs, in words
  /// @param own what the own figures mean, in words
  public FeePicker(
      Ui ui,
      Property<Optional<FeeChoice.Pace>> pace,
      Property<String> maxGwei,
      Property<String> tipGwei,
      Function<FeeChoice.Pace, ObservableValue<String>> cost,
      ObservableValue<String> own) {
    super(6);
    this.ui = ui;
    this.pace = pace;
    for (FeeChoice.Pace each : ORDER) {
      getChildren().add(paced(each, cost.apply(each)));
    }
    RadioButton figures = choice(ui.text("fee.own"), Optional.empty());
    figures.setId("fee-own");
    Label meaning = Build.wrapped("", "muted", "caption", "fee-meaning");
    meaning.textProperty().bind(own);
    HBox fields =
        Build.row(
            8,
            figure("fee-max", ui.text("fee.max"), maxGwei),
            figure("fee-tip", ui.text("fee.tip"), tipGwei));
    VBox below = new VBox(4, fields, meaning);
    below.getStyleClass().add("choice-detail");
    Build.present(below, pace.getValue().isEmpty());
    pace.addListener((o, was, is) -> Build.present(below, is.isEmpty()));
    getChildren().addAll(figures, below);
  }

  private HBox paced(FeeChoice.Pace each, ObservableValue<String> cost) {
    String word = each.name().toLowerCase(Locale.ROOT);
    RadioButton button = choice(ui.text("fee." + word), Optional.of(each));
    button.setId("fee-" + word);
    button.setMinWidth(96);
    Label price = Build.wrapped("", "muted");
    price.setId("cost-" + word);
    price.textProperty().bind(cost);
    button
        .accessibleTextProperty()
        .bind(price.textProperty().map(said -> button.getText() + ", " + said));
    return Build.row(8, button, price);
  }

  private RadioButton choice(String text, Optional<FeeChoice.Pace> value) {
    RadioButton button = new RadioButton(text);
    button.setToggleGroup(group);
    button.setSelected(pace.getValue().equals(value));
    Chosen.when(button, () -> pace.setValue(value));
    pace.addListener((o, was, is) -> button.setSelected(is.equals(value)));
    return button;
  }

  private static VBox figure(String id, String name, Property<String> text) {
    TextField field = new TextField();
    field.setId(id);
    field.setAccessibleText(name);
    field.setPrefWidth(150);
    field.textProperty().bindBidirectional(text);
    return Build.formRow(name, field);
  }
}

package io.belay.app.control;

import io.belay.app.fx.Ui;
import io.belay.core.money.Amount;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/// A field for an amount, checked while it is typed; what was understood is said below. Or all
/// there is, which is worked out when the payment is planned.
public final class AmountField extends VBox {
  private final Ui ui;
  private final ObservableValue<Checked<Amount>> read;
  private final TextField field = new TextField();
  private final ToggleButton max;
  private final Label echo = Build.label("", "muted", "caption");
  private final Label everything = Build.wrapped("", "muted", "caption");
  private final Label problem = Build.wrapped("", "problem");

  /// Edits the text, and whether everything is meant instead.
  ///
  /// @param read what both mean
  /// @param symbol of the asset, blank while that is not known
  /// @param whole what everything means
  public AmountField(
      Ui ui,
      Property<String> text,
      Property<Boolean> all,
      ObservableValue<Checked<Amount>> read,
      ObservableValue<String> symbol,
      ObservableValue<String> whole) {
    super(4);
    this.ui = ui;
    this.read = read;
    this.max = new ToggleButton(ui.text("amount.max"));
    field.setId("amount");
    field.setPromptText("0.0");
    field.setPrefWidth(200);
    field.setAccessibleText(ui.text("send.amount"));
    field.textProperty().bindBidirectional(text);
    field.disableProperty().bind(all);
    max.setId("max");
    max.setMinWidth(USE_PREF_SIZE);
    max.setAccessibleText(ui.text("amount.max.read"));
    max.selectedProperty().bindBidirectional(all);
    Label unit = Build.label("", "medium");
    unit.textProperty().bind(symbol);
    everything.textProperty().bind(whole);
    read.addListener((o, was, is) -> show());
    all.addListener((o, was, is) -> show());
    show();
    getChildren().addAll(Build.row(8, field, unit, max, echo), everything, problem);
  }

  private void show() {
    Checked<Amount> now = read.getValue();
    boolean typed = !max.isSelected();
    boolean wrong = typed && !now.problem().isEmpty();
    boolean understood = typed && !field.getText().isBlank();
    echo.setText(understood ? now.value().map(a -> ui.text("amount.echo", a)).orElse("") : "");
    problem.setText(now.problem());
    Build.present(problem, wrong);
    Build.present(everything, !typed);
    field.getStyleClass().remove("wrong");
    if (wrong) {
      field.getStyleClass().add("wrong");
    }
  }
}

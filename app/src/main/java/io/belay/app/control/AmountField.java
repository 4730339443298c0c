package io.belay.app.control;

import io.belay.app.fx.Ui;
import io.belay.core.money.Amount;
import io.belay.core.money.Asset;
import javafx.beans.property.Property;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A field for an amount, checked while it is typed; what was understood is said below.
public final class AmountField extends VBox {
  /// Edits the text.
  public AmountField(Ui ui, Asset asset, Property<String> text) {
    super(4);
    TextField field = new TextField();
    field.setId("amount");
    field.setPromptText("0.0");
    field.setPrefWidth(200);
    field.textProperty().bindBidirectional(text);
    Label echo = Build.label("", "muted", "caption");
    Label problem = Build.wrapped("", "problem");
    field.textProperty().addListener((o, was, is) -> check(ui, asset, field, echo, problem));
    check(ui, asset, field, echo, problem);
    getChildren().addAll(Build.row(8, field, Build.label(asset.symbol(), "medium"), echo), problem);
  }

  private static void check(Ui ui, Asset asset, TextField field, Label echo, Label problem) {
    Checked<Amount> read = Checked.amount(field.getText(), asset, ui.words());
    field.getStyleClass().remove("wrong");
    echo.setText(read.value().map(amount -> ui.text("amount.echo", amount)).orElse(""));
    problem.setText(read.problem());
    boolean wrong = !read.problem().isEmpty();
    Build.present(problem, wrong);
    if (wrong) {
      field.getStyleClass().add("wrong");
    }
  }
}

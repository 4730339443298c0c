package io.belay.app.control;

import io.belay.app.fx.Motion;
import io.belay.app.fx.Ui;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One QR code, or several as numbered pages. They turn by themselves while they are in view,
/// unless the system asks for little motion; then, and whenever a person turns them, by hand.
public final class QrPages extends VBox {
  private final Ui ui;
  private final QrTurns turns;
  private final int side;
  private final StackPane code = new StackPane();
  private final Label number = Build.label("", "strong");
  private final ToggleButton turning;

  /// @param texts at least one, each short enough for one code
  /// @param side how many points wide a code may be
  public QrPages(Ui ui, List<String> texts, int side) {
    super(8);
    this.ui = ui;
    this.turns = new QrTurns(ui, texts);
    this.side = side;
    this.turning = new ToggleButton(ui.text("qr.turn"));
    setId("qr-pages");
    setMinWidth(USE_PREF_SIZE);
    getChildren().add(code);
    if (turns.count() > 1) {
      getChildren()
          .addAll(controls(), Build.wrapped(ui.text("qr.parts", turns.count()), "caption"));
      setPrefWidth(side + 32);
      sceneProperty()
          .addListener((o, was, is) -> {
            if (is == null) {
              turns.stop();
            } else if (!Motion.isReduced()) {
              turns.start();
            }
          });
    }
    turns.index().addListener((o, was, is) -> show());
    show();
  }

  private HBox controls() {
    Button previous = turn("qr-previous", "fth-chevron-left", "qr.previous", turns::previous);
    Button next = turn("qr-next", "fth-chevron-right", "qr.next", turns::next);
    number.setId("qr-number");
    number.setMinWidth(72);
    turning.setId("qr-turning");
    turning.getStyleClass().add("choice");
    turning.setAccessibleText(ui.text("qr.turn"));
    turning.setMinWidth(USE_PREF_SIZE);
    turns.turning().addListener((o, was, is) -> turning.setSelected(is));
    turning.setOnAction(e -> {
      if (turning.isSelected()) {
        turns.start();
      } else {
        turns.stop();
      }
    });
    return Build.row(8, previous, number, next, Build.spring(), turning);
  }

  private Button turn(String id, String icon, String key, Runnable action) {
    Button button = Build.button("", icon, "plain", action);
    button.setId(id);
    button.setAccessibleText(ui.text(key));
    return button;
  }

  private void show() {
    QrView view = new QrView(turns.text(), side);
    if (turns.count() > 1) {
      String of = ui.text("qr.number", turns.index().get() + 1, turns.count());
      number.setText(of);
      view.setAccessibleText(of);
    }
    code.getChildren().setAll(view);
  }
}

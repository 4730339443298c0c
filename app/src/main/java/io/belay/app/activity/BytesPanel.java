package io.belay.app.activity;

import io.belay.app.control.Build;
import io.belay.app.control.CopyButton;
import io.belay.app.control.QrPages;
import io.belay.app.control.Strip;
import io.belay.app.fx.Ui;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The signed bytes, to be carried by hand: as text, file or picture, with plain instructions.
final class BytesPanel extends VBox {
  private static final int QR_SIDE = 288;

  private final Ui ui;
  private final SignedBytes bytes;
  private final TitledPane pane = new TitledPane();
  private final VBox strips = new VBox();

  BytesPanel(Ui ui, SignedBytes bytes) {
    this.ui = ui;
    this.bytes = bytes;
    getStyleClass().add("panel");
    pane.setId("signed-bytes");
    pane.setAnimated(false);
    pane.setExpanded(false);
    getChildren().add(pane);
    bytes.signed().addListener((o, was, is) -> show());
    bytes.notice().addListener((o, was, is) -> showStrips());
    bytes.problem().addListener((o, was, is) -> showStrips());
    show();
    showStrips();
  }

  /// Opens it and leads the eye there.
  void open() {
    pane.setExpanded(true);
    pane.requestFocus();
  }

  private void show() {
    pane.setText(ui.text("bytes.title", bytes.size()));
    pane.setDisable(bytes.signed().get().isEmpty());
    TextArea text = new TextArea(bytes.text());
    text.getStyleClass().add("bytes");
    text.setAccessibleText(ui.text("bytes.title", bytes.size()));
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefRowCount(5);
    VBox left =
        new VBox(
            12,
            Build.wrapped(ui.text("bytes.how")),
            Build.wrapped(ui.text("bytes.how.1", bytes.chain()), "muted"),
            Build.wrapped(ui.text("bytes.how.2"), "muted"),
            text,
            save(),
            strips);
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox content = new HBox(16, left, code());
    pane.setContent(content);
  }

  private Node code() {
    return bytes.parts().isEmpty() ? new Region() : new QrPages(ui, bytes.parts(), QR_SIDE);
  }

  private VBox save() {
    TextField folder = new TextField();
    folder.setId("bytes-folder");
    folder.textProperty().bindBidirectional(bytes.folder());
    FlowPane files =
        new FlowPane(
            8,
            8,
            copy(),
            button("bytes-file", "bytes.file", bytes::saveText),
            button("bytes-picture", "bytes.picture", bytes::savePicture));
    return new VBox(8, Build.formRow(ui.text("bytes.folder"), folder), files);
  }

  private Button copy() {
    Button copy = CopyButton.text(ui, ui.text("bytes.copy"), bytes::text);
    copy.setId("bytes-copy");
    return copy;
  }

  private Button button(String id, String key, Runnable action) {
    Button button = Build.button(ui.text(key), "plain", action);
    button.setId(id);
    return button;
  }

  private void showStrips() {
    strips.getChildren().clear();
    if (!bytes.notice().get().isEmpty()) {
      strips.getChildren().add(Strip.note(bytes.notice().get(), ""));
    }
    if (!bytes.problem().get().isEmpty()) {
      strips.getChildren().add(Strip.danger(bytes.problem().get(), ""));
    }
    Build.present(strips, !strips.getChildren().isEmpty());
  }
}

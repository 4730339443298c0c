package io.belay.app.shell;

import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.fx.Ui;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;

/// Above the page while something that was dropped waits or was refused.
final class DropStrip extends VBox {
  private final Ui ui;
  private final DropViewModel model;

  DropStrip(Ui ui, DropViewModel model) {
    this.ui = ui;
    this.model = model;
    setId("drop");
    getStyleClass().add("crash");
    model.title().addListener((o, was, is) -> show());
    show();
  }

  private void show() {
    String title = model.title().get();
    Build.present(this, !title.isEmpty());
    if (title.isEmpty()) {
      getChildren().clear();
      return;
    }
    Button away = Build.button(ui.text("action.close"), "plain", model::dismiss);
    away.setId("drop-dismiss");
    getChildren()
        .setAll(
            model.waiting().get()
                ? Strip.hint(title, model.detail().get(), away)
                : Strip.advice(title, model.detail().get(), away));
  }

  /// Takes whatever is dropped on a node, unless a part of it did.
  void listen(Node node) {
    node.setOnDragOver(this::offer);
    node.setOnDragDropped(this::drop);
  }

  private void offer(DragEvent event) {
    Dragboard board = event.getDragboard();
    if (board.hasFiles() || board.hasString()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void drop(DragEvent event) {
    Dragboard board = event.getDragboard();
    put(
        board.hasFiles() ? board.getFiles() : List.of(), Optional.ofNullable(board.getString()));
    event.setDropCompleted(true);
    event.consume();
  }

  /// Takes what was dropped; of files and a text together the files.
  void put(List<File> files, Optional<String> text) {
    if (files.isEmpty()) {
      text.ifPresent(model::text);
    } else {
      model.files(files.stream().map(File::toPath).toList());
    }
  }
}

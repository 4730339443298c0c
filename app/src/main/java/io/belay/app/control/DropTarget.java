package io.belay.app.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// What a node does with files or text that are dropped on it.
///
/// @param files told of files, never of none
/// @param text told of a text that came without files
public record DropTarget(Consumer<List<Path>> files, Consumer<String> text) {
  /// Takes whatever is dropped on a node, unless a part of it did.
  public void on(Node node) {
    node.setOnDragOver(DropTarget::offer);
    node.setOnDragDropped(this::drop);
  }

  private static void offer(DragEvent event) {
    Dragboard board = event.getDragboard();
    if (board.hasFiles() || board.hasString()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void drop(DragEvent event) {
    Dragboard board = event.getDragboard();
    put(board.hasFiles() ? board.getFiles() : List.of(), Optional.ofNullable(board.getString()));
    event.setDropCompleted(true);
    event.consume();
  }

  /// Takes what was dropped; of files and a text together the files.
  public void put(List<File> dropped, Optional<String> written) {
    if (dropped.isEmpty()) {
      written.ifPresent(text);
    } else {
      files.accept(dropped.stream().map(File::toPath).toList());
    }
  }
}

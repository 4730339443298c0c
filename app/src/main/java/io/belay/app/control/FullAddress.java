package io.belay.app.control;

import io.belay.base.Address;
import javafx.geometry.NodeOrientation;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A whole address in groups of four, its first and last group strong; never shortened.
public final class FullAddress extends TextFlow {
  /// Shows an address.
  public FullAddress(Address address) {
    getStyleClass().add("full-address");
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    setAccessibleText(address.toString());
    String text = address.toString();
    for (int i = 2; i < text.length(); i += 4) {
      String group = (i == 2 ? "0x" : " ") + text.substring(i, i + 4);
      Text node = new Text(group);
      node.getStyleClass().add("text");
      if (i == 2 || i + 4 >= text.length()) {
        node.getStyleClass().add("edge");
      }
      getChildren().add(node);
    }
  }
}

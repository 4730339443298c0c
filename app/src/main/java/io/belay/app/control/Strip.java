package io.belay.app.control;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Trouble in a sentence, within the page; there are no dialogs.
public final class Strip extends HBox {
  private final VBox text;

  private Strip(String style, String icon, String title, String detail, Node... actions) {
    getStyleClass().addAll("strip", style);
    this.text = new VBox(2, Build.wrapped(title, "title"));
    if (!detail.isEmpty()) {
      text.getChildren().add(Build.wrapped(detail, "detail"));
    }
    text.setMinWidth(0);
    HBox.setHgrow(text, javafx.scene.layout.Priority.ALWAYS);
    getChildren().addAll(new FontIcon(icon), text);
    getChildren().addAll(actions);
  }

  /// With something to look at below the words.
  public Strip showing(Node node) {
    VBox.setMargin(node, new javafx.geometry.Insets(6, 0, 2, 0));
    text.getChildren().add(node);
    return this;
  }

  /// Something to know or to try, which is neither done nor trouble.
  public static Strip hint(String title, String detail, Node... actions) {
    return new Strip("note", "fth-info", title, detail, actions);
  }

  /// News that is no trouble.
  public static Strip note(String title, String detail, Node... actions) {
    return new Strip("note", "fth-check", title, detail, actions);
  }

  /// Advice, or partial trouble.
  public static Strip advice(String title, String detail, Node... actions) {
    return new Strip("advice", "fth-info", title, detail, actions);
  }

  /// Money or keys are at stake.
  public static Strip danger(String title, String detail, Node... actions) {
    return new Strip("danger", "fth-alert-circle", title, detail, actions);
  }
}

package io.belay.app.control;

import io.belay.app.fx.Bidi;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Short ways to write nodes down.
public final class Build {
  private Build() {}

  /// A label with style classes.
  public static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    if (List.of(styles).contains("mono")) {
      label.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // as it is everywhere in the world
    }
    return label;
  }

  /// A label that wraps and may shrink.
  public static Label wrapped(String text, String... styles) {
    Label label = label(Bidi.wrappable(text), styles);
    label.setWrapText(true);
    label.setMinWidth(0);
    return label;
  }

  /// A button; `style` is `accent`, `plain` or `link`.
  public static Button button(String text, String style, Runnable action) {
    Button button = new Button(text);
    button.getStyleClass().add(style);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }

  /// A button with a feather icon.
  public static Button button(String text, String icon, String style, Runnable action) {
    Button button = button(text, style, action);
    button.setGraphic(new FontIcon(icon));
    return button;
  }

  /// A row.
  public static HBox row(double spacing, Node... nodes) {
    HBox row = new HBox(spacing, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /// A column with style classes.
  public static VBox column(String style, Node... nodes) {
    VBox column = new VBox(nodes);
    column.getStyleClass().addAll(style.split(" ", -1));
    return column;
  }

  /// Takes the room that is left.
  public static Region spring() {
    Region region = new Region();
    HBox.setHgrow(region, Priority.ALWAYS);
    return region;
  }

  /// A page's title with its actions at the right.
  public static HBox head(String title, Node... actions) {
    HBox head = row(8, label(title, "page-title"), spring());
    head.getStyleClass().add("page-head");
    head.getChildren().addAll(actions);
    return head;
  }

  /// A named form row; what stands below the field comes last. A field without a name of its own is
  /// read out by this one.
  public static VBox formRow(String name, Node... nodes) {
    Label named = label(name, "name");
    VBox row = column("form-row", named);
    row.getChildren().addAll(nodes);
    if (nodes.length > 0 && nodes[0] instanceof Control field) {
      named.setLabelFor(field);
      if (field.getAccessibleText() == null) {
        field.setAccessibleText(name);
      }
    }
    return row;
  }

  /// A name and its value, side by side.
  public static HBox fact(String name, Node value) {
    Label left = label(name, "field-name");
    HBox row = row(12, left, value);
    // a value with a chip is higher than its text, and has no baseline of its own
    row.setAlignment(value instanceof HBox ? Pos.CENTER_LEFT : Pos.BASELINE_LEFT);
    HBox.setHgrow(value, Priority.ALWAYS);
    return row;
  }

  /// Shows a node only while there is something to show, and takes no room otherwise.
  public static void present(Node node, boolean present) {
    node.setVisible(present);
    node.setManaged(present);
  }

  /// Gives a node the focus as soon as it stands in a window.
  public static void focusWhenShown(Node node) {
    node.sceneProperty()
        .addListener((o, was, is) -> {
          if (is != null) {
            node.requestFocus();
          }
        });
  }

  /// A label below a field that is there only while it has a text.
  public static Label problem(javafx.beans.value.ObservableValue<String> text) {
    return said(text, "problem");
  }

  /// A label that wraps and is there only while it has a text.
  public static Label said(javafx.beans.value.ObservableValue<String> text, String... styles) {
    Label label = wrapped("", styles);
    label.textProperty().bind(text);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}

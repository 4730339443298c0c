package io.belay.app.palette;

import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Over the page, while it is open: a field, and below it what fits. The focus goes back to where
/// it was.
public final class PaletteView extends StackPane {
  private static final double ROW = 34;
  private static final int ROWS = 12;

  private final Ui ui;
  private final PaletteViewModel model;
  private final Label title = Build.label("", "section-title");
  private final TextField field = new TextField();
  private final ListView<Command> list;
  private final Label nothing;
  private Optional<Node> before = Optional.empty();

  /// Shows the palette whenever the model opens it.
  public PaletteView(Ui ui, PaletteViewModel model) {
    this.ui = ui;
    this.model = model;
    this.list = new ListView<>(model.found());
    this.nothing = Build.label(ui.text("palette.none"), "muted");
    getStyleClass().add("palette-ground");
    setId("palette");
    field.setId("palette-field");
    field.textProperty().bindBidirectional(model.typed());
    list.setId("palette-list");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setPlaceholder(nothing);
    list.setCellFactory(l -> new Cell());
    VBox box = Build.column("panel palette", title, field, list);
    // the shadow is a node beside the words: as theirs it would be made anew with each key
    Region shade = new Region();
    shade.getStyleClass().add("palette-shade");
    StackPane frame = new StackPane(shade, box);
    frame.setMaxSize(560, USE_PREF_SIZE);
    StackPane.setAlignment(frame, Pos.TOP_CENTER);
    getChildren().add(frame);
    setOnMousePressed(e -> {
      if (e.getTarget().equals(this)) {
        model.close();
      }
    });
    model.open().addListener((o, was, is) -> turned(is));
    model.chosen().addListener((o, was, is) -> choose());
    model.found().addListener((ListChangeListener<Command>) c -> fit());
    Build.present(this, false);
  }

  /// Whether it takes the keys.
  public boolean isOpen() {
    return model.open().get();
  }

  /// What a key does here.
  ///
  /// @return whether it did something; other keys are typed
  public boolean press(KeyCode code) {
    switch (code) {
      case DOWN -> model.move(1);
      case UP -> model.move(-1);
      case PAGE_DOWN -> model.move(Math.min(ROWS, model.found().size() - 1 - model.chosen().get()));
      case PAGE_UP -> model.move(-Math.min(ROWS, model.chosen().get()));
      case ENTER -> model.run();
      case ESCAPE -> model.close();
      case TAB -> {} // there is nowhere else to go
      default -> {
        return false;
      }
    }
    return true;
  }

  private void turned(boolean open) {
    if (open) {
      before = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
      title.setText(ui.text(model.keysOnly().get() ? "palette.keys" : "palette.title"));
      field.setPromptText(ui.text("palette.prompt"));
      fit();
    }
    Build.present(this, open);
    if (open) {
      field.requestFocus();
    } else {
      before.filter(node -> node.getScene() != null).ifPresent(Node::requestFocus);
      before = Optional.empty();
    }
  }

  private void fit() {
    int rows = Math.max(1, Math.min(ROWS, model.found().size()));
    list.setPrefHeight(rows * ROW + 2);
    choose();
  }

  private void choose() {
    int at = model.chosen().get();
    if (at < model.found().size()) {
      list.getSelectionModel().clearAndSelect(at);
      list.scrollTo(Math.max(0, at - ROWS + 2));
      Command command = model.found().get(at);
      // the focus stays in the field, so that is where the choice is read out
      field.setAccessibleText(
          ui.text("palette.chosen", command.title(), command.keys(), at + 1, model.found().size()));
    } else {
      field.setAccessibleText(ui.text("palette.none"));
    }
  }

  private final class Cell extends ListCell<Command> {
    private final Label what = Build.label("");
    private final Label keys = Build.label("", "keys");
    private final HBox line = Build.row(8, what, Build.spring(), keys);

    Cell() {
      setText("");
      setOnMouseClicked(e -> Optional.ofNullable(getItem()).ifPresent(model::run));
    }

    @Override
    protected void updateItem(Command command, boolean empty) {
      super.updateItem(command, empty);
      if (empty || command == null) {
        setGraphic(null);
        return;
      }
      what.setText(command.title());
      keys.setText(command.keys());
      Build.present(keys, !command.keys().isEmpty());
      setGraphic(line);
    }
  }
}

package io.belay.app.unlock;

import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Name and password, then the words, then three of them asked back.
final class CreateView extends VBox {
  private final Ui ui;
  private final CreateViewModel model;

  CreateView(Ui ui, CreateViewModel model, Optional<Runnable> back) {
    this.ui = ui;
    this.model = model;
    getStyleClass().add("panel");
    show(back);
    model.step().addListener((o, was, is) -> show(back));
  }

  private void show(Optional<Runnable> back) {
    List<Node> content =
        switch (model.step().get()) {
          case FORM -> form(back);
          case WORDS -> words();
          case CHECK -> check();
        };
    getChildren().setAll(content);
    int problemAt = getChildren().size() - 1;
    getChildren().add(problemAt, Build.problem(model.problem()));
    getChildren().add(new Waiting(ui, model.busy(), Optional.empty()));
  }

  private List<Node> form(Optional<Runnable> back) {
    TextField name = new TextField();
    name.textProperty().bindBidirectional(model.name());
    PasswordField first = new PasswordField();
    first.setId("new-password");
    // both, since one character typed over another changes the place only, and one deleted by
    // Delete the length only
    first.lengthProperty().addListener((o, was, is) -> model.typed(Passwords.copy(first)));
    first.caretPositionProperty().addListener((o, was, is) -> model.typed(Passwords.copy(first)));
    PasswordField again = new PasswordField();
    again.setId("again");
    ComboBox<Integer> count = new ComboBox<>();
    count.getItems().setAll(12, 24);
    count.valueProperty().bindBidirectional(model.count().asObject());
    Button create =
        Build.button(
            ui.text("create.action"),
            "accent",
            () -> model.create(Passwords.take(first), Passwords.take(again)));
    create.setId("create");
    create.disableProperty().bind(model.busy());
    create.setDefaultButton(true);
    Button leave =
        Build.button(ui.text("create.back"), "link", () -> back.ifPresent(Runnable::run));
    leave.disableProperty().bind(model.busy());
    Build.present(leave, back.isPresent());
    focusLater(first);
    return List.of(
        Build.label(ui.text("create.title"), "section-title"),
        Build.formRow(ui.text("create.name"), name),
        Build.formRow(ui.text("create.password"), first, strength()),
        Build.formRow(ui.text("create.again"), again),
        Build.formRow(ui.text("create.words"), count),
        Build.row(8, create, Build.spring(), leave));
  }

  private Label strength() {
    Label label = Build.label("", "caption");
    model
        .strength()
        .addListener((o, was, is) -> {
          label.setText(model.strengthWords());
          label.getStyleClass().removeIf(style -> style.startsWith("strength-"));
          is.ifPresent(score -> label.getStyleClass().add("strength-" + score));
        });
    return label;
  }

  private static void focusLater(Node node) {
    node.sceneProperty()
        .addListener((o, was, is) -> {
          if (is != null) {
            node.requestFocus();
          }
        });
  }

  private List<Node> words() {
    FlowPane grid = new FlowPane(8, 8);
    int place = 1;
    for (char[] word : model.words()) {
      grid.getChildren()
          .add(
              new javafx.scene.layout.HBox(
                  8,
                  Build.label(String.valueOf(place++), "faint", "caption", "word-place"),
                  Build.label(String.valueOf(word), "strong")));
    }
    grid.getChildren().forEach(cell -> cell.getStyleClass().add("word-cell"));
    Button on = Build.button(ui.text("create.written"), "accent", model::written);
    on.setId("written");
    return List.of(
        Build.label(ui.text("create.write.title"), "section-title"),
        Build.wrapped(ui.text("create.write.detail"), "muted"),
        grid,
        Build.row(8, on, Build.spring(), skip()));
  }

  private List<Node> check() {
    List<Node> nodes = new ArrayList<>();
    nodes.add(Build.label(ui.text("create.check.title"), "section-title"));
    List<TextField> fields = new ArrayList<>();
    for (int place : model.asked()) {
      TextField field = new TextField();
      field.setId("word-" + place);
      fields.add(field);
      nodes.add(Build.formRow(ui.text("create.check.word", place + 1), field));
    }
    Button done =
        Build.button(
            ui.text("create.check.action"),
            "accent",
            () -> model.check(fields.stream().map(TextField::getText).toList()));
    done.setId("check");
    done.setDefaultButton(true);
    focusLater(fields.getFirst());
    Button again = Build.button(ui.text("create.check.again"), "link", model::showAgain);
    nodes.add(Build.row(8, done, Build.spring(), again, skip()));
    return nodes;
  }

  private Button skip() {
    Button skip = Build.button(ui.text("create.skip"), "link", model::skip);
    skip.setId("skip");
    Build.present(skip, model.maySkip());
    return skip;
  }
}

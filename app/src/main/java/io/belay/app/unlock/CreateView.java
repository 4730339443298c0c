package io.belay.app.unlock;

import io.belay.app.control.Build;
import io.belay.app.control.Typed;
import io.belay.app.control.WordGrid;
import io.belay.app.fx.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
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
    first.lengthProperty().addListener((o, was, is) -> model.typed(Typed.copy(first)));
    first.caretPositionProperty().addListener((o, was, is) -> model.typed(Typed.copy(first)));
    PasswordField again = new PasswordField();
    again.setId("again");
    VBox kind = new VBox(12);
    TextArea words = wordsArea();
    PasswordField passphrase = new PasswordField();
    passphrase.setId("passphrase");
    Runnable showKind =
        () ->
            kind.getChildren()
                .setAll(model.restoring().get() ? known(words, passphrase) : List.of(count()));
    showKind.run();
    Button create =
        Build.button(
            "",
            "accent",
            () -> make(Typed.take(first), Typed.take(again), words, Typed.take(passphrase)));
    create.setId("create");
    create.textProperty().bind(word("restore.action", "create.action"));
    create.disableProperty().bind(model.busy());
    create.setDefaultButton(true);
    Button turn = Build.button("", "link", () -> model.restoring().set(!model.restoring().get()));
    turn.setId("restore");
    turn.textProperty().bind(word("restore.not", "restore.instead"));
    turn.disableProperty().bind(model.busy());
    model.restoring().addListener((o, was, is) -> showKind.run());
    Button leave =
        Build.button(ui.text("create.back"), "link", () -> back.ifPresent(Runnable::run));
    leave.disableProperty().bind(model.busy());
    Build.present(leave, back.isPresent());
    focusLater(first);
    Label title = Build.label("", "section-title");
    title.textProperty().bind(word("restore.title", "create.title"));
    return List.of(
        title,
        Build.formRow(ui.text("create.name"), name),
        Build.formRow(ui.text("create.password"), first, strength()),
        Build.formRow(ui.text("create.again"), again),
        kind,
        Build.row(8, create, turn, Build.spring(), leave));
  }

  private StringBinding word(String restoring, String creating) {
    return Bindings.createStringBinding(
        () -> ui.text(model.restoring().get() ? restoring : creating), model.restoring());
  }

  private void make(char[] password, char[] again, TextArea words, char[] passphrase) {
    if (model.restoring().get()) {
      model.restore(password, again, Typed.copy(words), passphrase);
    } else {
      java.util.Arrays.fill(passphrase, ' ');
      model.create(password, again);
    }
  }

  private VBox count() {
    ComboBox<Integer> count = new ComboBox<>();
    count.getItems().setAll(12, 24);
    count.valueProperty().bindBidirectional(model.count().asObject());
    return Build.formRow(ui.text("create.words"), count);
  }

  private TextArea wordsArea() {
    TextArea words = new TextArea();
    words.setId("words");
    words.setPrefRowCount(3);
    words.setWrapText(true);
    words.setPromptText(ui.text("restore.prompt"));
    words.textProperty().addListener((o, was, is) -> model.typedWords(Typed.copy(words)));
    return words;
  }

  private List<VBox> known(TextArea words, PasswordField passphrase) {
    Label told = Build.wrapped("", "caption", "muted");
    told.setId("words-told");
    told.textProperty().bind(model.phrase());
    return List.of(
        Build.formRow(ui.text("restore.words"), words, told),
        Build.formRow(ui.text("restore.passphrase"), passphrase));
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
    Button on = Build.button(ui.text("create.written"), "accent", model::written);
    on.setId("written");
    return List.of(
        Build.label(ui.text("create.write.title"), "section-title"),
        Build.wrapped(ui.text("create.write.detail"), "muted"),
        new WordGrid(model.words()),
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

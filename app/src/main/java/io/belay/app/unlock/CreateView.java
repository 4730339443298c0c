package io.belay.app.unlock;

import io.belay.app.control.Build;
import io.belay.app.control.WordGrid;
import io.belay.app.fx.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The form, then the words, then three of them asked back.
final class CreateView extends VBox {
  /// Where else one can go.
  ///
  /// @param back to the vaults that are there
  /// @param backup to a backup's file; where it is, words of one's own are a click away too
  /// @param known whether it begins with words of one's own
  record Ways(Optional<Runnable> back, Optional<Runnable> backup, boolean known) {}

  private final Ui ui;
  private final CreateViewModel model;

  CreateView(Ui ui, CreateViewModel model, WordsViewModel known, Ways ways) {
    this.ui = ui;
    this.model = model;
    getStyleClass().add("panel");
    getChildren().setAll(new CreateForm(ui, model, known, ways));
    model.step().addListener((o, was, is) -> show());
  }

  private void show() {
    switch (model.step().get()) {
      case FORM -> {} // the making does not lead back to it
      case WORDS -> getChildren().setAll(words());
      case CHECK -> getChildren().setAll(check());
    }
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
    Build.focusWhenShown(fields.getFirst());
    Button again = Build.button(ui.text("create.check.again"), "link", model::showAgain);
    nodes.add(Build.problem(model.form().problem()));
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

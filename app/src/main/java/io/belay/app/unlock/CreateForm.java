package io.belay.app.unlock;

import io.belay.app.control.Build;
import io.belay.app.control.Typed;
import io.belay.app.fx.Ui;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Name and password of a new vault, and where its words come from: new ones, or the user's.
final class CreateForm extends VBox {
  private final Ui ui;
  private final CreateViewModel model;
  private final WordsViewModel known;
  private final NewVaultForm form;
  private final BooleanProperty restoring = new SimpleBooleanProperty();
  private final PasswordField first = new PasswordField();
  private final PasswordField again = new PasswordField();
  private final TextArea words = new TextArea();
  private final PasswordField passphrase = new PasswordField();

  CreateForm(Ui ui, CreateViewModel model, WordsViewModel known, CreateView.Ways ways) {
    this.ui = ui;
    this.model = model;
    this.known = known;
    this.form = model.form();
    setSpacing(12);
    restoring.set(ways.known());
    TextField name = new TextField();
    name.textProperty().bindBidirectional(form.name());
    prepareFields();
    VBox kind = new VBox(12);
    kind.getChildren().setAll(ways.known() ? known() : count());
    restoring.addListener((o, was, is) -> kind.getChildren().setAll(is ? known() : count()));
    Label title = Build.label("", "section-title");
    title.textProperty().bind(word("restore.title", "create.title"));
    getChildren()
        .addAll(
            title,
            Build.formRow(ui.text("create.name"), name),
            Build.formRow(ui.text("create.password"), first, strength()),
            Build.formRow(ui.text("create.again"), again),
            kind,
            Build.problem(form.problem()),
            actions(ways),
            new Waiting(ui, form.busy().and(restoring), Optional.of(known::cancel)),
            new Waiting(ui, form.busy().and(restoring.not()), Optional.empty()));
  }

  private void prepareFields() {
    first.setId("new-password");
    // both, since one character typed over another changes the place only, and one deleted by
    // Delete the length only
    first.lengthProperty().addListener((o, was, is) -> form.typed(Typed.copy(first)));
    first.caretPositionProperty().addListener((o, was, is) -> form.typed(Typed.copy(first)));
    again.setId("again");
    words.setId("words");
    words.setPrefRowCount(3);
    words.setWrapText(true);
    words.setPromptText(ui.text("restore.prompt"));
    words.textProperty().addListener((o, was, is) -> known.typed(Typed.copy(words)));
    passphrase.setId("passphrase");
    Build.focusWhenShown(first);
  }

  private StringBinding word(String restored, String created) {
    return Bindings.createStringBinding(
        () -> ui.text(restoring.get() ? restored : created), restoring);
  }

  private HBox actions(CreateView.Ways ways) {
    Button create = Build.button("", "accent", this::make);
    create.setId("create");
    create.textProperty().bind(word("restore.action", "create.action"));
    create.disableProperty().bind(form.busy());
    create.setDefaultButton(true);
    Button turn = link("", "restore", () -> restoring.set(!restoring.get()));
    turn.textProperty().bind(word("restore.not", "restore.instead"));
    Button backup =
        link(
            ui.text("backup.open"),
            "open-backup",
            () -> ways.backup().ifPresent(Runnable::run));
    Build.present(turn, ways.backup().isPresent());
    Build.present(backup, ways.backup().isPresent());
    Button leave = link(ui.text("create.back"), "back", () -> ways.back().ifPresent(Runnable::run));
    Build.present(leave, ways.back().isPresent());
    return Build.row(8, create, turn, backup, Build.spring(), leave);
  }

  private Button link(String text, String id, Runnable action) {
    Button link = Build.button(text, "link", action);
    link.setId(id);
    link.disableProperty().bind(form.busy());
    return link;
  }

  private void make() {
    char[] phrase = Typed.take(passphrase);
    if (restoring.get()) {
      known.restore(Typed.take(first), Typed.take(again), Typed.copy(words), phrase);
    } else {
      Arrays.fill(phrase, ' ');
      model.create(Typed.take(first), Typed.take(again));
    }
  }

  private List<VBox> count() {
    ComboBox<Integer> count = new ComboBox<>();
    count.getItems().setAll(12, 24);
    count.valueProperty().bindBidirectional(model.count().asObject());
    return List.of(Build.formRow(ui.text("create.words"), count));
  }

  private List<VBox> known() {
    Label told = Build.wrapped("", "caption", "muted");
    told.setId("words-told");
    told.textProperty().bind(known.told());
    return List.of(
        Build.formRow(ui.text("restore.words"), words, told),
        Build.formRow(ui.text("restore.passphrase"), passphrase));
  }

  private Label strength() {
    Label label = Build.label("", "caption");
    form.strength()
        .addListener((o, was, is) -> {
          label.setText(form.strengthWords());
          label.getStyleClass().removeIf(style -> style.startsWith("strength-"));
          is.ifPresent(score -> label.getStyleClass().add("strength-" + score));
        });
    return label;
  }
}

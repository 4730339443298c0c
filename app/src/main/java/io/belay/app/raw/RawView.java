package io.belay.app.raw;

import io.belay.app.control.Build;
import io.belay.app.control.EvidenceLanes;
import io.belay.app.control.Strip;
import io.belay.app.fx.Page;
import io.belay.app.fx.Ui;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.BroadcastReport.Verdict;
import java.io.File;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// A raw transaction: its text at the top, what it says below, then what endpoints say of it.
public final class RawView implements Page {
  private static final double WIDTH = 960;

  private final Ui ui;
  private final RawViewModel model;
  private final VBox page = new VBox(16);
  private final TextArea text = new TextArea();
  private final VBox decoded = new VBox(16);
  private final VBox said = new VBox(16);
  private final EvidenceLanes lanes;

  /// @param back leads to where it was opened
  public RawView(Ui ui, RawViewModel model, Runnable back) {
    this.ui = ui;
    this.model = model;
    this.lanes = new EvidenceLanes(ui);
    Button leave = Build.button(ui.text("tx.back"), "fth-arrow-left", "plain", back);
    leave.setId("raw-back");
    page.getChildren()
        .setAll(
            Build.head(ui.text("raw.title"), leave),
            Build.wrapped(ui.text("raw.detail"), "muted"),
            input(),
            decoded,
            said);
    model.shown().addListener((o, was, is) -> show(is));
    model.step().addListener((o, was, is) -> showSaid());
    model.verdict().addListener((o, was, is) -> showSaid());
    model.answers().addListener((ListChangeListener<AttemptRow>) c -> showSaid());
    show(Optional.empty());
    showSaid();
  }

  private VBox input() {
    text.setId("raw-text");
    text.getStyleClass().add("bytes");
    text.setPromptText("0x02f8…");
    text.setWrapText(true);
    text.setPrefRowCount(4);
    text.textProperty().bindBidirectional(model.text());
    text.editableProperty().bind(model.step().isNotEqualTo(RawViewModel.Step.SENDING));
    Label name = Build.label(ui.text("raw.text"), "name");
    name.setLabelFor(text);
    VBox field = Build.column("form-row", name, text, Build.problem(model.problem()));
    TextField file = new TextField();
    file.setId("raw-file");
    file.textProperty().bindBidirectional(model.file());
    file.setOnAction(e -> model.open());
    HBox.setHgrow(file, Priority.ALWAYS);
    Button open = button("raw-open", "raw.open", model::open);
    VBox files =
        Build.formRow(
            ui.text("raw.file"),
            Build.row(8, file, button("raw-choose", "raw.choose", this::choose), open));
    file.setAccessibleText(ui.text("raw.file"));
    HBox actions =
        Build.row(
            8,
            button("raw-paste", "raw.paste", this::paste),
            button("raw-clear", "raw.clear", model::clear));
    VBox panel = Build.column("panel", field, actions, files);
    panel.setMaxWidth(WIDTH);
    return panel;
  }

  private Button button(String id, String key, Runnable action) {
    Button button = Build.button(ui.text(key), "plain", action);
    button.setId(id);
    button.disableProperty().bind(model.step().isEqualTo(RawViewModel.Step.SENDING));
    return button;
  }

  private void paste() {
    Optional.ofNullable(Clipboard.getSystemClipboard().getString()).ifPresent(model::put);
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(ui.text("raw.file"));
    Optional<File> chosen =
        Optional.ofNullable(chooser.showOpenDialog(page.getScene().getWindow()));
    chosen.ifPresent(f -> {
      model.file().set(f.toString());
      model.open();
    });
  }

  private void show(Optional<RawWords> words) {
    decoded.getChildren().clear();
    words.ifPresent(is -> {
      is.cautions().forEach(caution -> decoded.getChildren().add(strip(caution)));
      decoded.getChildren().addAll(new RawFacts(ui, is), actions(is));
    });
    decoded.setMaxWidth(WIDTH);
    Build.present(decoded, words.isPresent());
  }

  private static Strip strip(Caution caution) {
    return caution.isGrave()
        ? Strip.danger(caution.title(), caution.detail())
        : Strip.advice(caution.title(), caution.detail());
  }

  private HBox actions(RawWords words) {
    Button go = Build.button(ui.text("raw.broadcast"), "accent", model::broadcast);
    go.setId("raw-broadcast");
    if (words.isSendable()) {
      go.disableProperty().bind(model.step().isEqualTo(RawViewModel.Step.SENDING));
    } else {
      go.setDisable(true); // the strips above say why
    }
    String note = words.isFollowed() ? ui.text("raw.adopts") : "";
    return Build.row(
        8,
        Build.wrapped(note, "muted"),
        Build.spring(),
        Build.label(ui.text("review.keys"), "faint", "caption"),
        go);
  }

  private void showSaid() {
    boolean sending = model.step().get() == RawViewModel.Step.SENDING;
    said.getChildren().clear();
    if (sending) {
      said.getChildren().add(Build.label(ui.text("raw.broadcasting"), "muted"));
    }
    model.verdict().get().ifPresent(verdict -> said.getChildren().add(strip(verdict)));
    if (sending || !model.answers().isEmpty()) {
      lanes.show(model.evidence());
      said.getChildren().add(lanes);
    }
    said.setMaxWidth(WIDTH);
    Build.present(said, !said.getChildren().isEmpty());
  }

  private Strip strip(Verdict verdict) {
    String key = RawViewModel.key(verdict);
    String title = ui.text(key);
    String detail = ui.text(key + ".detail");
    return switch (verdict) {
      case SUBMITTED -> Strip.note(title, detail);
      case REJECTED -> Strip.danger(title, detail);
      case NOT_SENT, UNKNOWN -> Strip.advice(title, detail);
    };
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void shown() {
    Build.focusWhenShown(text);
    text.requestFocus();
  }

  @Override
  public void hidden() {}

  @Override
  public void refresh() {}

  @Override
  public boolean back() {
    return false;
  }

  @Override
  public void confirm() {
    model.broadcast();
  }
}

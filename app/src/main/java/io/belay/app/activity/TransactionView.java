package io.belay.app.activity;

import io.belay.app.control.Build;
import io.belay.app.control.Chip;
import io.belay.app.control.CopyButton;
import io.belay.app.control.EvidenceLanes;
import io.belay.app.control.Strip;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.core.send.TxRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One transaction: how far it has come, what each endpoint said, what happens next, what can be
/// done. Its nodes, and focus on them, stay while it goes on.
final class TransactionView extends VBox {
  /// Where it leads.
  ///
  /// @param back to where it was opened
  /// @param open to another transaction
  /// @param speedUp to the review of a higher fee
  /// @param cancel to the review of a payment of nothing
  /// @param connectivity to the endpoints
  /// @param again to a form with what a refused transaction was to do
  record Ways(
      Runnable back,
      Consumer<TxHash> open,
      Consumer<TxHash> speedUp,
      Consumer<TxHash> cancel,
      Runnable connectivity,
      Consumer<TxRecord> again) {}

  private final Ui ui;
  private final TransactionViewModel model;
  private final Ways ways;
  private final Label title = Build.wrapped("", "page-title");
  private final Map<Deed, Button> deeds = new EnumMap<>(Deed.class);
  private final VBox reasons = new VBox(2);
  private final VBox strips = new VBox(8);
  private final VBox notices = new VBox(8);
  private final VBox progress = Build.column("panel");
  private final Label next = Build.wrapped("", "muted");
  private final EvidenceLanes lanes;
  private final WaysPanel waysOut;
  private final TxFactsPanel facts;
  private List<Trouble> told = List.of();

  TransactionView(Ui ui, TransactionViewModel model, Ways ways) {
    super(16);
    this.ui = ui;
    this.model = model;
    this.ways = ways;
    BytesPanel bytes = new BytesPanel(ui, model.bytes());
    this.lanes = new EvidenceLanes(ui);
    this.waysOut = new WaysPanel(ui, ways.connectivity(), bytes::open);
    this.facts = new TxFactsPanel(ui, model, ways.open());
    getChildren()
        .addAll(
            head(),
            actions(bytes),
            reasons,
            notices,
            strips,
            progress,
            label(),
            lanes,
            waysOut,
            facts,
            bytes);
    model.record().addListener((o, was, is) -> show());
    model
        .known()
        .addListener((o, was, is) -> {
          redraw();
        });
    model.refusal().addListener((o, was, is) -> showTroubles());
    model.ladder().addListener((o, was, is) -> waysOut.show(is));
    model.notice().addListener((o, was, is) -> showNotices());
    model.problem().addListener((o, was, is) -> showNotices());
    waysOut.show(model.ladder().get());
    showNotices();
    show();
  }

  boolean shows(TransactionViewModel other) {
    return model.equals(other);
  }

  TxHash hash() {
    return model.hash();
  }

  private HBox head() {
    title.setMinWidth(0);
    Button back = Build.button(ui.text("tx.back"), "fth-arrow-left", "plain", ways.back());
    back.setId("tx-back");
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox head = Build.row(8, title, back);
    head.getStyleClass().add("page-head");
    return head;
  }

  private HBox label() {
    TextField field = new TextField();
    field.setId("tx-label");
    field.setPromptText(ui.text("label.prompt"));
    field.setAccessibleText(ui.text("label.name"));
    field.setPrefWidth(360);
    field.textProperty().bindBidirectional(model.label().text());
    field.setOnAction(e -> model.label().keep());
    Button keep = Build.button(ui.text("label.keep"), "plain", model.label()::keep);
    keep.setId("tx-label-keep");
    Label said = Build.label("", "muted", "caption");
    said.textProperty().bind(model.label().said());
    HBox row = Build.row(8, Build.label(ui.text("label.name"), "field-name"), field, keep, said);
    row.getStyleClass().add("panel");
    return row;
  }

  private HBox actions(BytesPanel bytes) {
    HBox row = Build.row(8);
    for (Deed deed : Deed.values()) {
      Button button = Build.button(ui.text(deed.key()), "plain", () -> act(deed));
      button.setId(deed.key().replace('.', '-'));
      deeds.put(deed, button);
      row.getChildren().add(button);
    }
    Button export = Build.button(ui.text("deed.export"), "fth-share", "plain", bytes::open);
    export.setId("deed-export");
    Button copy = CopyButton.text(ui, ui.text("tx.copy"), () -> hash().toString());
    row.getChildren().addAll(Build.spring(), export, copy);
    return row;
  }

  private void act(Deed deed) {
    switch (deed) {
      case SPEED_UP -> ways.speedUp().accept(hash());
      case CANCEL -> ways.cancel().accept(hash());
      case RESEND -> model.resend();
    }
  }

  /// Writes all amounts anew.
  void redraw() {
    facts.redraw();
    show();
  }

  private void show() {
    TxRecord now = model.record().get();
    title.setText(model.says().heading(now));
    deeds.forEach((deed, button) -> {
      java.util.Optional<String> why = model.whyNot(deed);
      button.setDisable(why.isPresent());
      button.setAccessibleHelp(why.orElse(""));
    });
    reasons
        .getChildren()
        .setAll(
            model.reasons().stream().map(line -> Build.wrapped(line, "muted", "caption")).toList());
    Build.present(reasons, !reasons.getChildren().isEmpty());
    showTroubles();
    progress
        .getChildren()
        .setAll(
            new Timeline(ui, now),
            Build.row(
                12,
                new Chip(now.evidence(), ui.text("tx.known." + now.evidence().word())),
                Build.wrapped(model.progress())),
            next);
    lanes();
    facts.show(now);
    tick(ui.clock().instant());
  }

  /// Shows how the endpoints do meanwhile.
  void lanes() {
    lanes.show(model.evidence());
  }

  void tick(Instant now) {
    next.setText(model.next(now));
  }

  private void showTroubles() {
    List<Trouble> troubles = model.troubles();
    if (!troubles.equals(told)) {
      told = troubles;
      strips.getChildren().setAll(troubles.stream().map(this::strip).toList());
    }
    Build.present(strips, !troubles.isEmpty());
  }

  private Strip strip(Trouble trouble) {
    List<Button> able =
        new ArrayList<>(
            trouble.helps().stream()
                .filter(deed -> model.whyNot(deed).isEmpty())
                .map(deed -> Build.button(ui.text(deed.key()), "plain", () -> act(deed)))
                .toList());
    if (model.isEditable()) {
      TxRecord refused = model.record().get();
      Button again =
          Build.button(ui.text("deed.again"), "plain", () -> ways.again().accept(refused));
      again.setId("deed-again");
      able.add(again);
    }
    Button[] helps = able.toArray(Button[]::new);
    return trouble.isGrave()
        ? Strip.danger(trouble.title(), trouble.detail(), helps)
        : Strip.advice(trouble.title(), trouble.detail(), helps);
  }

  private void showNotices() {
    notices.getChildren().clear();
    if (!model.notice().get().isEmpty()) {
      notices.getChildren().add(Strip.note(model.notice().get(), ""));
    }
    if (!model.problem().get().isEmpty()) {
      notices.getChildren().add(Strip.advice(model.problem().get(), ""));
    }
    Build.present(notices, !notices.getChildren().isEmpty());
  }
}

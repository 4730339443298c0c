package io.belay.app.sign;

import io.belay.app.control.Build;
import io.belay.app.control.CopyButton;
import io.belay.app.control.FullAddress;
import io.belay.app.control.Strip;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.app.sign.SignViewModel.Step;
import io.belay.core.decode.ShownText;
import io.belay.core.store.AccountEntry;
import javafx.beans.binding.Bindings;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What would be signed, and what is to be known first; then the signature in its place.
final class ReviewPanel extends VBox {
  private final Ui ui;
  private final SignViewModel model;
  private final SignReview review;
  private final Button back;

  /// @param here the name of the network that is looked at
  ReviewPanel(Ui ui, SignViewModel model, SignReview review, String here) {
    super(16);
    this.ui = ui;
    this.model = model;
    this.review = review;
    this.back = Build.button(ui.text("review.back"), "plain", model::edit);
    back.setId("sign-back");
    back.disableProperty().bind(model.step().isEqualTo(Step.SIGNING));
    getChildren().addAll(new RiskStrips(ui, model.chains(), here).of(review.risks()));
    getChildren().addAll(facts(), body());
    if (review.isGrave() && !review.isRefused()) {
      getChildren().add(meant());
    }
    getChildren().addAll(Build.problem(model.problem()), actions());
  }

  private VBox facts() {
    AccountEntry account = review.account();
    VBox facts =
        Build.column(
            "panel",
            Build.fact(
                ui.text("sign.as"),
                new VBox(
                    2,
                    Build.label(account.name(), "strong"),
                    new FullAddress(account.ref().address()))),
            Build.fact(ui.text("sign.kind"), Build.wrapped(kind())),
            Build.fact(ui.text("sign.hash"), mono(review.payload().digest().toString())));
    if (review.body() instanceof SignReview.Message message) {
      facts
          .getChildren()
          .add(
              Build.fact(
                  ui.text("sign.size"),
                  Build.label(ui.text("raw.size.value", Phrases.count(message.length())))));
    }
    facts.setId("sign-facts");
    return facts;
  }

  private String kind() {
    return switch (review.body()) {
      case SignReview.Message message ->
          ui.text(message.text().isPresent() ? "sign.kind.text" : "sign.kind.bytes");
      case SignReview.Typed typed -> ui.text("sign.kind.typed", typed.primaryType());
    };
  }

  private Node body() {
    return switch (review.body()) {
      case SignReview.Message message -> body(message);
      case SignReview.Typed typed ->
          new VBox(
              16,
              tree(ui.text("sign.domain"), new FieldTree(typed.domain())),
              tree(ui.text("sign.message", typed.primaryType()), new FieldTree(typed.message())));
    };
  }

  private static VBox tree(String title, FieldTree tree) {
    return Build.column("panel", Build.wrapped(title, "section-title"), tree);
  }

  private VBox body(SignReview.Message message) {
    VBox panel = Build.column("panel", Build.wrapped(ui.text("sign.exactly"), "section-title"));
    message.text().ifPresent(text -> panel.getChildren().addAll(MarkedText.of(text), legend(text)));
    TextArea bytes = FieldTree.area(message.hex(), ui.text("sign.bytes"));
    if (message.text().isEmpty()) {
      panel.getChildren().add(bytes);
    } else {
      TitledPane folded = new TitledPane(ui.text("sign.bytes"), bytes);
      folded.setId("sign-bytes");
      folded.setAnimated(false);
      folded.setExpanded(false);
      panel.getChildren().add(folded);
    }
    return panel;
  }

  /// How many characters of each kind would not be seen.
  private Label legend(ShownText text) {
    StringBuilder counts = new StringBuilder(ui.text("sign.marks"));
    for (ShownText.Kind kind : ShownText.Kind.values()) {
      int count = text.hidden().getOrDefault(kind, 0);
      if (count > 0) {
        counts.append(' ').append(ui.text("sign.mark." + kind.word(), count));
      }
    }
    return Build.wrapped(counts.toString(), "muted", "caption");
  }

  private CheckBox meant() {
    CheckBox box = new CheckBox(ui.text("sign.meant"));
    box.setId("sign-meant");
    box.setWrapText(true);
    box.selectedProperty().bindBidirectional(model.meant());
    box.disableProperty().bind(model.step().isNotEqualTo(Step.REVIEW));
    return box;
  }

  private Node actions() {
    Button sign = Build.button(ui.text("sign.confirm"), "accent", model::confirm);
    sign.setId("sign-confirm");
    sign.disableProperty()
        .bind(
            Bindings.createBooleanBinding(() -> !model.isSignable(), model.step(), model.meant()));
    // Enter alone never signs
    sign.addEventFilter(
        KeyEvent.ANY,
        e -> {
          if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
            e.consume();
          }
        });
    Label why = Build.wrapped("", "faint", "caption");
    why.setId("sign-why");
    why.textProperty().bind(Bindings.createStringBinding(this::why, model.step(), model.meant()));
    HBox row = Build.row(8, back, Build.spring(), why, sign);
    VBox all = new VBox(16, row);
    model.step().addListener((o, was, is) -> showSigned(all, row));
    showSigned(all, row);
    return all;
  }

  /// How to sign, or why that is off.
  private String why() {
    if (model.step().get() == Step.SIGNING) {
      return ui.text("sign.signing");
    }
    if (review.isRefused()) {
      return ui.text("sign.refused");
    }
    return model.isSignable() ? ui.text("review.keys") : ui.text("sign.locked");
  }

  private void showSigned(VBox all, HBox row) {
    if (model.step().get() != Step.SIGNED) {
      all.getChildren().setAll(row);
      return;
    }
    TextArea text = FieldTree.area(model.signature().get(), ui.text("sign.signature"));
    text.setId("sign-signature");
    text.setPrefRowCount(3);
    CopyButton copy = CopyButton.text(ui, ui.text("sign.copy"), () -> model.signature().get());
    copy.setId("sign-copy");
    Button next = Build.button(ui.text("sign.another"), "plain", model::clear);
    next.setId("sign-another");
    all.getChildren()
        .setAll(
            Strip.note(ui.text("sign.done"), ui.text("sign.done.detail")),
            Build.column("panel", Build.label(ui.text("sign.signature"), "section-title"), text),
            Build.row(8, copy, next, Build.spring(), back));
    copy.requestFocus();
  }

  private static Label mono(String text) {
    Label label = Build.wrapped(text, "mono");
    label.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    return label;
  }

  /// Puts the focus on going back, so that no key signs by mistake.
  void startOnBack() {
    back.requestFocus();
  }
}

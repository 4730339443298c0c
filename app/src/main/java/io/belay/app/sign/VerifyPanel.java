package io.belay.app.sign;

import io.belay.app.control.AddressField;
import io.belay.app.control.Build;
import io.belay.app.control.FullAddress;
import io.belay.app.control.Strip;
import io.belay.app.control.WaitLine;
import io.belay.app.fx.Ui;
import io.belay.app.sign.VerifyViewModel.Verdict;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// Whose signature it is: the message, the signature, who is said to have signed, and the answer.
final class VerifyPanel extends VBox {
  private final Ui ui;
  private final VBox said = new VBox();
  private final InputPanel input;

  VerifyPanel(Ui ui, VerifyViewModel model) {
    super(16);
    this.ui = ui;
    this.input =
        new InputPanel(
            ui,
            "verify",
            model.input(),
            new InputPanel.Deeds(model::put, model::open, model::clear));
    TextArea signature = new TextArea();
    signature.setId("verify-signature");
    signature.getStyleClass().add("bytes");
    signature.setPromptText("0x");
    signature.setWrapText(true);
    signature.setPrefRowCount(3);
    signature.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    signature.setAccessibleText(ui.text("sign.signature"));
    signature.textProperty().bindBidirectional(model.signature());
    Button verify = Build.button(ui.text("sign.verify.do"), "accent", model::verify);
    verify.setId("verify-do");
    verify.disableProperty().bind(model.busy());
    getChildren()
        .addAll(
            Build.wrapped(ui.text("sign.verify.detail"), "muted"),
            Build.column(
                "panel",
                input,
                Build.formRow(ui.text("sign.signature"), signature),
                Build.formRow(
                    ui.text("sign.verify.address"),
                    new AddressField(
                        ui,
                        "verify-address",
                        ui.text("sign.verify.address"),
                        model.address(),
                        model::known)),
                Build.problem(model.problem()),
                new WaitLine(
                    ui, model.busy(), ui.text("sign.reading"), "verify-cancel", model::cancel),
                Build.row(8, verify)),
            said);
    model.verdict().addListener((o, was, is) -> show(is));
    show(model.verdict().get());
  }

  private void show(Optional<Verdict> verdict) {
    said.getChildren().setAll(verdict.map(this::strip).stream().toList());
    Build.present(said, verdict.isPresent());
  }

  private Strip strip(Verdict verdict) {
    String key = "sign.verdict." + verdict.result().name().toLowerCase(Locale.ROOT);
    String detail = ui.text(key + ".detail");
    Strip strip =
        switch (verdict.result()) {
          case VALID, FOUND -> Strip.note(ui.text(key), detail);
          case OTHER, NOBODY -> Strip.danger(ui.text(key), detail);
        };
    strip.setId("verify-verdict");
    verdict.signer().ifPresent(who -> strip.showing(new FullAddress(who)));
    if (!verdict.name().isEmpty()) {
      strip.showing(Build.wrapped(verdict.name(), "muted", "caption"));
    }
    return strip;
  }

  /// Leads the keys to the text.
  void focus() {
    input.focus();
  }
}

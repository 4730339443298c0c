package io.belay.app.accounts;

import io.belay.app.control.AddressField;
import io.belay.app.control.Build;
import io.belay.app.control.Chip;
import io.belay.app.control.NamesakeStrip;
import io.belay.app.control.Strip;
import io.belay.app.control.WaitLine;
import io.belay.app.fx.Ui;
import io.belay.core.token.KnownToken;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A token by its contract: asked first, shown with how it is known, then added.
final class AddTokenForm extends VBox {
  private final Ui ui;
  private final AddTokenViewModel model;
  private final AddressField field;
  private final HBox known = Build.row(8);
  private final VBox told = new VBox(8);
  private final Button add;

  /// @param close puts the form away
  AddTokenForm(Ui ui, AddTokenViewModel model, Runnable close) {
    super(12);
    this.ui = ui;
    this.model = model;
    this.add = Build.button(ui.text("tokens.put"), "accent", () -> model.add(close));
    this.field =
        new AddressField(
            ui, "token-contract", ui.text("tokens.contract"), model.contract(), at -> "");
    add.setId("token-put");
    getStyleClass().add("panel");
    field.setMaxWidth(640);
    getChildren()
        .addAll(
            Build.label(ui.text("tokens.add"), "section-title"),
            Build.wrapped(ui.text("tokens.add.detail"), "muted"),
            known,
            Build.formRow(ui.text("tokens.contract"), field),
            new WaitLine(ui, model.asking(), ui.text("asset.asking"), "token-stop", model::stop),
            told,
            Build.row(8, add, Build.button(ui.text("action.cancel"), "plain", close)));
    model.found().addListener((o, was, is) -> tell());
    model.problem().addListener((o, was, is) -> tell());
    tell();
  }

  /// Opens it anew.
  void begin() {
    model.contract().set("");
    known.getChildren().setAll(Build.label(ui.text("tokens.wellknown"), "muted"));
    model.suggestions().forEach((symbol, at) -> known.getChildren().add(suggestion(symbol, at)));
    Build.present(known, known.getChildren().size() > 1);
    Build.present(this, true);
    field.lookup("#token-contract").requestFocus();
  }

  private Node suggestion(String symbol, io.belay.base.Address at) {
    Button button = Build.button(symbol, "plain", () -> model.contract().set(at.toString()));
    button.setId("token-known-" + symbol);
    return button;
  }

  private void tell() {
    told.getChildren().clear();
    model.found().get().ifPresent(this::tell);
    if (!model.problem().get().isEmpty()) {
      told.getChildren()
          .add(
              Build.row(
                  8,
                  Build.wrapped(model.problem().get(), "problem"),
                  Build.button(ui.text("asset.again"), "link", model::look)));
    }
    Build.present(told, !told.getChildren().isEmpty());
    boolean ready = model.found().get().isPresent() && !model.isListed();
    add.setDisable(!ready);
  }

  private void tell(KnownToken token) {
    told.getChildren()
        .add(
            Build.row(
                8,
                Build.wrapped(
                    ui.text("asset.told", token.asset().symbol(), token.asset().decimals()),
                    "medium"),
                new Chip(token.level(), ui.text("total." + token.level().word()))));
    model
        .namesake()
        .ifPresent(real -> told.getChildren().add(NamesakeStrip.of(ui, token.asset(), real)));
    if (token.isDoubtful()) {
      told.getChildren()
          .add(Strip.advice(ui.text("tokens.single"), ui.text("tokens.single.detail")));
    }
    if (model.isListed()) {
      told.getChildren().add(Build.wrapped(ui.text("tokens.there"), "muted"));
    }
  }

  /// Puts it away; what was asked is asked no more.
  void end() {
    model.stop();
    model.contract().set("");
    Build.present(this, false);
  }
}

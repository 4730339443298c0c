package io.belay.app.accounts;

import io.belay.app.control.Build;
import io.belay.app.control.Checked;
import io.belay.app.control.CopyButton;
import io.belay.app.control.FullAddress;
import io.belay.app.control.QrView;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.core.chain.Chain;
import io.belay.core.money.Amount;
import io.belay.core.money.Asset;
import io.belay.core.store.AccountEntry;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// An account's full address, and as a QR code that asks for a payment to it.
final class ReceivePanel extends HBox {
  private static final int SIZE = 168;

  private final Ui ui;
  private final ReceiveViewModel model;
  private final Optional<Button> faucet;
  private final StackPane code = new StackPane();
  private final Label title = Build.label("", "section-title");
  private final VBox address = new VBox();
  private final HBox actions = Build.row(8);
  private final VBox asked = new VBox(4);
  private final Label echo = Build.label("", "muted", "caption");
  private Optional<Address> payee = Optional.empty();

  /// @param fund gives practice money, where there is some
  ReceivePanel(Ui ui, ReceiveViewModel model, Optional<Runnable> fund) {
    super(24);
    this.ui = ui;
    this.model = model;
    this.faucet = fund.map(this::faucet);
    setId("receive-panel");
    getStyleClass().add("panel");
    Chain chain = model.chain();
    VBox text =
        new VBox(
            12,
            title,
            address,
            Build.wrapped(ui.text("receive.detail", chain.name(), chain.id()), "muted"),
            actions,
            new HBox(
                12,
                Build.formRow(ui.text("account.receive.asset"), assets()),
                Build.formRow(ui.text("account.receive.amount"), amount())),
            asked);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    code.setMinWidth(USE_PREF_SIZE);
    code.setAlignment(Pos.TOP_CENTER);
    getChildren().addAll(code, text);
    model.asset().addListener((o, was, is) -> show());
    model.amount().addListener((o, was, is) -> show());
  }

  /// Asks for payments to an account from now on.
  void show(AccountEntry entry) {
    title.setText(ui.text("receive.title", entry.name()));
    Address to = entry.ref().address();
    if (payee.filter(to::equals).isEmpty()) {
      payee = Optional.of(to);
      address.getChildren().setAll(new FullAddress(to));
      actions
          .getChildren()
          .setAll(CopyButton.address(ui, ui.text("action.copy.address"), to), request(to));
      faucet.ifPresent(actions.getChildren()::add);
    }
    show();
  }

  private Node request(Address to) {
    Button copy = CopyButton.text(ui, ui.text("account.receive.copy"), () -> model.uri(to));
    copy.setId("copy-request");
    return copy;
  }

  private Node assets() {
    ComboBox<Asset> box = new ComboBox<>(model.assets());
    box.setId("receive-asset");
    box.setAccessibleText(ui.text("account.receive.asset"));
    box.setPrefWidth(180);
    box.setConverter(new Symbol());
    box.setValue(model.asset().get());
    box.setOnAction(e -> Optional.ofNullable(box.getValue()).ifPresent(model.asset()::set));
    model.asset().addListener((o, was, is) -> box.setValue(is));
    return box;
  }

  private Node amount() {
    TextField field = new TextField();
    field.setId("receive-amount");
    field.setAccessibleText(ui.text("account.receive.amount"));
    field.setPromptText(ui.text("account.receive.any"));
    field.setPrefWidth(180);
    field.textProperty().bindBidirectional(model.amount());
    return Build.row(8, field, echo);
  }

  private Button faucet(Runnable give) {
    String text = ui.text("receive.faucet", model.chain().currency().symbol());
    Button button = Build.button(text, "fth-droplet", "plain", give);
    button.setId("faucet");
    return button;
  }

  private void show() {
    // EIP-681
    payee.ifPresent(to -> code.getChildren().setAll(new QrView(model.uri(to), SIZE)));
    Checked<Amount> read = model.read();
    echo.setText(read.value().map(is -> ui.text("amount.echo", is)).orElse(""));
    asked.getChildren().clear();
    if (!read.problem().isEmpty()) {
      asked
          .getChildren()
          .addAll(
              Build.wrapped(read.problem(), "problem"),
              Build.wrapped(ui.text("account.receive.wrong"), "muted", "caption"));
    }
    Asset asset = model.asset().get();
    asset
        .contract()
        .ifPresent(token ->
            asked
                .getChildren()
                .addAll(
                    Build.wrapped(
                        ui.text("account.receive.token", asset.symbol()), "muted", "caption"),
                    new FullAddress(token)));
    Build.present(asked, !asked.getChildren().isEmpty());
  }

  private static final class Symbol extends StringConverter<Asset> {
    @Override
    public String toString(Asset asset) {
      return asset == null ? "" : asset.symbol();
    }

    @Override
    public Asset fromString(String text) {
      throw new UnsupportedOperationException("the list is not editable");
    }
  }
}

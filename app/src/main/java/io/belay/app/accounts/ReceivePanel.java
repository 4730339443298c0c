package io.belay.app.accounts;

import io.belay.app.control.Build;
import io.belay.app.control.CopyButton;
import io.belay.app.control.FullAddress;
import io.belay.app.control.QrView;
import io.belay.app.fx.Ui;
import io.belay.core.chain.Chain;
import io.belay.core.store.AccountEntry;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// An account's full address as text and as QR code.
final class ReceivePanel extends HBox {
  ReceivePanel(Ui ui, AccountEntry entry, Chain chain, Optional<Runnable> fund, Runnable close) {
    super(20);
    getStyleClass().add("panel");
    String address = entry.ref().address().toString();
    HBox actions =
        Build.row(8, CopyButton.address(ui, ui.text("action.copy.address"), entry.ref().address()));
    fund.ifPresent(give -> actions.getChildren().add(faucet(ui, chain, give)));
    actions.getChildren().add(Build.button(ui.text("action.close"), "plain", close));
    VBox text =
        new VBox(
            12,
            Build.label(ui.text("receive.title", entry.name()), "section-title"),
            new FullAddress(entry.ref().address()),
            Build.wrapped(ui.text("receive.detail", chain.name(), chain.id()), "muted"),
            actions);
    // EIP-681
    getChildren().addAll(new QrView("ethereum:" + address + "@" + chain.id(), 148), text);
  }

  private static Button faucet(Ui ui, Chain chain, Runnable give) {
    String text = ui.text("receive.faucet", chain.currency().symbol());
    Button button = Build.button(text, "fth-droplet", "accent", give);
    button.setId("faucet");
    return button;
  }
}

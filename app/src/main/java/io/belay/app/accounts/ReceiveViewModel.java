package io.belay.app.accounts;

import io.belay.app.control.Checked;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.core.chain.Chain;
import io.belay.core.money.Amount;
import io.belay.core.money.Asset;
import io.belay.core.money.PaymentRequest;
import io.belay.core.token.KnownToken;
import io.belay.core.track.ChainSession;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What a QR code asks for: the currency or a token on the list, and how much, or any amount.
public final class ReceiveViewModel {
  private final Ui ui;
  private final ChainSession session;
  private final ObservableList<Asset> assets = FXCollections.observableArrayList();
  private final ObjectProperty<Asset> asset;
  private final StringProperty amount = new SimpleStringProperty("");

  /// Asks for what the session's network has.
  public ReceiveViewModel(Ui ui, ChainSession session) {
    this.ui = ui;
    this.session = session;
    this.asset = new SimpleObjectProperty<>(session.chain().currency());
    offer();
  }

  /// Offers what is on the list now.
  public void offer() {
    List<Asset> now =
        Stream.concat(
                Stream.of(session.chain().currency()),
                session.listedTokens().get().stream().map(KnownToken::asset))
            .toList();
    if (!assets.equals(now)) {
      Asset chosen = asset.get();
      assets.setAll(now);
      asset.set(now.contains(chosen) ? chosen : now.getFirst());
    }
  }

  /// What can be asked for.
  public ObservableList<Asset> assets() {
    return assets;
  }

  /// What is asked for.
  public ObjectProperty<Asset> asset() {
    return asset;
  }

  /// How much, as typed; blank for any amount.
  public StringProperty amount() {
    return amount;
  }

  /// The network.
  public Chain chain() {
    return session.chain();
  }

  /// What the amount was understood as, or what is wrong with it.
  public Checked<Amount> read() {
    return Checked.amount(amount.get(), asset.get(), ui.words());
  }

  /// The request to pay an account. One whose amount is wrong asks for no amount.
  public String uri(Address to) {
    return new PaymentRequest(to, asset.get(), read().value()).uri();
  }

  /// Asks for any amount of the currency again.
  public void clear() {
    asset.set(session.chain().currency());
    amount.set("");
  }
}

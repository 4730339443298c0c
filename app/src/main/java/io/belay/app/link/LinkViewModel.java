package io.belay.app.link;

import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.base.ChainId;
import io.belay.core.chain.Chain;
import io.belay.core.money.PaymentUri;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The payment that a link asked for last. Into an empty form of the network it is for it goes at
/// once; else it waits, and says for what: the vault, another network, or a word of the person
/// whose own input it would replace.
public final class LinkViewModel {
  private final Ui ui;
  private final Payer payer;
  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty detail = new SimpleStringProperty("");
  private final StringProperty action = new SimpleStringProperty("");
  private Optional<PaymentUri> waiting = Optional.empty();

  /// Fills forms here.
  public LinkViewModel(Ui ui, Payer payer) {
    this.ui = ui;
    this.payer = payer;
  }

  /// What there is to say, or blank.
  public ReadOnlyStringProperty title() {
    return title;
  }

  /// What to make of it.
  public ReadOnlyStringProperty detail() {
    return detail;
  }

  /// What can be done about it, or blank; done by [#act].
  public ReadOnlyStringProperty action() {
    return action;
  }

  /// Takes a link, in the place of one before.
  public void take(String uri) {
    waiting = PaymentUri.parse(uri);
    if (waiting.isEmpty()) {
      say("bad", "", "");
    } else {
      look();
    }
  }

  /// Looks again at what can be done: the vault was opened or closed, or the network is another.
  public void look() {
    waiting.ifPresent(asked ->
        payer
            .network()
            .ifPresentOrElse(
                network -> offer(asked, network), () -> say("locked", "", whom(asked))));
  }

  private void offer(PaymentUri asked, Chain network) {
    Optional<ChainId> elsewhere = elsewhere(asked, network);
    if (elsewhere.isPresent()) {
      String name = name(elsewhere.get());
      say("elsewhere", ui.text("link.turn", name), whom(asked), name, network.name());
    } else if (payer.isKnown(this::look)) {
      put(asked);
    }
  }

  private void put(PaymentUri asked) {
    if (payer.fill(asked, false)) {
      dismiss();
    } else {
      say("typed", ui.text("link.fill"), whom(asked));
    }
  }

  private static Optional<ChainId> elsewhere(PaymentUri asked, Chain network) {
    return asked.chain().filter(chain -> !chain.equals(network.id()));
  }

  private String name(ChainId chain) {
    return payer.name(chain).orElseGet(() -> ui.text("link.chain", chain));
  }

  private static String whom(PaymentUri asked) {
    return Phrases.brief(asked.to());
  }

  private void say(String key, String deed, Object... facts) {
    detail.set(ui.text("link.detail." + key, facts));
    action.set(deed);
    title.set(ui.text("link.title." + key, facts));
  }

  /// Turns to the network it is for, or puts it in the place of what is typed.
  public void act() {
    waiting.ifPresent(asked ->
        payer
            .network()
            .ifPresent(network ->
                elsewhere(asked, network).ifPresentOrElse(payer::turn, () -> replace(asked))));
  }

  private void replace(PaymentUri asked) {
    if (payer.fill(asked, true)) {
      dismiss();
    }
  }

  /// Forgets it.
  public void dismiss() {
    waiting = Optional.empty();
    title.set("");
    detail.set("");
    action.set("");
  }
}

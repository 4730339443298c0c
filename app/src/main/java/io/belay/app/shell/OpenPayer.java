package io.belay.app.shell;

import io.belay.app.link.Payer;
import io.belay.base.ChainId;
import io.belay.core.chain.Chain;
import io.belay.core.money.PaymentUri;
import java.util.Optional;
import java.util.function.Supplier;

/// The wallet that a link's payment is filled into, while it is open.
///
/// @param rooms the open wallet
/// @param nets which network is looked at
record OpenPayer(Supplier<Optional<Rooms>> rooms, Nets nets) implements Payer {
  @Override
  public Optional<Chain> network() {
    return rooms.get().map(open -> nets.current().session().chain());
  }

  @Override
  public Optional<String> name(ChainId chain) {
    return rooms.get().flatMap(open -> new SignChains(open.networks()).name(chain));
  }

  @Override
  public void turn(ChainId chain) {
    rooms.get().ifPresent(open -> open.networks().choose(chain));
  }

  @Override
  public boolean isKnown(Runnable later) {
    return rooms.get().filter(open -> open.isFormKnown(later)).isPresent();
  }

  @Override
  public boolean fill(PaymentUri asked, boolean over) {
    return rooms.get().filter(open -> open.pay(asked, over)).isPresent();
  }
}

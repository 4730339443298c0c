package io.belay.core.send;

import io.belay.base.WalletException;
import io.belay.core.fee.FeeBasis;
import io.belay.core.fee.FeeBesideGas;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeOracle;
import io.belay.core.fee.FeeQuote;
import io.belay.core.fee.FeeReader;
import io.belay.core.money.Wei;
import io.belay.core.rpc.ChainMemory;
import io.belay.core.rpc.Reader;
import io.belay.core.state.Observed;
import java.util.Optional;

/// Puts fees to a call, and takes them off where everything there is of the currency is sent.
final class Pricing {
  private static final Observed<FeeBesideGas> NOT_ASKED = new Observed.Unknown<>("no-answer");

  private final Reader reader;
  private final FeeReader fees;

  Pricing(Reader reader, FeeReader fees) {
    this.reader = reader;
    this.fees = fees;
  }

  /// The call with its fees.
  ///
  /// @throws WalletException `insufficient-for-fee` where everything is less than the fee,
  ///   `no-way-to-chain` where nobody says what the fee is that has to be taken off
  Priced price(Situation now, PlannedCall call, long gas) throws InterruptedException {
    boolean whole = now.intent().all() && !now.isToken();
    FeeBasis basis = now.basis().orElseGet(() -> remembered(now));
    FeeChoice choice = now.intent().fee();
    FeeQuote quote = whole ? FeeOracle.spentWhole(choice, basis) : FeeOracle.quote(choice, basis);
    Priced bare = new Priced(call, gas, quote, NOT_ASKED);
    Observed<FeeBesideGas> dataFee =
        now.isLive()
            ? fees.besideGas(now.view(), bare.transaction(reader.chain(), now.state().nonce()))
            : NOT_ASKED;
    if (whole && isMissing(now, dataFee)) {
      throw new WalletException(
          "no-way-to-chain",
          "nobody says what the network takes for the bytes: nothing was signed");
    }
    FeeQuote full = quote.with(dataFee.maybe().orElse(FeeBesideGas.NONE));
    return new Priced(whole ? withoutFee(now, call, full.atMost(gas)) : call, gas, full, dataFee);
  }

  /// Without it nobody can say what is left of everything.
  private boolean isMissing(Situation now, Observed<FeeBesideGas> dataFee) {
    boolean hasOracle = reader.chain().rules().dataFee().oracle().isPresent();
    return now.isLive() && hasOracle && dataFee.maybe().isEmpty();
  }

  private FeeBasis remembered(Situation now) {
    Wei base =
        reader.remembered(now.sender()).flatMap(ChainMemory.AccountView::baseFee).orElse(Wei.ZERO);
    return FeeBasis.of(reader.chain(), base, Optional.empty());
  }

  private static PlannedCall withoutFee(Situation now, PlannedCall call, Wei fee) {
    Wei balance = now.state().balance();
    if (balance.compareTo(fee) <= 0) {
      throw new WalletException(
          "insufficient-for-fee", "the balance does not cover the most the fee can be");
    }
    return call.withValue(balance.minusOrZero(fee));
  }
}

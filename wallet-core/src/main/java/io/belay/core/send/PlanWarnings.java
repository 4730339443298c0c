package io.belay.core.send;

import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.decode.Delegation;
import io.belay.core.fee.FeeGuard;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Wei;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// What there is to say of a plan's view, sender, fee and outcome. Pure.
final class PlanWarnings {
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.CEILING);

  private PlanWarnings() {}

  /// The warnings.
  ///
  /// @param ownNext the nonce after the chain's and this wallet's own transactions
  /// @param senderCode the sender's code
  /// @throws WalletException `insufficient-for-fee` where a live view says so
  static List<Warning> of(Draft draft, FeeGuard.Verdict verdict, long ownNext, String senderCode) {
    List<Warning> warnings = new ArrayList<>();
    view(warnings, draft.now());
    sender(warnings, draft.now(), ownNext, senderCode);
    fee(warnings, draft, verdict);
    draft
        .simulation()
        .reverts()
        .ifPresent(reason -> warnings.add(new Warning("would-revert", reason.line())));
    return warnings;
  }

  private static void view(List<Warning> warnings, Situation now) {
    switch (now.account().level()) {
      case STALE -> warnings.add(new Warning("stale-view"));
      case SINGLE -> warnings.add(new Warning("single-view"));
      case PROVEN, AGREED, DISPUTED, UNKNOWN -> {}
    }
  }

  private static void sender(
      List<Warning> warnings, Situation now, long ownNext, String senderCode) {
    if (now.pending().agreed().orElse(0) > ownNext) {
      warnings.add(new Warning("foreign-pending", ownNext));
    } else if (now.pending().highest().orElse(0) > ownNext) {
      warnings.add(new Warning("pending-claim"));
    }
    Delegation.of(senderCode)
        .ifPresent(delegate -> warnings.add(new Warning("sender-delegated", delegate)));
  }

  private static void fee(List<Warning> warnings, Draft draft, FeeGuard.Verdict verdict) {
    Situation now = draft.now();
    FeeQuote quote = draft.priced().quote();
    Wei most = draft.transaction().cost().plus(quote.dataFeeAtMost());
    if (most.compareTo(now.state().balance()) > 0) {
      if (now.isLive()) {
        throw new WalletException(
            "insufficient-for-fee",
            "the balance does not cover the amount and the most the fee can be");
      }
      warnings.add(new Warning("insufficient-for-fee"));
    }
    if (verdict != FeeGuard.Verdict.USUAL) {
      warnings.add(new Warning("high-fee"));
    }
    if (quote.maxFeePerGas().compareTo(quote.nextBaseFee()) < 0) {
      warnings.add(new Warning("fee-too-low"));
    }
    if (now.isLive() && draft.priced().dataFee().maybe().isEmpty()) {
      warnings.add(new Warning("data-fee-unknown"));
    }
  }

  /// A sum as a person types it: rounded up to two digits.
  static String figure(Wei wei, Chain chain) {
    BigDecimal exact = new BigDecimal(wei.value(), chain.currency().decimals());
    return exact.round(TWO_DIGITS).stripTrailingZeros().toPlainString();
  }
}

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
        .ifPresent(reason ->
            warnings.add(
                new Warning(
                    "would-revert",
                    "as things are it fails and only the fee is spent: " + reason.line())));
    return warnings;
  }

  private static void view(List<Warning> warnings, Situation now) {
    switch (now.account().level()) {
      case STALE ->
          warnings.add(
              new Warning("stale-view", "no provider answers: built on the last known state"));
      case SINGLE ->
          warnings.add(new Warning("single-view", "one group alone vouches for balance and nonce"));
      case PROVEN, AGREED, DISPUTED, UNKNOWN -> {}
    }
  }

  private static void sender(
      List<Warning> warnings, Situation now, long ownNext, String senderCode) {
    if (now.pending().agreed().orElse(0) > ownNext) {
      warnings.add(
          new Warning(
              "foreign-pending",
              "a transaction that was not made here waits for this account's nonce " + ownNext));
    } else if (now.pending().highest().orElse(0) > ownNext) {
      warnings.add(
          new Warning(
              "pending-claim",
              "a provider says, and others do not, that another transaction of this account"
                  + " waits"));
    }
    Delegation.of(senderCode)
        .ifPresent(delegate ->
            warnings.add(
                new Warning(
                    "sender-delegated",
                    "the sending account lets the code of " + delegate + " act for it")));
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
      warnings.add(
          new Warning("insufficient-for-fee", "the last known balance does not cover the fee"));
    }
    if (verdict != FeeGuard.Verdict.USUAL) {
      warnings.add(new Warning("high-fee", "the fee is unusually high"));
    }
    if (quote.maxFeePerGas().compareTo(quote.nextBaseFee()) < 0) {
      warnings.add(
          new Warning("fee-too-low", "the network asks for more now: it waits until fees fall"));
    }
    if (now.isLive() && draft.priced().dataFee().maybe().isEmpty()) {
      warnings.add(
          new Warning(
              "data-fee-unknown", "nobody says what the network takes for the bytes beside gas"));
    }
  }

  /// A sum as a person types it: rounded up to two digits.
  static String figure(Wei wei, Chain chain) {
    BigDecimal exact = new BigDecimal(wei.value(), chain.currency().decimals());
    return exact.round(TWO_DIGITS).stripTrailingZeros().toPlainString();
  }
}

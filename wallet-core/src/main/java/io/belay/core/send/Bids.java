package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Wei;
import io.belay.core.tx.UnsignedTransaction;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Makes what takes the place of an open transaction. Pure.
///
/// Nodes want 10 % more on both fees (geth, Nethermind, Erigon) or 12.5 % (Besu's and others'
/// default for blobs aside): an eighth more, rounded up, is enough everywhere.
public final class Bids {
  private static final BigInteger EIGHT = BigInteger.valueOf(8);
  private static final BigInteger NINE = BigInteger.valueOf(9);
  private static final long SANE = 20;

  private Bids() {}

  /// The same again for more: an eighth above the highest bid at this nonce, or the market's fees
  /// where they are higher.
  ///
  /// @param lane all that was signed at the transaction's nonce, itself among them
  /// @param market what is asked for now; empty where it is not known
  /// @throws WalletException `not-replaceable`, `fee-over-cap` where more than twenty times the
  ///   market's fee would be needed, `signed-elsewhere` where it has what this wallet does not sign
  public static Replacement speedUp(
      TxRecord record, List<TxRecord> lane, Optional<FeeQuote> market) {
    TxShape shape = record.facts().shape();
    if (shape == TxShape.ACCESS_LIST || shape == TxShape.DELEGATION) {
      // the same again without it would do something else, or run out of gas
      throw new WalletException(
          "signed-elsewhere", "it has parts that this wallet does not sign; it can be cancelled");
    }
    UnsignedTransaction old = record.transaction();
    Act again = new Act(old.gasLimit(), old.to(), old.value(), old.data());
    return of(record, Purpose.SPEED_UP, priced(record, lane, market, again));
  }

  /// Nothing to oneself instead of it.
  ///
  /// @param gas gas that a payment of nothing to oneself needs, at least 21 000
  /// @throws WalletException as [#speedUp]
  public static Replacement cancel(
      TxRecord record, List<TxRecord> lane, Optional<FeeQuote> market, long gas) {
    Act nothing = new Act(gas, record.from(), Wei.ZERO, "0x");
    return of(record, Purpose.CANCEL, priced(record, lane, market, nothing));
  }

  /// Nothing to oneself where a gap keeps later ones waiting.
  ///
  /// @param like any later transaction of the account, for the network
  public static Replacement fill(
      Address account, long nonce, UnsignedTransaction like, FeeQuote market, long gas) {
    return new Replacement(
        "fill-" + like.chainId() + "-" + account.toLowerHex() + "-" + nonce,
        account,
        Purpose.FILL,
        Optional.empty(),
        new UnsignedTransaction(
            like.chainId(),
            nonce,
            like.legacy() ? market.maxFeePerGas() : market.maxPriorityFeePerGas(),
            market.maxFeePerGas(),
            gas,
            account,
            Wei.ZERO,
            "0x",
            like.legacy()));
  }

  private static Replacement of(TxRecord record, Purpose purpose, UnsignedTransaction next) {
    return new Replacement(
        record.intentId(), record.from(), purpose, Optional.of(record.hash()), next);
  }

  private record Act(long gas, Address to, Wei value, String data) {}

  private static UnsignedTransaction priced(
      TxRecord record, List<TxRecord> lane, Optional<FeeQuote> market, Act act) {
    if (!record.state().isReplaceable() || lane.stream().anyMatch(r -> r.state().isIncluded())) {
      throw new WalletException("not-replaceable", "this transaction cannot be replaced any more");
    }
    Wei tip = most(bid(lane, UnsignedTransaction::maxPriorityFeePerGas), tip(market));
    Wei most = most(most(bid(lane, UnsignedTransaction::maxFeePerGas), max(market)), tip);
    if (market.filter(m -> most.compareTo(m.maxFeePerGas().times(SANE)) > 0).isPresent()) {
      throw new WalletException(
          "fee-over-cap", "to outbid it would take more than twenty times what is asked for now");
    }
    return new UnsignedTransaction(
        record.transaction().chainId(),
        record.nonce(),
        record.transaction().legacy() ? most : tip,
        most,
        act.gas(),
        act.to(),
        act.value(),
        act.data(),
        record.transaction().legacy());
  }

  private static Wei tip(Optional<FeeQuote> market) {
    return market.map(FeeQuote::maxPriorityFeePerGas).orElse(Wei.ZERO);
  }

  private static Wei max(Optional<FeeQuote> market) {
    return market.map(FeeQuote::maxFeePerGas).orElse(Wei.ZERO);
  }

  private interface Fee {
    Wei of(UnsignedTransaction transaction);
  }

  private static Wei bid(List<TxRecord> lane, Fee fee) {
    Wei highest =
        lane.stream()
            .map(r -> fee.of(r.transaction()))
            .max(Comparator.naturalOrder())
            .orElse(Wei.ZERO);
    return outbid(highest);
  }

  /// An eighth more, rounded up; at least one wei more.
  static Wei outbid(Wei bid) {
    BigInteger next = bid.value().multiply(NINE).add(EIGHT).subtract(BigInteger.ONE).divide(EIGHT);
    return Wei.of(next.max(bid.value().add(BigInteger.ONE)));
  }

  private static Wei most(Wei one, Wei other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}

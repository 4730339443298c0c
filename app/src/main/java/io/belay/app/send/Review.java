package io.belay.app.send;

import io.belay.base.Hex;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.send.SendPlan;
import io.belay.core.tx.UnsignedTransaction;
import java.util.List;

/// What a review shows, decoded from the very bytes that are signed.
///
/// @param bytes the bytes to be signed, `0x…`
/// @param size their number
/// @param transaction what the bytes say
/// @param expected the fee if the next block takes it, wei
/// @param atMost the most the fee can be, wei
/// @param through operators of the endpoints it goes to
/// @param down operators of the endpoints that do not answer
record Review(
    String bytes,
    int size,
    UnsignedTransaction transaction,
    Wei expected,
    Wei atMost,
    List<String> through,
    List<String> down) {

  static Review of(SendPlan plan, Connectivity now) {
    byte[] preimage = plan.transaction().payload().preimage();
    UnsignedTransaction decoded = UnsignedTransaction.decode(preimage);
    return new Review(
        Hex.encode(preimage),
        preimage.length,
        decoded,
        plan.fee().expected(decoded.gasLimit()),
        decoded.maxFeePerGas().times(decoded.gasLimit()),
        operators(now, true),
        operators(now, false));
  }

  private static List<String> operators(Connectivity now, boolean takes) {
    return now.endpoints().stream()
        .filter(each -> takes(each.state()) == takes)
        .map(each -> each.config().operator())
        .distinct()
        .toList();
  }

  private static boolean takes(EndpointStatus.State state) {
    return switch (state) {
      case UNTRIED, UP, LAGGING, LIMITED, SET_ASIDE -> true;
      case NO_ANSWER, WRONG_CHAIN, DISABLED -> false;
    };
  }

  /// An exact amount with its symbol.
  String value(Asset asset) {
    return asset.amount(transaction.value()).toString();
  }
}

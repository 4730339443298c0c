package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import tools.jackson.databind.node.ObjectNode;

/// What an intent is to the chain: whom to call with what.
///
/// @param from the sender
/// @param to who is paid or called; a token's contract where tokens are sent
/// @param value wei
/// @param data call data
/// @param assetBalance what the sender has of the asset
record PlannedCall(Address from, Address to, Wei value, String data, Observed<Wei> assetBalance) {

  PlannedCall withValue(Wei wei) {
    return new PlannedCall(from, to, wei, data, assetBalance);
  }

  /// As `eth_call` and its like take it, without fees: these say nothing of the outcome.
  ObjectNode json(ObjectNode call) {
    return call.put("from", from.toLowerHex())
        .put("to", to.toLowerHex())
        .put("value", Hex.quantity(value.value()))
        .put("data", data);
  }
}

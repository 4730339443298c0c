package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Hex;
import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A call as `eth_call` and `eth_estimateGas` are asked for it.
///
/// @param maxFee wei per gas, where the caller named a price
@SuppressWarnings("ArrayRecordComponent") // calls are never compared
record PracticeCall(
    Address from,
    Address to,
    BigInteger value,
    byte[] data,
    long gas,
    Optional<BigInteger> maxFee) {

  static PracticeCall of(JsonNode call) {
    if (!call.isObject()) {
      throw PracticeError.invalid("invalid argument 0: json: cannot unmarshal into call");
    }
    if (!call.path("to").isString()) {
      throw PracticeError.refused("contract creation is not supported on the practice chain");
    }
    BigInteger gas = number(call, "gas").orElse(BigInteger.valueOf(PracticeGas.LIMIT));
    return new PracticeCall(
        call.path("from").isString() ? address(call.path("from")) : Address.ZERO,
        address(call.path("to")),
        number(call, "value").orElse(BigInteger.ZERO),
        data(call),
        gas.min(BigInteger.valueOf(PracticeGas.LIMIT)).longValue(),
        number(call, "maxFeePerGas").or(() -> number(call, "gasPrice")));
  }

  private static Address address(JsonNode node) {
    return PracticeParams.read(0, node, PracticeParams::toAddress);
  }

  private static byte[] data(JsonNode call) {
    JsonNode data = call.has("input") ? call.path("input") : call.path("data");
    return data.isString() ? PracticeParams.read(0, data, Hex::decode) : new byte[0];
  }

  private static Optional<BigInteger> number(JsonNode call, String name) {
    JsonNode node = call.path(name);
    return node.isString()
        ? Optional.of(PracticeParams.read(0, node, Hex::toBigInteger))
        : Optional.empty();
  }
}

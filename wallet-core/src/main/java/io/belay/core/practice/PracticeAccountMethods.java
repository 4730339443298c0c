package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What accounts hold, and the proofs of it.
final class PracticeAccountMethods {
  private PracticeAccountMethods() {}

  static void addTo(Map<String, PracticeRpc.Method> methods, PracticeRpc.Pool pool) {
    methods.put(
        "eth_getBalance",
        (p, v) -> PracticeJson.quantity(p.block(1, v).state().account(p.address(0)).balance()));
    methods.put(
        "eth_getTransactionCount",
        (p, v) ->
            PracticeJson.quantity(
                p.isPending(1)
                    ? pool.nextNonce(p.address(0))
                    : p.block(1, v).state().account(p.address(0)).nonce()));
    methods.put("eth_getCode", PracticeAccountMethods::code);
    methods.put("eth_getStorageAt", PracticeAccountMethods::storage);
    methods.put("eth_getProof", PracticeAccountMethods::proof);
  }

  private static JsonNode code(PracticeParams p, PracticeView v) {
    Address address = p.address(0);
    p.block(1, v);
    boolean token = address.equals(PracticeToken.ADDRESS);
    return PracticeJson.text(token ? Hex.encode(PracticeToken.code()) : "0x");
  }

  private static JsonNode storage(PracticeParams p, PracticeView v) {
    Bytes32 slot = Bytes32.of(p.number(1));
    BigInteger value = p.block(2, v).state().storage(p.address(0), slot);
    return PracticeJson.text(Bytes32.of(value).toString());
  }

  /// EIP-1186.
  private static JsonNode proof(PracticeParams p, PracticeView v) {
    Address address = p.address(0);
    JsonNode keys = p.at(1);
    PracticeState state = p.block(2, v).state();
    PracticeAccount account = state.account(address);
    ObjectNode out = PracticeJson.object();
    out.put("address", address.toLowerHex());
    nodes(out.putArray("accountProof"), state.prove(address));
    out.put("balance", Hex.quantity(account.balance()));
    out.put("codeHash", account.code().toString());
    out.put("nonce", Hex.quantity(account.nonce()));
    out.put("storageHash", account.storage().toString());
    ArrayNode slots = out.putArray("storageProof");
    for (JsonNode key : keys) {
      Bytes32 slot = Bytes32.of(PracticeParams.read(1, key, Hex::toBigInteger));
      ObjectNode entry = slots.addObject();
      entry.put("key", key.stringValue()); // as it was asked
      entry.put("value", Hex.quantity(state.storage(address, slot)));
      nodes(entry.putArray("proof"), state.prove(address, slot));
    }
    return out;
  }

  private static void nodes(ArrayNode out, List<byte[]> nodes) {
    nodes.forEach(node -> out.add(Hex.encode(node)));
  }
}

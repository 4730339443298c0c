package io.belay.core.practice;

import io.belay.base.Bytes32;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Sending and finding transactions.
final class PracticeTxMethods {
  private PracticeTxMethods() {}

  static void addTo(Map<String, PracticeRpc.Method> methods, PracticeRpc.Pool pool) {
    methods.put(
        "eth_sendRawTransaction", (p, v) -> PracticeJson.text(pool.send(p.bytes(0)).toString()));
    methods.put("eth_getTransactionByHash", (p, v) -> find(p.hash(0), v, pool));
    methods.put(
        "eth_getTransactionReceipt",
        (p, v) -> v.find(p.hash(0)).map(PracticeJson::receipt).orElse(PracticeJson.NONE));
  }

  private static JsonNode find(Bytes32 hash, PracticeView view, PracticeRpc.Pool pool) {
    return view.find(hash)
        .map(PracticeJson::tx)
        .or(() -> pool.find(hash).map(PracticeJson::waiting))
        .orElse(PracticeJson.NONE);
  }
}

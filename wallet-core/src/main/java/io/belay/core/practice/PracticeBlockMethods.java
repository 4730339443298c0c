package io.belay.core.practice;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The node itself and its blocks.
final class PracticeBlockMethods {
  private PracticeBlockMethods() {}

  static void addTo(Map<String, PracticeRpc.Method> methods) {
    methods.put("eth_chainId", (p, v) -> PracticeJson.quantity(ChainBox.CHAIN_ID));
    methods.put("net_version", (p, v) -> PracticeJson.text(Long.toString(ChainBox.CHAIN_ID)));
    methods.put("web3_clientVersion", (p, v) -> PracticeJson.text("BelayPractice/v1"));
    methods.put("eth_syncing", (p, v) -> JsonNodeFactory.instance.booleanNode(false));
    methods.put("eth_blockNumber", (p, v) -> PracticeJson.quantity(v.head().number()));
    methods.put("eth_getBlockByNumber", PracticeBlockMethods::block);
    methods.put("eth_getBlockByHash", PracticeBlockMethods::byHash);
    methods.put("eth_getBlockReceipts", PracticeBlockMethods::receipts);
  }

  private static JsonNode block(PracticeParams p, PracticeView v) {
    p.at(0);
    return json(p.find(0, v), p.flag(1));
  }

  private static JsonNode byHash(PracticeParams p, PracticeView v) {
    return json(v.with(p.hash(0)), p.flag(1));
  }

  private static JsonNode json(Optional<PracticeBlock> block, boolean full) {
    return block.map(b -> PracticeJson.block(b, full)).orElse(PracticeJson.NONE);
  }

  private static JsonNode receipts(PracticeParams p, PracticeView v) {
    p.at(0);
    Optional<PracticeBlock> block = p.find(0, v);
    if (block.isEmpty()) {
      return PracticeJson.NONE;
    }
    ArrayNode out = PracticeJson.array();
    for (int i = 0; i < block.get().txs().size(); i++) {
      out.add(PracticeJson.receipt(new PracticeView.Place(block.get(), i)));
    }
    return out;
  }
}

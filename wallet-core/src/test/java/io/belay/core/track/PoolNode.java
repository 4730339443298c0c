package io.belay.core.track;

import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.core.chain.BlockRef;
import io.belay.core.rpc.FakeBlocks;
import io.belay.core.rpc.RawTx;
import io.belay.core.rpc.ScriptedTransport;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A node that takes transactions, and tells of one what the test lets it tell.
final class PoolNode {
  static final String SEND = "eth_sendRawTransaction";

  private static final BlockRef HEAD = FakeBlocks.upTo(100).head();

  final ScriptedTransport transport;
  private volatile boolean holds;
  private volatile Optional<BlockRef> block = Optional.empty();
  private volatile boolean succeeded = true;
  private volatile byte[] raw = {};
  private volatile Optional<TxHash> only = Optional.empty();

  PoolNode(FakeBlocks chain) {
    transport = takesAgain(chain.node());
    transport.on("eth_getTransactionByHash", this::transaction);
    transport.on("eth_getTransactionReceipt", this::receipt);
  }

  private ScriptedTransport takesAgain(ScriptedTransport node) {
    return node.on(SEND, this::take);
  }

  /// Takes what it is sent, as it did before.
  void takesAgain() {
    takesAgain(transport);
  }

  private ObjectNode take(JsonNode params) {
    if (holds) {
      return ScriptedTransport.error(-32000, "already known");
    }
    holds = true;
    raw = Hex.decode(params.path(0).asString(""));
    TxHash hash = TxHash.ofRaw(raw);
    return ScriptedTransport.result(JsonNodeFactory.instance.stringNode(hash.toString()));
  }

  private ObjectNode transaction(JsonNode params) {
    return ScriptedTransport.result(
        holds && raw.length > 0 ? RawTx.json(raw) : JsonNodeFactory.instance.nullNode());
  }

  private ObjectNode receipt(JsonNode params) {
    boolean another =
        only.filter(h -> !h.toString().equals(params.path(0).asString(""))).isPresent();
    if (block.isEmpty() || another) {
      return ScriptedTransport.result(JsonNodeFactory.instance.nullNode());
    }
    return ScriptedTransport.result(
        JsonNodeFactory.instance
            .objectNode()
            .put("transactionHash", params.path(0).asString(""))
            .put("blockNumber", Hex.quantity(block.get().number()))
            .put("blockHash", block.get().hash().toString())
            .put("status", succeeded ? "0x1" : "0x0"));
  }

  /// Tells that a block holds it.
  void mined(BlockRef in, boolean ok) {
    holds = true;
    succeeded = ok;
    block = Optional.of(in);
  }

  /// Tells that a block holds this one, and knows nothing of any other.
  void minedOnly(TxHash hash, BlockRef in) {
    only = Optional.of(hash);
    raw = new byte[0];
    mined(in, true);
  }

  /// Takes it out of its block, back into the pool.
  void unmined() {
    block = Optional.empty();
  }

  /// Knows nothing of it.
  void forgets() {
    holds = false;
    block = Optional.empty();
  }

  /// Tells the sender's account, without proof; at the finalized block it has sent nothing yet.
  void tellsNonce(long nonce) {
    tellsNonce(nonce, 0);
  }

  /// Tells the sender's account at the head, and at blocks below it.
  void tellsNonce(long nonce, long before) {
    transport
        .says("eth_getBalance", "0xffff")
        .on(
            "eth_getTransactionCount",
            params ->
                ScriptedTransport.result(
                    JsonNodeFactory.instance.stringNode(
                        Hex.quantity(isHead(params.path(1)) ? nonce : before))))
        .says("eth_getCode", "0x");
  }

  private static boolean isHead(JsonNode block) {
    return block.toString().contains(HEAD.hash().toString());
  }

  /// How often it was sent something.
  long sent() {
    return transport.asked(SEND);
  }
}

package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Rlp;
import io.belay.core.chain.Header;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Blocks, transactions, receipts and logs as JSON-RPC shows them (execution-apis schemas).
final class PracticeJson {
  static final JsonNode NONE = JsonNodeFactory.instance.nullNode();

  private PracticeJson() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static JsonNode text(String text) {
    return JsonNodeFactory.instance.stringNode(text);
  }

  static JsonNode quantity(long value) {
    return text(Hex.quantity(value));
  }

  static JsonNode quantity(BigInteger value) {
    return text(Hex.quantity(value));
  }

  static JsonNode block(PracticeBlock block, boolean full) {
    ObjectNode out = object();
    block.header().writeTo(out);
    out.put("size", Hex.quantity(size(block)));
    ArrayNode txs = out.putArray("transactions");
    for (int i = 0; i < block.txs().size(); i++) {
      if (full) {
        txs.add(tx(new PracticeView.Place(block, i)));
      } else {
        txs.add(block.txs().get(i).hash().toString());
      }
    }
    out.putArray("uncles");
    out.putArray("withdrawals");
    return out;
  }

  /// Bytes of the block's RLP: header, transactions, uncles, withdrawals.
  private static long size(PracticeBlock block) {
    List<Rlp.Item> txs = new ArrayList<>();
    for (PracticeTx tx : block.txs()) {
      txs.add(tx.type() == 0 ? Rlp.decode(tx.raw()) : Rlp.of(tx.raw()));
    }
    Rlp.Item header = Rlp.decode(block.header().encoded());
    return Rlp.encode(Rlp.list(header, Rlp.list(txs), Rlp.list(), Rlp.list())).length;
  }

  /// A mined transaction.
  static JsonNode tx(PracticeView.Place place) {
    PracticeBlock block = place.block();
    ObjectNode out = body(place.tx());
    out.put("blockHash", block.header().hash().toString());
    out.put("blockNumber", Hex.quantity(block.number()));
    out.put("transactionIndex", Hex.quantity(place.index()));
    out.put("gasPrice", Hex.quantity(place.tx().price(block.baseFee())));
    return out;
  }

  /// A waiting transaction.
  static JsonNode waiting(PracticeTx tx) {
    ObjectNode out = body(tx);
    out.putNull("blockHash");
    out.putNull("blockNumber");
    out.putNull("transactionIndex");
    out.put("gasPrice", Hex.quantity(tx.maxFee()));
    return out;
  }

  private static ObjectNode body(PracticeTx tx) {
    ObjectNode out = object();
    out.put("type", Hex.quantity(tx.type()));
    out.put("hash", tx.hash().toString());
    out.put("from", tx.from().toLowerHex());
    out.put("nonce", Hex.quantity(tx.nonce()));
    out.put("gas", Hex.quantity(tx.gas()));
    tx.to()
        .map(Address::toLowerHex)
        .ifPresentOrElse(a -> out.put("to", a), () -> out.putNull("to"));
    out.put("value", Hex.quantity(tx.value()));
    out.put("input", Hex.encode(tx.data()));
    out.put("chainId", Hex.quantity(tx.chainId()));
    int parity = tx.signature().yParity();
    out.put("r", Hex.quantity(tx.signature().r()));
    out.put("s", Hex.quantity(tx.signature().s()));
    if (tx.type() == 0) {
      out.put("v", Hex.quantity(tx.chainId().shiftLeft(1).add(BigInteger.valueOf(35L + parity))));
      return out;
    }
    out.put("v", Hex.quantity(parity));
    out.put("yParity", Hex.quantity(parity));
    ArrayNode access = out.putArray("accessList");
    tx.access().forEach(entry -> access.add(access(entry)));
    if (tx.type() == 2) {
      out.put("maxFeePerGas", Hex.quantity(tx.maxFee()));
      out.put("maxPriorityFeePerGas", Hex.quantity(tx.maxTip()));
    }
    return out;
  }

  private static ObjectNode access(Rlp.Item entry) {
    ObjectNode out = object();
    out.put("address", Hex.encode(entry.list().get(0).bytes()));
    ArrayNode keys = out.putArray("storageKeys");
    entry.list().get(1).list().forEach(key -> keys.add(Hex.encode(key.bytes())));
    return out;
  }

  static JsonNode receipt(PracticeView.Place place) {
    PracticeReceipt receipt = place.receipt();
    PracticeTx tx = place.tx();
    ObjectNode out = object();
    out.put("type", Hex.quantity(tx.type()));
    out.put("status", receipt.success() ? "0x1" : "0x0");
    out.put("cumulativeGasUsed", Hex.quantity(receipt.cumulative()));
    out.put("gasUsed", Hex.quantity(receipt.gasUsed()));
    out.put("effectiveGasPrice", Hex.quantity(receipt.price()));
    out.put("logsBloom", Hex.encode(receipt.bloom()));
    out.put("transactionHash", tx.hash().toString());
    out.put("transactionIndex", Hex.quantity(place.index()));
    out.put("blockHash", place.block().header().hash().toString());
    out.put("blockNumber", Hex.quantity(place.block().number()));
    out.put("from", tx.from().toLowerHex());
    tx.to()
        .map(Address::toLowerHex)
        .ifPresentOrElse(a -> out.put("to", a), () -> out.putNull("to"));
    out.putNull("contractAddress");
    ArrayNode logs = out.putArray("logs");
    logs(place).forEach(logs::add);
    return out;
  }

  /// A transaction's logs; their index counts through the block.
  static List<JsonNode> logs(PracticeView.Place place) {
    int index = 0;
    for (int i = 0; i < place.index(); i++) {
      index += place.block().receipts().get(i).logs().size();
    }
    List<JsonNode> logs = new ArrayList<>();
    for (PracticeLog log : place.receipt().logs()) {
      ObjectNode out = object();
      out.put("address", log.address().toLowerHex());
      ArrayNode topics = out.putArray("topics");
      log.topics().stream().map(Bytes32::toString).forEach(topics::add);
      out.put("data", Hex.encode(log.data()));
      out.put("blockNumber", Hex.quantity(place.block().number()));
      out.put("blockHash", place.block().header().hash().toString());
      out.put("blockTimestamp", Hex.quantity(place.block().header().timestamp()));
      out.put("transactionHash", place.tx().hash().toString());
      out.put("transactionIndex", Hex.quantity(place.index()));
      out.put("logIndex", Hex.quantity(index++));
      out.put("removed", false);
      logs.add(out);
    }
    return logs;
  }

  /// A header's extra data.
  static byte[] extra(Header header) {
    return Rlp.decode(header.encoded()).list().get(12).bytes();
  }
}

package io.belay.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Hex;
import io.belay.base.Rlp;
import io.belay.base.WalletException;
import io.belay.core.Vectors;
import io.belay.core.chain.Header;
import io.belay.core.chain.HeaderField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Whole blocks of mainnet and Sepolia.
class BlockVectorTest {
  @Test
  void lodestarTransactionsAreMadeAgainFromJson() throws IOException {
    Set<String> seen = new HashSet<>();
    int made = 0;
    for (JsonNode recording : Vectors.lodestar()) {
      JsonNode block = recording.at("/execution/block");
      if (!seen.add(block.path("hash").stringValue())) {
        continue;
      }
      Header header = Header.matching(block).orElseThrow();
      List<byte[]> raw = Vectors.bytes(recording.at("/beacon/executionPayload/transactions"));
      BlockBody body = BlockBody.verify(header, block);
      assertThat(body.size()).isEqualTo(raw.size());
      for (int i = 0; i < raw.size(); i++) {
        assertThat(body.indexOf(raw.get(i))).hasValue(i);
        made++;
      }
      refused(() -> BlockBody.verify(header, raw.subList(0, raw.size() - 1)));
      refused(() -> BlockBody.verify(header, raw.reversed()));
      assertThat(BlockBody.verify(header, raw).indexOf(new byte[] {2})).isEmpty();
    }
    System.out.println(
        "counted: " + made + " transactions of " + seen.size() + " blocks made again from JSON");
  }

  @Test
  void everyChangedMemberOfATransactionIsRefused() throws IOException {
    JsonNode block = Vectors.lodestar().getFirst().at("/execution/block");
    Header header = Header.matching(block).orElseThrow();
    Set<String> beside =
        Set.of("blockHash", "blockNumber", "from", "hash", "transactionIndex", "gasPrice");
    int lies = 0;
    for (String name : block.at("/transactions/0").propertyNames()) {
      if (!beside.contains(name)) {
        ObjectNode lie = ((ObjectNode) block).deepCopy();
        ((ObjectNode) lie.at("/transactions/0")).put(name, "0x1234");
        assertThatThrownBy(() -> BlockBody.verify(header, lie)).isInstanceOf(WalletException.class);
        lies++;
      }
    }
    assertThat(lies).isGreaterThan(9);
    System.out.println("counted: " + lies + " changed members of a transaction refused");
  }

  @Test
  void heliosReceiptsHaveTheirBlocksRoot() throws IOException {
    Header header = Header.matching(Vectors.helios("rpc/block.json")).orElseThrow();
    JsonNode told = Vectors.helios("rpc/receipts.json");
    BlockReceipts receipts = BlockReceipts.verify(header, told);
    for (int i = 0; i < receipts.size(); i++) {
      assertThat(receipts.gasUsed(i))
          .isEqualTo(Hex.toLong(told.get(i).path("gasUsed").stringValue()));
      assertThat(receipts.success(i))
          .isEqualTo(told.get(i).path("status").stringValue().equals("0x1"));
    }
    List<JsonNode> lies = new ArrayList<>();
    for (String name : List.of("status", "cumulativeGasUsed", "type")) {
      ArrayNode lie = (ArrayNode) told.deepCopy();
      ((ObjectNode) lie.get(5)).put(name, "0x0");
      lies.add(lie);
    }
    ArrayNode fewer = (ArrayNode) told.deepCopy();
    fewer.remove(201);
    lies.add(fewer);
    ArrayNode silent = (ArrayNode) told.deepCopy();
    ((ObjectNode) silent.get(0)).putArray("logs");
    lies.add(silent);
    lies.forEach(lie -> refused(() -> BlockReceipts.verify(header, lie)));
    System.out.println(
        "counted: %d receipts under their root, %d lies refused"
            .formatted(receipts.size(), lies.size()));
  }

  @Test
  void heliosReceiptIsTheLeafThatItsProofHolds() throws IOException {
    Header header = Header.matching(Vectors.helios("rpc/block.json")).orElseThrow();
    JsonNode told = Vectors.helios("verifiable_api/receipt.json");
    RpcObject receipt = new RpcObject(told.path("receipt"));
    byte[] key = Rlp.encode(receipt.quantity("transactionIndex"));
    assertThat(
            MerklePatricia.verify(
                header.root(HeaderField.RECEIPTS_ROOT),
                key,
                Vectors.bytes(told.path("receiptProof"))))
        .hasValue(ReceiptBytes.of(receipt));
  }

  private static void refused(ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo("bad-proof");
  }
}

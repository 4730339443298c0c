package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.chain.Header;
import io.belay.core.proof.ProvenInclusion;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Inclusion proven from all that a block holds: a transfer of each type, a token's events and a
/// revert.
class PracticeInclusionTest {
  @TempDir Path dir;
  private List<byte[]> sent = List.of();
  private ObjectNode block = PracticeJson.object();
  private ArrayNode receipts = PracticeJson.array();

  @BeforeEach
  void mineABlock() {
    try (PracticeFixture net = PracticeFixture.funded(dir)) {
      net.chain().faucetToken(net.alice, BigInteger.valueOf(50));
      net.chain().mine(1);
      sent =
          List.of(
              net.transfer(0),
              net.legacy(ChainBox.CHAIN_ID, 1),
              token(net, 2, 20),
              token(net, 3, 1000));
      sent.forEach(net::send);
      net.chain().mine(1);
      String hash = "'" + net.chain().head().hash() + "'";
      block = (ObjectNode) net.result("eth_getBlockByHash", hash + ",true");
      receipts = (ArrayNode) net.result("eth_getBlockReceipts", hash);
    }
  }

  private static byte[] token(PracticeFixture net, long nonce, long amount) {
    byte[] data = PracticeAbi.transfer(BOB, BigInteger.valueOf(amount));
    return net.tx(nonce, 1, 10, 100_000, PracticeChain.TOKEN, BigInteger.ZERO, data);
  }

  @Test
  void everyTransactionIsProvenWithWhatBecameOfIt() {
    for (int i = 0; i < sent.size(); i++) {
      ProvenInclusion proven = prove(block, receipts, sent.get(i));
      assertThat(proven.index()).isEqualTo(i);
      assertThat(proven.block()).isEqualTo(Header.parse(block).ref());
      assertThat(proven.success()).isEqualTo(i != 3); // more tokens than alice has
      assertThat(proven.gasUsed())
          .isEqualTo(Hex.toLong(receipts.get(i).path("gasUsed").stringValue()));
    }
    assertThat(receipts.get(2).path("logs")).isNotEmpty();
  }

  @Test
  void bytesThatAreNotInTheBlockAreProvenAbsent() {
    byte[] other = sent.getFirst().clone();
    other[other.length - 1] ^= 1;
    assertThat(ProvenInclusion.of(Header.parse(block), block, receipts, other)).isEmpty();
  }

  @Test
  void inventedReceiptsAndTransactionsAreRefused() {
    ArrayNode paid = receipts.deepCopy();
    ((ObjectNode) paid.get(3)).put("status", "0x1");
    refused("bad-proof", block, paid);
    ArrayNode events = receipts.deepCopy();
    ((ObjectNode) events.get(2).path("logs").get(0)).put("data", "0x" + "0".repeat(63) + "1");
    refused("bad-proof", block, events);
    ArrayNode fewer = receipts.deepCopy();
    fewer.remove(3);
    refused("bad-proof", block, fewer);
    refused("bad-proof", block, block);

    ObjectNode dropped = block.deepCopy();
    ((ArrayNode) dropped.path("transactions")).remove(0);
    refused("bad-proof", dropped, receipts);
    ObjectNode hashes = block.deepCopy();
    hashes.putArray("transactions").add(block.path("hash"));
    refused("bad-proof", hashes, receipts);
    ObjectNode none = block.deepCopy();
    none.remove("transactions");
    refused("bad-proof", none, receipts);
  }

  @Test
  void aTypeNobodyKnowsIsNoLie() {
    ObjectNode newer = block.deepCopy();
    ((ObjectNode) newer.path("transactions").get(0)).put("type", "0x7e");
    refused("cannot-prove", newer, receipts);
    ArrayNode newerReceipts = receipts.deepCopy();
    ((ObjectNode) newerReceipts.get(0)).put("type", "0x7e");
    refused("cannot-prove", block, newerReceipts);
  }

  private ProvenInclusion prove(JsonNode inBlock, JsonNode told, byte[] raw) {
    return ProvenInclusion.of(Header.parse(block), inBlock, told, raw).orElseThrow();
  }

  private void refused(String code, JsonNode inBlock, JsonNode told) {
    assertThatThrownBy(() -> prove(inBlock, told, sent.getFirst()))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo(code);
  }
}

package io.belay.core.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Rlp;
import io.belay.core.Vectors;
import io.belay.core.proof.OrderedTrie;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Headers of mainnet and Sepolia as nodes told them.
class HeaderVectorTest {
  private static final Bytes32 NO_UNCLES =
      Bytes32.parse("0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347");

  @Test
  void recordedBlocksHaveTheirHashes() throws IOException {
    List<JsonNode> blocks = new ArrayList<>();
    for (JsonNode recording : Vectors.lodestar()) {
      blocks.add(recording.at("/execution/block"));
    }
    blocks.add(Vectors.helios("rpc/block.json"));
    Set<Bytes32> seen = new HashSet<>();
    int lies = 0;
    for (JsonNode block : blocks) {
      Header header = Header.parse(block);
      assertThat(header.hash().toString()).isEqualTo(block.path("hash").stringValue());
      assertThat(Header.matching(block)).hasValue(header);
      if (seen.add(header.hash())) {
        lies += lies(block);
      }
    }
    assertThat(seen).hasSizeGreaterThan(3);
    System.out.println(
        "counted: " + seen.size() + " headers of recorded blocks, " + lies + " lies refused");
  }

  @Test
  void beaconBlocksHaveTheirHashesAndFollowTheBaseFeeRule() throws IOException {
    List<Header> chain = new ArrayList<>();
    for (JsonNode block : Vectors.beaconBlocks()) {
      JsonNode payload = block.at("/data/message/body/execution_payload");
      List<byte[]> withdrawals = new ArrayList<>();
      payload.path("withdrawals").forEach(w -> withdrawals.add(withdrawal(w)));
      Header header =
          header(
              payload,
              OrderedTrie.root(Vectors.bytes(payload.path("transactions"))),
              OrderedTrie.root(withdrawals));
      assertThat(header.hash()).isEqualTo(hash(payload, "block_hash"));
      chain.add(header);
    }
    int pairs = 0;
    for (Header parent : chain) {
      for (Header child : chain) {
        boolean next = child.parentHash().equals(parent.hash());
        assertThat(BaseFee.follows(BaseFeeRule.ETHEREUM, parent, child)).isEqualTo(next);
        pairs += next ? 1 : 0;
      }
    }
    assertThat(pairs).isPositive();
    System.out.println(
        "counted: " + chain.size() + " beacon blocks, " + pairs + " base fees after their parents");
  }

  private static int lies(JsonNode block) {
    int lies = 0;
    for (HeaderField field : HeaderField.values()) {
      if (block.has(field.json())) {
        ObjectNode lie = ((ObjectNode) block).deepCopy();
        String text = lie.path(field.json()).stringValue();
        char last = text.charAt(text.length() - 1);
        lie.put(field.json(), text.substring(0, text.length() - 1) + (last == '1' ? '2' : '1'));
        assertThat(Header.matching(lie)).as(field.json()).isEmpty();
        lies++;
      }
    }
    return lies;
  }

  /// A header of the merge and withdrawals as the beacon chain names its parts; uncles, difficulty
  /// and nonce are what the merge froze (EIP-3675).
  private static Header header(JsonNode told, Bytes32 transactions, Bytes32 withdrawals) {
    Map<HeaderField, Rlp.Item> f = new EnumMap<>(HeaderField.class);
    f.put(HeaderField.PARENT_HASH, bytes(told, "parent_hash"));
    f.put(HeaderField.UNCLES_HASH, Rlp.of(NO_UNCLES));
    f.put(HeaderField.MINER, bytes(told, "fee_recipient"));
    f.put(HeaderField.STATE_ROOT, bytes(told, "state_root"));
    f.put(HeaderField.TRANSACTIONS_ROOT, Rlp.of(transactions));
    f.put(HeaderField.RECEIPTS_ROOT, bytes(told, "receipts_root"));
    f.put(HeaderField.LOGS_BLOOM, bytes(told, "logs_bloom"));
    f.put(HeaderField.DIFFICULTY, Rlp.of(0));
    f.put(HeaderField.NUMBER, number(told, "block_number"));
    f.put(HeaderField.GAS_LIMIT, number(told, "gas_limit"));
    f.put(HeaderField.GAS_USED, number(told, "gas_used"));
    f.put(HeaderField.TIMESTAMP, number(told, "timestamp"));
    f.put(HeaderField.EXTRA_DATA, bytes(told, "extra_data"));
    f.put(HeaderField.MIX_HASH, bytes(told, "prev_randao"));
    f.put(HeaderField.NONCE, Rlp.of(new byte[8]));
    f.put(HeaderField.BASE_FEE, number(told, "base_fee_per_gas"));
    f.put(HeaderField.WITHDRAWALS_ROOT, Rlp.of(withdrawals));
    return Header.of(f);
  }

  private static byte[] withdrawal(JsonNode w) {
    return Rlp.encode(
        Rlp.list(
            number(w, "index"),
            number(w, "validator_index"),
            bytes(w, "address"),
            number(w, "amount")));
  }

  private static Rlp.Item number(JsonNode from, String name) {
    return Rlp.of(new BigInteger(from.path(name).stringValue()));
  }

  private static Rlp.Item bytes(JsonNode from, String name) {
    return Rlp.of(Hex.decode(from.path(name).stringValue()));
  }

  private static Bytes32 hash(JsonNode from, String name) {
    return Bytes32.parse(from.path(name).stringValue());
  }
}

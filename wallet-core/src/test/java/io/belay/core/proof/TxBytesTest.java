package io.belay.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belay.base.Hex;
import io.belay.base.Rlp;
import io.belay.base.WalletException;
import io.belay.core.Vectors;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class TxBytesTest {
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "signedEip155", List.of("nonce", "gasPrice", "gas", "to", "value", "input"),
          "signedBerlin",
              List.of("chainId", "nonce", "gasPrice", "gas", "to", "value", "input", "accessList"),
          "signedLondon",
              List.of(
                  "chainId",
                  "nonce",
                  "maxPriorityFeePerGas",
                  "maxFeePerGas",
                  "gas",
                  "to",
                  "value",
                  "input",
                  "accessList"),
          "signedCancun",
              List.of(
                  "chainId",
                  "nonce",
                  "maxPriorityFeePerGas",
                  "maxFeePerGas",
                  "gas",
                  "to",
                  "value",
                  "input",
                  "accessList",
                  "maxFeePerBlobGas",
                  "blobVersionedHashes"));

  @Test
  void ethersTransactionsAreMadeAgainFromTheirMembers() throws IOException {
    int made = 0;
    JsonNode cases = Vectors.ethers("transactions");
    for (int i = 0; i < cases.size(); i += 8) {
      for (String kind : FIELDS.keySet()) {
        String raw = cases.get(i).path(kind).stringValue("");
        if (!raw.isEmpty()) {
          byte[] bytes = Hex.decode(raw);
          assertThat(TxBytes.of(new RpcObject(told(kind, bytes)))).isEqualTo(bytes);
          made++;
        }
      }
    }
    assertThat(made).isGreaterThan(1000);
    System.out.println("counted: " + made + " ethers transactions of types 0 to 3 made again");
  }

  @Test
  void anUnknownTypeIsNoLie() {
    ObjectNode tx = JsonMapper.shared().createObjectNode();
    for (String type : List.of("0x5", "0x7e", "0xff", "0x" + "f".repeat(64))) {
      assertThat(code(tx.put("type", type))).isEqualTo("cannot-prove");
    }
    for (String type : List.of("", "0x", "2", "0xg")) {
      assertThat(code(tx.put("type", type))).isEqualTo("bad-proof");
    }
    assertThat(code(tx.put("type", 2))).isEqualTo("bad-proof");
    assertThat(code(tx.putNull("type"))).isEqualTo("bad-proof"); // legacy, and nothing in it
  }

  @Test
  void aReceiptWithoutAStatusIsNoLie() {
    ObjectNode receipt = JsonMapper.shared().createObjectNode().put("root", "0x00");
    WalletException refusal =
        catchThrowableOfType(WalletException.class, () -> ReceiptBytes.of(new RpcObject(receipt)));
    assertThat(refusal.code()).isEqualTo("cannot-prove");
  }

  private static String code(JsonNode tx) {
    WalletException refusal =
        catchThrowableOfType(WalletException.class, () -> TxBytes.of(new RpcObject(tx)));
    assertThat(refusal).isNotNull();
    return refusal.code();
  }

  /// What a node would tell of raw bytes, read here without the code under test.
  private static ObjectNode told(String kind, byte[] raw) {
    boolean legacy = kind.equals("signedEip155");
    List<Rlp.Item> items = Rlp.decode(legacy ? raw : Arrays.copyOfRange(raw, 1, raw.length)).list();
    ObjectNode out = JsonMapper.shared().createObjectNode();
    if (!legacy) {
      out.put("type", "0x" + raw[0]);
    }
    List<String> names = FIELDS.getOrDefault(kind, List.of());
    for (int i = 0; i < names.size(); i++) {
      put(out, names.get(i), items.get(i));
    }
    put(out, legacy ? "v" : "yParity", items.get(names.size()));
    put(out, "r", items.get(names.size() + 1));
    put(out, "s", items.get(names.size() + 2));
    return out;
  }

  private static void put(ObjectNode out, String name, Rlp.Item item) {
    switch (name) {
      case "accessList" -> {
        ArrayNode list = out.putArray(name);
        for (Rlp.Item entry : item.list()) {
          ObjectNode one = list.addObject();
          put(one, "address", entry.list().get(0));
          ArrayNode keys = one.putArray("storageKeys");
          entry.list().get(1).list().forEach(key -> keys.add(Hex.encode(key.bytes())));
        }
      }
      case "blobVersionedHashes" -> {
        ArrayNode list = out.putArray(name);
        item.list().forEach(hash -> list.add(Hex.encode(hash.bytes())));
      }
      case "to", "address" -> {
        if (item.bytes().length == 0) {
          out.putNull(name);
        } else {
          out.put(name, Hex.encode(item.bytes()));
        }
      }
      case "input" -> out.put(name, Hex.encode(item.bytes()));
      default -> out.put(name, Hex.quantity(item.number()));
    }
  }
}

package io.belay.keystore.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.keystore.Vectors;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class TypedVectorsTest {
  /// Vectors that Belay refuses, each with its reason; the reason stands in the message.
  private static final Map<String, String> REFUSED =
      Map.of(
          "structs_arrays_v4", "message: member attachedMoneyInEth has no type",
          "injective_testcase", "types.EIP712Domain: member verifyingContract is not");

  /// The older encoding of arrays, eth_signTypedData_v3: another digest, by design.
  private static final String OLDER = "struct_list_non_v4";

  @Test
  void agreesWithEthers() {
    int cases = 0;
    for (JsonNode row : Vectors.read("ethers-v6/typed-data.json.gz")) {
      TypedMessage read = TypedMessage.parse(document(row));
      String name = row.path("name").stringValue();
      assertThat(read.digest().toString()).as(name).isEqualTo(text(row, "digest"));
      assertThat(Hex.encode(read.encodedMessage())).as(name).isEqualTo(text(row, "encoded"));
      cases++;
    }
    Vectors.count("typed data hashed as ethers does, none refused", cases);
    assertThat(cases).isEqualTo(130);
  }

  private static String document(JsonNode row) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("types", row.path("types"));
    document.set("primaryType", row.path("primaryType"));
    document.set("domain", row.path("domain"));
    document.set("message", row.path("data"));
    return document.toString();
  }

  private static String text(JsonNode row, String name) {
    return row.path(name).stringValue();
  }

  @Test
  void agreesWithEthersOnMessagesOfEthAccount() {
    JsonNode digests = Vectors.read("eth-account/expected_digests_by_ethers.json");
    int cases = 0;
    for (var entry : Vectors.read("eth-account/valid_for_all.json").properties()) {
      JsonNode expected = digests.path("valid_for_all.json").path(entry.getKey());
      assertThat(TypedMessage.parse(entry.getValue().toString()).digest().toString())
          .as(entry.getKey())
          .isEqualTo(text(expected, "digest"));
      cases++;
    }
    Vectors.count("valid messages of eth-account", cases);
    assertThat(cases).isEqualTo(9);
  }

  @Test
  void refusesWhatEveryWalletMustRefuse() {
    JsonNode digests = Vectors.read("eth-account/expected_digests_by_ethers.json");
    int cases = 0;
    for (var entry : Vectors.read("eth-account/invalid.json").properties()) {
      assertThat(digests.path("invalid.json").path(entry.getKey()).has("error")).isTrue();
      assertThatThrownBy(() -> TypedMessage.parse(entry.getValue().toString()))
          .as(entry.getKey())
          .extracting("code")
          .isEqualTo("bad-typed-data");
      cases++;
    }
    Vectors.count("invalid messages of eth-account, all refused", cases);
    assertThat(cases).isEqualTo(8);
  }

  @Test
  void agreesWithTrezorOnBothHashes() {
    int cases = 0;
    int refused = 0;
    for (JsonNode row : Vectors.read("trezor-firmware/sign_typed_data.json").path("tests")) {
      String name = text(row, "name");
      String json = row.path("parameters").path("data").toString();
      String reason = REFUSED.get(name);
      if (reason != null) {
        assertThatThrownBy(() -> TypedMessage.parse(json)).as(name).hasMessageStartingWith(reason);
        System.out.println("refused: " + name + ", " + reason);
        refused++;
      } else {
        compare(name, row.path("parameters"), TypedMessage.parse(json));
      }
      cases++;
    }
    Vectors.count("typed data of Trezor, " + refused + " refused", cases);
    assertThat(cases).isEqualTo(10);
    assertThat(refused).isEqualTo(REFUSED.size());
  }

  private static void compare(String name, JsonNode row, TypedMessage read) {
    assertThat(read.domainSeparator().toString())
        .as(name)
        .isEqualTo(text(row, "domain_separator_hash"));
    if (!row.path("message_hash").isNull()) {
      String hash = Keccak.hash(read.encodedMessage()).toString();
      assertThat(hash.equals(text(row, "message_hash"))).as(name).isEqualTo(!name.equals(OLDER));
    }
  }
}

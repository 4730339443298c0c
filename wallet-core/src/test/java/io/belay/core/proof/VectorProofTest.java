package io.belay.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.Vectors;
import io.belay.core.chain.Header;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Proofs that mainnet and Sepolia nodes really sent.
class VectorProofTest {
  private int accounts;
  private int slots;
  private int absent;
  private int lies;

  @Test
  void lodestarAccountsAndSlotsAreProvenByTheirBlocks() throws IOException {
    for (JsonNode recording : Vectors.lodestar()) {
      Header header = Header.matching(recording.at("/execution/block")).orElseThrow();
      List<JsonNode> found = new ArrayList<>();
      collectProofs(recording.path("dependentRequests"), found);
      for (JsonNode result : found) {
        check(result, header.stateRoot());
      }
    }
    print("lodestar");
  }

  @Test
  void heliosAccountsAndSlotsAreProven() throws IOException {
    for (String name : List.of("rpc/proof.json", "rpc/block_miner_proof.json")) {
      JsonNode result = Vectors.helios(name);
      // the block that was recorded beside them is theirs
      Header header = Header.matching(Vectors.helios("rpc/block.json")).orElseThrow();
      check(result, header.stateRoot());
    }
    assertThat(slots).isPositive();
    print("helios");
  }

  private void print(String source) {
    assertThat(accounts).isPositive();
    System.out.println(
        "counted: %s: %d accounts (%d absent) and %d slots proven, %d lies refused"
            .formatted(source, accounts, absent, slots, lies));
  }

  private void check(JsonNode result, Bytes32 root) {
    Address address = Address.of(Hex.decode(result.path("address").stringValue()));
    ProvenAccount proven = AccountProof.parse(result).verify(address, root);
    assertThat(proven.balance().value()).isEqualTo(number(result, "balance"));
    assertThat(proven.nonce()).isEqualTo(number(result, "nonce"));
    accounts++;
    absent += proven.equals(ProvenAccount.ABSENT) ? 1 : 0;
    for (String claim : List.of("balance", "nonce")) {
      ObjectNode lie = copy(result);
      lie.put(claim, Hex.quantity(number(result, claim).flipBit(0)));
      refused(lie, address, root);
    }
    for (ObjectNode lie : mutated(result, "accountProof")) {
      refused(lie, address, root);
    }
    for (JsonNode entry : result.path("storageProof")) {
      checkSlot(result, entry, proven.storageRoot());
    }
  }

  private void checkSlot(JsonNode result, JsonNode entry, Bytes32 root) {
    Bytes32 slot = Bytes32.of(number(entry, "key"));
    BigInteger value = AccountProof.parse(result).verifyStorage(slot, root).orElse(BigInteger.ZERO);
    assertThat(value).isEqualTo(number(entry, "value"));
    slots++;
    ObjectNode lie = copy(result);
    List<ObjectNode> spoiled = new ArrayList<>(mutated(entry, "proof"));
    spoiled.add(copy(entry).put("value", Hex.quantity(value.flipBit(0))));
    for (ObjectNode changed : spoiled) {
      lie.putArray("storageProof").add(changed);
      AccountProof proof = AccountProof.parse(lie);
      assertBad(() -> proof.verifyStorage(slot, root));
      lies++;
    }
  }

  /// The object with, in turn, a bit of each node flipped and each node left out.
  private static List<ObjectNode> mutated(JsonNode object, String proof) {
    List<ObjectNode> out = new ArrayList<>();
    int count = object.path(proof).size();
    for (int i = 0; i < count; i++) {
      ObjectNode flipped = copy(object);
      ArrayNode nodes = (ArrayNode) flipped.path(proof);
      byte[] node = Hex.decode(nodes.get(i).stringValue());
      node[(7 * i + 3) % node.length] ^= 4;
      nodes.set(i, Hex.encode(node));
      out.add(flipped);
      ObjectNode fewer = copy(object);
      ((ArrayNode) fewer.path(proof)).remove(i);
      out.add(fewer);
    }
    return out;
  }

  private void refused(ObjectNode lie, Address address, Bytes32 root) {
    assertBad(() -> AccountProof.parse(lie).verify(address, root));
    lies++;
  }

  private static void assertBad(ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo("bad-proof");
  }

  private static ObjectNode copy(JsonNode object) {
    return ((ObjectNode) object).deepCopy();
  }

  private static BigInteger number(JsonNode from, String name) {
    return Hex.toBigInteger(from.path(name).stringValue());
  }

  private static void collectProofs(JsonNode from, List<JsonNode> found) {
    if (from.has("accountProof")) {
      found.add(from);
    } else {
      from.forEach(child -> collectProofs(child, found));
    }
  }
}

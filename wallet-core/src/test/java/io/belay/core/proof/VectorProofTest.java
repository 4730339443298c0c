package io.belay.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.base.WalletException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Proofs and blocks that mainnet and Sepolia nodes really sent.
class VectorProofTest {
  private static final String LODESTAR = "light-client/proofs-lodestar";
  private static final String HELIOS = "light-client/helios-mainnet/rpc-testdata/rpc";

  @Test
  void lodestarAccountsAreProvenByTheirBlocks() throws IOException {
    int proofs = 0;
    for (JsonNode recording : recordings()) {
      Bytes32 root = hash(recording.at("/execution/block/stateRoot"));
      List<JsonNode> found = new ArrayList<>();
      collectProofs(recording.path("dependentRequests"), found);
      for (JsonNode result : found) {
        checkAccount(result, root);
        proofs++;
      }
    }
    assertThat(proofs).isPositive();
    System.out.println("counted: " + proofs + " lodestar account proofs");
  }

  @Test
  void lodestarTransactionsHaveTheirBlocksRoot() throws IOException {
    int blocks = 0;
    for (JsonNode recording : recordings()) {
      List<byte[]> items = new ArrayList<>();
      for (JsonNode raw : recording.at("/beacon/executionPayload/transactions")) {
        items.add(Hex.decode(raw.stringValue()));
      }
      assertThat(items).isNotEmpty();
      assertThat(OrderedTrie.root(items))
          .isEqualTo(hash(recording.at("/execution/block/transactionsRoot")));
      blocks++;
    }
    System.out.println("counted: " + blocks + " lodestar transaction roots");
  }

  @Test
  void heliosDepositContractAndItsSlotAreProven() throws IOException {
    JsonNode result = read(Path.of(HELIOS, "proof.json"));
    // The recorded block is not the proof's; its first node, hashed, stands in for the state root.
    ProvenAccount account = checkAccount(result, rootOf(result));
    JsonNode entry = result.at("/storageProof/0");
    AccountProof proof = AccountProof.parse(result);
    assertThat(proof.verifyStorage(hash(entry.path("key")), account.storageRoot()).isPresent())
        .isEqualTo(Hex.toBigInteger(entry.path("value").stringValue()).signum() > 0);
  }

  @Test
  void heliosMinerIsProven() throws IOException {
    JsonNode result = read(Path.of(HELIOS, "block_miner_proof.json"));
    checkAccount(result, rootOf(result));
  }

  private static ProvenAccount checkAccount(JsonNode result, Bytes32 root) {
    Address address = Address.of(Hex.decode(result.path("address").stringValue()));
    ProvenAccount proven = AccountProof.parse(result).verify(address, root);
    assertThat(proven.balance().value())
        .isEqualTo(Hex.toBigInteger(result.path("balance").stringValue()));
    ObjectNode lie = ((ObjectNode) result).deepCopy();
    lie.put("balance", Hex.quantity(proven.balance().value().flipBit(0)));
    assertThatThrownBy(() -> AccountProof.parse(lie).verify(address, root))
        .isInstanceOf(WalletException.class);
    return proven;
  }

  private static void collectProofs(JsonNode from, List<JsonNode> found) {
    if (from.has("accountProof")) {
      found.add(from);
    } else {
      from.forEach(child -> collectProofs(child, found));
    }
  }

  private static Bytes32 rootOf(JsonNode result) {
    return Keccak.hash(Hex.decode(result.at("/accountProof/0").stringValue()));
  }

  private static Bytes32 hash(JsonNode text) {
    return Bytes32.parse(text.stringValue());
  }

  private static List<JsonNode> recordings() throws IOException {
    List<JsonNode> out = new ArrayList<>();
    try (Stream<Path> files = Files.list(present(Path.of(LODESTAR)))) {
      for (Path file : files.filter(name -> name.toString().endsWith(".json")).sorted().toList()) {
        out.add(JsonMapper.shared().readTree(Files.readAllBytes(file)));
      }
    }
    return out;
  }

  private static JsonNode read(Path name) throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(present(name)));
  }

  private static Path present(Path name) {
    Path path = Path.of(System.getProperty("belay.vectors", "absent")).resolve(name);
    if (!Files.exists(path)) {
      System.out.println("skipped: no vectors at " + path);
      Assumptions.abort("no vectors at " + path);
    }
    return path;
  }
}

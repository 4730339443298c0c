package io.belay.core.proof;

import static io.belay.core.proof.MerklePatricia.bad;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.core.money.Wei;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// The fields of an `eth_getProof` result, each checked for its form.
final class ProofJson {
  // A path of 64 digits passes at most 64 branches and a leaf.
  private static final int MAX_NODES = 65;

  private final JsonNode result;

  ProofJson(JsonNode result) {
    this.result = result;
  }

  Address address() {
    // Not Address.parse: the case of a node's answer is no checksum a person typed.
    return field(result, "address", text -> Address.of(Hex.decode(text)));
  }

  ProvenAccount account() {
    return new ProvenAccount(
        field(result, "nonce", Hex::toBigInteger),
        field(result, "balance", text -> Wei.of(Hex.toBigInteger(text))),
        field(result, "storageHash", Bytes32::parse),
        field(result, "codeHash", Bytes32::parse));
  }

  List<byte[]> accountNodes() {
    return nodes(result, "accountProof");
  }

  List<SlotProof> slots() {
    List<SlotProof> out = new ArrayList<>();
    for (JsonNode entry : RpcObject.array(result, "storageProof")) {
      out.add(
          new SlotProof(
              // Nodes echo the slot padded or as a quantity.
              field(entry, "key", text -> Bytes32.of(Hex.toBigInteger(text))),
              field(entry, "value", Hex::toBigInteger),
              nodes(entry, "proof")));
    }
    return List.copyOf(out);
  }

  private static List<byte[]> nodes(JsonNode from, String name) {
    JsonNode list = RpcObject.array(from, name);
    if (list.size() > MAX_NODES) {
      throw bad("more nodes than a path has");
    }
    List<byte[]> out = new ArrayList<>();
    for (JsonNode node : list) {
      out.add(RpcObject.read(node, name, Hex::decode));
    }
    return List.copyOf(out);
  }

  private static <T> T field(JsonNode from, String name, Function<String, T> form) {
    return RpcObject.read(from.path(name), name, form);
  }
}

package io.belay.core.proof;

import static io.belay.core.proof.MerklePatricia.bad;

import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import java.util.List;
import java.util.Optional;

/// One walk from a root along a key, taking a node from the proof wherever a parent names a hash.
final class ProofWalk {
  private static final int BRANCH = 17;
  private static final int HASH_LENGTH = 32;

  private final List<byte[]> proof;
  private int used;

  ProofWalk(List<byte[]> proof) {
    this.proof = proof;
  }

  Optional<byte[]> find(Bytes32 root, Nibbles path) {
    return descend(take(root), path);
  }

  void requireAllUsed() {
    if (used != proof.size()) {
      throw bad("nodes that are not on the way");
    }
  }

  /// The next node, decoded only once its hash is the wanted one: a stranger's bytes never reach
  /// the decoder unless the root commits to them.
  private Rlp.Item take(Bytes32 hash) {
    if (used == proof.size()) {
      throw bad("a node is missing");
    }
    byte[] node = proof.get(used++);
    if (!Keccak.hash(node).equals(hash)) {
      throw bad("a node has another hash than its parent says");
    }
    return Rlp.decode(node);
  }

  private Optional<byte[]> descend(Rlp.Item node, Nibbles path) {
    List<Rlp.Item> members = node.list();
    return switch (members.size()) {
      case 2 -> inPath(members, path);
      case BRANCH -> inBranch(members, path);
      default -> throw bad("a node has neither 2 nor 17 members");
    };
  }

  private Optional<byte[]> inPath(List<Rlp.Item> members, Nibbles path) {
    byte[] compact = members.getFirst().bytes();
    Nibbles step = Nibbles.parse(compact);
    if (Nibbles.isLeaf(compact)) {
      byte[] value = members.getLast().bytes();
      if (value.length == 0) {
        throw bad("a leaf without a value");
      }
      return step.equals(path) ? Optional.of(value) : Optional.empty();
    }
    if (step.isEmpty() || isVacant(members.getLast())) {
      throw bad("an extension that leads nowhere");
    }
    return path.startsWith(step)
        ? follow(members.getLast(), path.from(step.length()))
        : Optional.empty();
  }

  private Optional<byte[]> inBranch(List<Rlp.Item> members, Nibbles path) {
    if (path.isEmpty()) {
      byte[] value = members.getLast().bytes();
      return value.length == 0 ? Optional.empty() : Optional.of(value);
    }
    Rlp.Item slot = members.get(path.at(0));
    return isVacant(slot) ? Optional.empty() : follow(slot, path.from(1));
  }

  private Optional<byte[]> follow(Rlp.Item reference, Nibbles path) {
    return switch (reference) {
      case Rlp.Bytes(byte[] hash) -> {
        if (hash.length != HASH_LENGTH) {
          throw bad("a reference is neither a hash nor a node");
        }
        yield descend(take(Bytes32.of(hash)), path);
      }
      case Rlp.Items embedded -> {
        if (Rlp.encode(embedded).length >= HASH_LENGTH) {
          throw bad("an embedded node of 32 bytes or more");
        }
        yield descend(embedded, path);
      }
    };
  }

  private static boolean isVacant(Rlp.Item reference) {
    return reference instanceof Rlp.Bytes(byte[] value) && value.length == 0;
  }
}

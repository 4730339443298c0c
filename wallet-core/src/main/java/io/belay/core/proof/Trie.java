package io.belay.core.proof;

import io.belay.base.Bytes32;
import io.belay.core.proof.Node.Branch;
import io.belay.core.proof.Node.Empty;
import io.belay.core.proof.Node.Extension;
import io.belay.core.proof.Node.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A Merkle-Patricia trie in memory (yellow paper, appendix D). Immutable: a change returns another
/// trie that shares every untouched node, so keeping an old one costs nothing and a new root costs
/// the changed paths. Keys are used as given; a "secure" trie's caller hashes them first.
public final class Trie {
  /// The root of a trie without keys: the hash of RLP's empty string.
  public static final Bytes32 EMPTY_ROOT =
      Bytes32.parse("0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421");

  private final Node top;

  private Trie(Node top) {
    this.top = top;
  }

  /// A trie without keys.
  public static Trie empty() {
    return new Trie(Empty.NODE);
  }

  /// This trie with a value at a key. An empty value is no value: it removes the key.
  public Trie put(byte[] key, byte[] value) {
    return value.length == 0
        ? remove(key)
        : new Trie(Edit.put(top, Nibbles.of(key), value.clone()));
  }

  /// This trie without a key.
  public Trie remove(byte[] key) {
    Node after = Edit.remove(top, Nibbles.of(key));
    return after == top ? this : new Trie(after);
  }

  /// A copy of the value at a key.
  public Optional<byte[]> get(byte[] key) {
    return walk(key, new ArrayList<>());
  }

  /// The hash that commits to all keys and values.
  public Bytes32 root() {
    return top.hash();
  }

  /// The nodes from the root towards a key, as RLP and without those a parent embeds: what
  /// [MerklePatricia#verify] needs to find the value, or to see that there is none. An empty trie
  /// has no nodes.
  public List<byte[]> prove(byte[] key) {
    List<Node> nodes = new ArrayList<>();
    walk(key, nodes);
    List<byte[]> proof = new ArrayList<>();
    for (Node node : nodes) {
      if (node == top || !node.isEmbedded()) {
        proof.add(node.encoded().clone());
      }
    }
    return List.copyOf(proof);
  }

  private Optional<byte[]> walk(byte[] key, List<Node> seen) {
    Nibbles path = Nibbles.of(key);
    Node node = top;
    while (true) {
      if (!(node instanceof Empty)) {
        seen.add(node);
      }
      switch (node) {
        case Empty _ -> {
          return Optional.empty();
        }
        case Leaf leaf -> {
          return leaf.path.equals(path) ? Optional.of(leaf.value.clone()) : Optional.empty();
        }
        case Extension extension -> {
          if (!path.startsWith(extension.path)) {
            return Optional.empty();
          }
          path = path.from(extension.path.length());
          node = extension.child;
        }
        case Branch branch -> {
          if (path.isEmpty()) {
            return branch.value.length == 0 ? Optional.empty() : Optional.of(branch.value.clone());
          }
          node = branch.slots.get(path.at(0));
          path = path.from(1);
        }
      }
    }
  }
}

package io.belay.core.proof;

import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import java.util.ArrayList;
import java.util.List;

/// A trie node (yellow paper, appendix D). Never changes once built, so tries share subtrees; its
/// encoding is worked out on first demand and kept, so a changed trie hashes only the changed
/// paths.
abstract sealed class Node {
  private static final int HASH_LENGTH = 32;

  // Two threads may both compute it: they get the same bytes, and volatile publishes them whole.
  private volatile Form form = Form.UNKNOWN;

  /// The node as RLP.
  final byte[] encoded() {
    return form().encoded();
  }

  /// How a parent names this node: by hash, or by the node itself where that is shorter.
  final Rlp.Item reference() {
    return form().reference();
  }

  /// Whether a parent holds the whole node in place of a hash.
  final boolean isEmbedded() {
    return encoded().length < HASH_LENGTH;
  }

  /// The hash of the encoding, however short: what a root is.
  final Bytes32 hash() {
    return isEmbedded() ? Keccak.hash(encoded()) : Bytes32.of(reference().bytes());
  }

  abstract Rlp.Item item();

  private Form form() {
    Form known = form;
    if (known.encoded().length == 0) {
      Rlp.Item item = item();
      byte[] encoded = Rlp.encode(item);
      boolean small = encoded.length < HASH_LENGTH;
      known = new Form(encoded, small ? item : Rlp.of(Keccak.hash(encoded)));
      form = known;
    }
    return known;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package uncopied
  private record Form(byte[] encoded, Rlp.Item reference) {
    static final Form UNKNOWN = new Form(new byte[0], Rlp.of(new byte[0]));
  }

  /// No node: an unused slot, or the root of a trie without keys.
  static final class Empty extends Node {
    static final Node NODE = new Empty();

    private Empty() {}

    @Override
    Rlp.Item item() {
      return Rlp.of(new byte[0]);
    }
  }

  /// The rest of one key, and its value.
  static final class Leaf extends Node {
    final Nibbles path;
    final byte[] value;

    Leaf(Nibbles path, byte[] value) {
      this.path = path;
      this.value = value;
    }

    @Override
    Rlp.Item item() {
      return Rlp.list(Rlp.of(path.compact(true)), Rlp.of(value));
    }
  }

  /// Digits that all keys below share; what follows is a branch.
  static final class Extension extends Node {
    final Nibbles path;
    final Node child;

    Extension(Nibbles path, Node child) {
      this.path = path;
      this.child = child;
    }

    @Override
    Rlp.Item item() {
      return Rlp.list(Rlp.of(path.compact(false)), child.reference());
    }
  }

  /// A slot per digit and the value of the key that ends here; no bytes mean no value.
  static final class Branch extends Node {
    final List<Node> slots;
    final byte[] value;

    Branch(List<Node> slots, byte[] value) {
      this.slots = List.copyOf(slots);
      this.value = value;
    }

    Branch with(int slot, Node child) {
      List<Node> changed = new ArrayList<>(slots);
      changed.set(slot, child);
      return new Branch(changed, value);
    }

    @Override
    Rlp.Item item() {
      List<Rlp.Item> members = new ArrayList<>(17);
      slots.forEach(slot -> members.add(slot.reference()));
      members.add(Rlp.of(value));
      return Rlp.list(members);
    }
  }
}

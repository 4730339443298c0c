package io.belay.core.proof;

import io.belay.core.proof.Node.Branch;
import io.belay.core.proof.Node.Empty;
import io.belay.core.proof.Node.Extension;
import io.belay.core.proof.Node.Leaf;
import java.util.Collections;
import java.util.List;

/// Changed copies of a node. A trie has one shape per content, so every step restores it: no
/// extension before anything but a branch, no branch with fewer than two uses.
final class Edit {
  private static final byte[] NO_VALUE = {};
  private static final List<Node> NO_SLOTS = Collections.nCopies(16, Empty.NODE);

  private Edit() {}

  /// The node with a value, not empty, at a path.
  static Node put(Node node, Nibbles path, byte[] value) {
    return switch (node) {
      case Empty _ -> new Leaf(path, value);
      case Leaf leaf when leaf.path.equals(path) -> new Leaf(path, value);
      case Leaf leaf -> {
        int shared = leaf.path.shared(path);
        Node fork = put(new Branch(NO_SLOTS, NO_VALUE), leaf.path.from(shared), leaf.value);
        yield prefixed(path.to(shared), put(fork, path.from(shared), value));
      }
      case Extension extension -> putBelow(extension, path, value);
      case Branch branch when path.isEmpty() -> new Branch(branch.slots, value);
      case Branch branch -> {
        int slot = path.at(0);
        yield branch.with(slot, put(branch.slots.get(slot), path.from(1), value));
      }
    };
  }

  private static Node putBelow(Extension extension, Nibbles path, byte[] value) {
    int shared = extension.path.shared(path);
    if (shared == extension.path.length()) {
      return new Extension(extension.path, put(extension.child, path.from(shared), value));
    }
    Node rest = prefixed(extension.path.from(shared + 1), extension.child);
    Branch fork = new Branch(NO_SLOTS, NO_VALUE).with(extension.path.at(shared), rest);
    return prefixed(path.to(shared), put(fork, path.from(shared), value));
  }

  /// The node without the value at a path; the same node if there was none.
  static Node remove(Node node, Nibbles path) {
    return switch (node) {
      case Empty empty -> empty;
      case Leaf leaf -> leaf.path.equals(path) ? Empty.NODE : leaf;
      case Extension extension -> {
        if (!path.startsWith(extension.path)) {
          yield extension;
        }
        Node child = remove(extension.child, path.from(extension.path.length()));
        yield child == extension.child ? extension : prefixed(extension.path, child);
      }
      case Branch branch when path.isEmpty() ->
          branch.value.length == 0 ? branch : collapsed(new Branch(branch.slots, NO_VALUE));
      case Branch branch -> {
        Node before = branch.slots.get(path.at(0));
        Node after = remove(before, path.from(1));
        yield after == before ? branch : collapsed(branch.with(path.at(0), after));
      }
    };
  }

  /// A branch with one use left becomes that use.
  private static Node collapsed(Branch branch) {
    int used = 0;
    int last = 0;
    for (int i = 0; i < branch.slots.size(); i++) {
      if (!(branch.slots.get(i) instanceof Empty)) {
        used++;
        last = i;
      }
    }
    if (branch.value.length > 0) {
      return used == 0 ? new Leaf(Nibbles.NONE, branch.value) : branch;
    }
    return used == 1 ? prefixed(Nibbles.single(last), branch.slots.get(last)) : branch;
  }

  private static Node prefixed(Nibbles prefix, Node node) {
    if (prefix.isEmpty()) {
      return node;
    }
    return switch (node) {
      case Empty empty -> empty;
      case Leaf leaf -> new Leaf(prefix.plus(leaf.path), leaf.value);
      case Extension next -> new Extension(prefix.plus(next.path), next.child);
      case Branch branch -> new Extension(prefix, branch);
    };
  }
}

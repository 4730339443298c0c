package io.belay.core.proof;

import io.belay.base.Bytes32;
import io.belay.base.WalletException;
import java.util.List;
import java.util.Optional;

/// Checks a Merkle-Patricia proof (yellow paper, appendix D; the lists `eth_getProof` returns). The
/// root is trusted, the proof is a stranger's.
public final class MerklePatricia {
  private MerklePatricia() {}

  /// The value at a key under a root, or empty if the proof shows that the key has none. A proof
  /// holds exactly the nodes on the way, in order from the root; below the empty root it holds
  /// none, or the empty node alone.
  ///
  /// @throws WalletException `bad-proof` for anything that does not verify
  public static Optional<byte[]> verify(Bytes32 root, byte[] key, List<byte[]> proof) {
    if (root.equals(Trie.EMPTY_ROOT)) {
      if (proof.isEmpty() || (proof.size() == 1 && isEmptyNode(proof.getFirst()))) {
        return Optional.empty();
      }
      throw bad("nodes below an empty root");
    }
    try {
      ProofWalk walk = new ProofWalk(proof);
      Optional<byte[]> value = walk.find(root, Nibbles.of(key));
      walk.requireAllUsed();
      return value;
    } catch (WalletException e) {
      throw e.code().equals("bad-proof") ? e : new WalletException("bad-proof", e.text(), e);
    }
  }

  static WalletException bad(String why) {
    return new WalletException("bad-proof", "proof: " + why);
  }

  private static boolean isEmptyNode(byte[] node) {
    return node.length == 1 && (node[0] & 0xff) == 0x80;
  }
}

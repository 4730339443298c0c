package io.belay.core.proof;

import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// A claim about one storage slot and the nodes that should prove it.
record SlotProof(Bytes32 slot, BigInteger value, List<byte[]> nodes) {
  SlotProof {
    nodes = List.copyOf(nodes);
  }

  /// The proven value; empty if the slot holds zero, which a storage trie keeps as no entry.
  Optional<BigInteger> verify(Bytes32 storageRoot) {
    byte[] key = Keccak.hash(slot.toArray()).toArray();
    BigInteger proven =
        MerklePatricia.verify(storageRoot, key, nodes)
            .map(leaf -> Rlp.decode(leaf).number())
            .orElse(BigInteger.ZERO);
    if (!proven.equals(value)) {
      throw MerklePatricia.bad("the slot's value is not the proven one");
    }
    return Optional.of(proven).filter(number -> number.signum() > 0);
  }
}

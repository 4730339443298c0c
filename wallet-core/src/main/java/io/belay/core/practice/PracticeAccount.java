package io.belay.core.practice;

import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import java.math.BigInteger;
import java.util.List;

/// An account as it stands in the state trie.
record PracticeAccount(long nonce, BigInteger balance, Bytes32 storage, Bytes32 code) {
  /// Hash of no code.
  static final Bytes32 NO_CODE = Keccak.hash(new byte[0]);

  /// Root of a trie that holds nothing.
  static final Bytes32 NO_STORAGE = Keccak.hash(new byte[] {(byte) 0x80});

  /// An account nobody has used.
  static final PracticeAccount EMPTY = new PracticeAccount(0, BigInteger.ZERO, NO_STORAGE, NO_CODE);

  static PracticeAccount decode(byte[] rlp) {
    List<Rlp.Item> f = Rlp.decode(rlp).list();
    return new PracticeAccount(
        f.get(0).number().longValueExact(),
        f.get(1).number(),
        Bytes32.of(f.get(2).bytes()),
        Bytes32.of(f.get(3).bytes()));
  }

  byte[] encoded() {
    return Rlp.encode(Rlp.list(Rlp.of(nonce), Rlp.of(balance), Rlp.of(storage), Rlp.of(code)));
  }

  PracticeAccount withBalance(BigInteger amount) {
    return new PracticeAccount(nonce, amount, storage, code);
  }

  PracticeAccount withNonce(long next) {
    return new PracticeAccount(next, balance, storage, code);
  }

  PracticeAccount withStorage(Bytes32 root) {
    return new PracticeAccount(nonce, balance, root, code);
  }

  /// EIP-161: such an account is not in the trie.
  boolean isEmpty() {
    return nonce == 0 && balance.signum() == 0 && code.equals(NO_CODE);
  }
}

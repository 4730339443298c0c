package io.belay.core.proof;

import io.belay.base.Bytes32;
import io.belay.base.Rlp;
import io.belay.base.WalletException;
import io.belay.core.money.Wei;
import java.math.BigInteger;
import java.util.List;

/// An account as a state root commits to it (yellow paper, section 4.1).
///
/// @param nonce transactions sent (of a contract: contracts created), below 2^64 (EIP-2681)
/// @param storageRoot root of the contract's storage
/// @param codeHash Keccak-256 of the contract's code
public record ProvenAccount(BigInteger nonce, Wei balance, Bytes32 storageRoot, Bytes32 codeHash) {
  /// The hash of no code: what every plain account has.
  public static final Bytes32 EMPTY_CODE_HASH =
      Bytes32.parse("0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");

  /// The root of a storage without values.
  public static final Bytes32 EMPTY_ROOT = Trie.EMPTY_ROOT;

  /// An account that is not in the state.
  public static final ProvenAccount ABSENT =
      new ProvenAccount(BigInteger.ZERO, Wei.ZERO, EMPTY_ROOT, EMPTY_CODE_HASH);

  /// Checks the range of the nonce.
  public ProvenAccount {
    if (nonce.signum() < 0 || nonce.bitLength() > 64) {
      throw new WalletException("bad-proof", "a nonce is between 0 and 2^64-1");
    }
  }

  /// The leaf's bytes in a state trie: RLP of nonce, balance, storage root and code hash.
  public byte[] encoded() {
    return Rlp.encode(
        Rlp.list(Rlp.of(nonce), Rlp.of(balance.value()), Rlp.of(storageRoot), Rlp.of(codeHash)));
  }

  /// Reads a leaf's bytes.
  ///
  /// @throws WalletException `bad-proof` for another form
  public static ProvenAccount decode(byte[] leaf) {
    try {
      List<Rlp.Item> fields = Rlp.decode(leaf).list();
      if (fields.size() != 4) {
        throw MerklePatricia.bad("an account has four fields");
      }
      return new ProvenAccount(
          fields.get(0).number(),
          Wei.of(fields.get(1).number()),
          Bytes32.of(fields.get(2).bytes()),
          Bytes32.of(fields.get(3).bytes()));
    } catch (WalletException e) {
      throw new WalletException("bad-proof", e.text(), e);
    }
  }
}

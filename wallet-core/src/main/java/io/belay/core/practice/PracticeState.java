package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.core.proof.Trie;
import java.math.BigInteger;
import java.util.List;

/// All accounts and the token's storage after one block. Immutable; blocks share what did not
/// change.
record PracticeState(Trie accounts, Trie token) {
  static final PracticeState EMPTY = new PracticeState(Trie.empty(), Trie.empty());

  /// Root of the state trie.
  Bytes32 root() {
    return accounts.root();
  }

  PracticeAccount account(Address address) {
    return accounts.get(key(address)).map(PracticeAccount::decode).orElse(PracticeAccount.EMPTY);
  }

  /// A storage slot; only the token has any.
  BigInteger storage(Address address, Bytes32 slot) {
    if (!address.equals(PracticeToken.ADDRESS)) {
      return BigInteger.ZERO;
    }
    return token.get(key(slot)).map(v -> Rlp.decode(v).number()).orElse(BigInteger.ZERO);
  }

  /// Nodes from the state root to the account, or to where it is missing.
  List<byte[]> prove(Address address) {
    return accounts.prove(key(address));
  }

  /// Nodes from the account's storage root to the slot.
  List<byte[]> prove(Address address, Bytes32 slot) {
    return address.equals(PracticeToken.ADDRESS)
        ? token.prove(key(slot))
        : Trie.empty().prove(key(slot));
  }

  PracticeState with(Address address, PracticeAccount account) {
    byte[] key = key(address);
    return new PracticeState(
        account.isEmpty() ? accounts.remove(key) : accounts.put(key, account.encoded()), token);
  }

  PracticeState withSlot(Bytes32 slot, BigInteger value) {
    byte[] key = key(slot);
    return new PracticeState(
        accounts,
        value.signum() == 0 ? token.remove(key) : token.put(key, Rlp.encode(Rlp.of(value))));
  }

  private static byte[] key(Address address) {
    return Keccak.hash(address.toArray()).toArray();
  }

  private static byte[] key(Bytes32 slot) {
    return Keccak.hash(slot.toArray()).toArray();
  }
}

package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.WalletException;
import io.belay.core.money.Wei;
import io.belay.core.proof.AccountProof;
import io.belay.core.proof.ProvenAccount;
import tools.jackson.databind.JsonNode;

/// An account's state at one block.
///
/// @param balance wei
/// @param nonce number of transactions it has sent
/// @param hasCode whether it is a contract (or delegates to one, EIP-7702)
public record AccountState(Wei balance, long nonce, boolean hasCode) {
  /// As an answer to `eth_getProof` proves it in a state.
  ///
  /// @param root the state's root
  /// @throws WalletException where the proof does not hold
  static AccountState proven(JsonNode proof, Address account, Bytes32 root) {
    ProvenAccount proven = AccountProof.parse(proof).verify(account, root);
    if (proven.nonce().bitLength() >= Long.SIZE) {
      throw new WalletException("bad-proof", "a nonce beyond all transactions (EIP-2681)");
    }
    return new AccountState(
        proven.balance(),
        proven.nonce().longValueExact(),
        !proven.codeHash().equals(ProvenAccount.EMPTY_CODE_HASH));
  }
}

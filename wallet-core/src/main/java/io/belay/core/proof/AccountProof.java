package io.belay.core.proof;

import static io.belay.core.proof.MerklePatricia.bad;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import io.belay.base.WalletException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// An answer to `eth_getProof` (EIP-1186): a node's claims about an account and the trie nodes that
/// should prove them. Nothing in it is worth anything before [#verify].
public final class AccountProof {
  private final Address address;
  private final ProvenAccount claimed;
  private final List<byte[]> nodes;
  private final List<SlotProof> slots;

  private AccountProof(
      Address address, ProvenAccount claimed, List<byte[]> nodes, List<SlotProof> slots) {
    this.address = address;
    this.claimed = claimed;
    this.nodes = nodes;
    this.slots = slots;
  }

  /// Reads the `result` of an answer.
  ///
  /// @throws WalletException `bad-proof` for a missing or malformed field
  public static AccountProof parse(JsonNode result) {
    ProofJson json = new ProofJson(result);
    return new AccountProof(json.address(), json.account(), json.accountNodes(), json.slots());
  }

  /// The account under a state root that the caller trusts. Every claim must equal the proven leaf.
  /// Of an account proven absent the claims must be empty too; nodes write its hashes as zero or as
  /// the hashes of nothing.
  ///
  /// @throws WalletException `bad-proof` for another address, a proof that fails or a false claim
  public ProvenAccount verify(Address wanted, Bytes32 stateRoot) {
    if (!address.equals(wanted)) {
      throw bad("it is about another address");
    }
    byte[] key = Keccak.hash(wanted.toArray()).toArray();
    Optional<byte[]> leaf = MerklePatricia.verify(stateRoot, key, nodes);
    ProvenAccount proven = leaf.map(ProvenAccount::decode).orElse(ProvenAccount.ABSENT);
    ProvenAccount said = leaf.isPresent() ? claimed : withoutZeroHashes(claimed);
    if (!said.equals(proven)) {
      throw bad("the claimed account is not the proven one");
    }
    return proven;
  }

  /// The value of a slot under the storage root that [#verify] returned; empty for zero.
  ///
  /// @throws WalletException `bad-proof` if the answer has no such slot, the proof fails or the
  ///   claimed value is another
  public Optional<BigInteger> verifyStorage(Bytes32 slot, Bytes32 storageRoot) {
    SlotProof proof =
        slots.stream()
            .filter(candidate -> candidate.slot().equals(slot))
            .findFirst()
            .orElseThrow(() -> bad("the slot is missing"));
    try {
      return proof.verify(storageRoot);
    } catch (WalletException e) {
      throw e.code().equals("bad-proof") ? e : new WalletException("bad-proof", e.text(), e);
    }
  }

  private static ProvenAccount withoutZeroHashes(ProvenAccount claim) {
    return new ProvenAccount(
        claim.nonce(),
        claim.balance(),
        orElse(claim.storageRoot(), ProvenAccount.EMPTY_ROOT),
        orElse(claim.codeHash(), ProvenAccount.EMPTY_CODE_HASH));
  }

  private static Bytes32 orElse(Bytes32 hash, Bytes32 ofNothing) {
    return hash.equals(Bytes32.ZERO) ? ofNothing : hash;
  }
}

package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.core.money.Wei;
import io.belay.core.proof.ProvenAccount;
import io.belay.core.proof.Trie;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A state with one account in it, told and proven as a node would.
final class FakeState {
  static final Address ALICE = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
  static final Address NOBODY = Address.parse("0x00000000000000000000000000000000000000b0");
  static final AccountState HERS = new AccountState(Wei.of(1_000_000), 3, false);

  private final AccountState alices;
  private final Trie trie;

  /// Where Alice has what is [#HERS].
  FakeState() {
    this(HERS);
  }

  /// @param alices what Alice has
  FakeState(AccountState alices) {
    this.alices = alices;
    this.trie =
        Trie.empty()
            .put(
                Keccak.hash(ALICE.toArray()).toArray(),
                new ProvenAccount(
                        BigInteger.valueOf(alices.nonce()),
                        alices.balance(),
                        ProvenAccount.EMPTY_ROOT,
                        ProvenAccount.EMPTY_CODE_HASH)
                    .encoded());
  }

  Bytes32 root() {
    return trie.root();
  }

  /// An answer to `eth_getProof`.
  ObjectNode proof(Address address) {
    boolean hers = address.equals(ALICE);
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("address", address.toLowerHex());
    out.put("balance", Hex.quantity(hers ? alices.balance().value() : BigInteger.ZERO));
    out.put("nonce", Hex.quantity(hers ? alices.nonce() : 0));
    out.put("codeHash", ProvenAccount.EMPTY_CODE_HASH.toString());
    out.put("storageHash", ProvenAccount.EMPTY_ROOT.toString());
    ArrayNode nodes = out.putArray("accountProof");
    trie.prove(Keccak.hash(address.toArray()).toArray()).forEach(n -> nodes.add(Hex.encode(n)));
    out.putArray("storageProof");
    return out;
  }

  /// Lets a node prove this state; in the storage of its accounts is nothing.
  ScriptedTransport prove(ScriptedTransport node) {
    return node.on(
        "eth_getProof",
        params -> {
          ObjectNode proof = proof(Address.parse(params.path(0).asString("")));
          for (JsonNode slot : params.path(1)) {
            proof
                .withArray("storageProof")
                .addObject()
                .put("key", slot.asString(""))
                .put("value", "0x0")
                .putArray("proof");
          }
          return ScriptedTransport.result(proof);
        });
  }

  /// Lets a node tell an account without proof.
  static ScriptedTransport tell(ScriptedTransport node, AccountState state) {
    return node.says("eth_getBalance", Hex.quantity(state.balance().value()))
        .says("eth_getTransactionCount", Hex.quantity(state.nonce()))
        .says("eth_getCode", state.hasCode() ? "0x00" : "0x");
  }
}

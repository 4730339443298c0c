package io.belay.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.base.WalletException;
import io.belay.core.money.Wei;
import java.math.BigInteger;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class AccountProofTest {
  private static final Address ALICE = address(1);
  private static final Address NOBODY = address(1000);
  private static final Bytes32 SLOT = slot(5);
  private static final Bytes32 UNUSED = slot(6);

  private final Trie storage =
      Trie.empty().put(hashed(SLOT), number(77)).put(hashed(slot(9)), number(1));
  private final ProvenAccount alice =
      new ProvenAccount(
          BigInteger.valueOf(3), Wei.of(1_000_000), storage.root(), Keccak.hash(new byte[] {1}));
  private final Trie state = state();
  private final ObjectNode answer = answer(ALICE, alice);

  @Test
  void honestAnswerIsProven() {
    AccountProof proof = AccountProof.parse(answer);
    ProvenAccount proven = proof.verify(ALICE, state.root());
    assertThat(proven).isEqualTo(alice);
    assertThat(proof.verifyStorage(SLOT, proven.storageRoot())).hasValue(BigInteger.valueOf(77));
    assertThat(proof.verifyStorage(UNUSED, proven.storageRoot())).isEmpty();
  }

  @Test
  void eachLyingClaimIsRefused() {
    for (String field : List.of("balance", "nonce")) {
      refused(() -> lie(field, "0x1").verify(ALICE, state.root()));
      refused(() -> lie(field, "0x0").verify(ALICE, state.root()));
    }
    for (String field : List.of("codeHash", "storageHash")) {
      refused(() -> lie(field, Bytes32.ZERO.toString()).verify(ALICE, state.root()));
      refused(() -> lie(field, Trie.EMPTY_ROOT.toString()).verify(ALICE, state.root()));
    }
  }

  @Test
  void anotherAddressOrStateIsRefused() {
    refused(() -> AccountProof.parse(answer).verify(address(2), state.root()));
    refused(() -> AccountProof.parse(answer).verify(ALICE, storage.root()));
    refused(() -> lie("address", address(2).toLowerHex()).verify(address(2), state.root()));
  }

  @Test
  void absentAccountIsProvenWithEitherSpellingOfEmptyHashes() {
    ProvenAccount zeroHashes =
        new ProvenAccount(BigInteger.ZERO, Wei.ZERO, Bytes32.ZERO, Bytes32.ZERO);
    for (ProvenAccount claim : List.of(ProvenAccount.ABSENT, zeroHashes)) {
      AccountProof proof = AccountProof.parse(answer(NOBODY, claim));
      assertThat(proof.verify(NOBODY, state.root())).isEqualTo(ProvenAccount.ABSENT);
    }
    AccountProof inEmptyState = AccountProof.parse(answer(NOBODY, zeroHashes).put("nonce", "0x0"));
    refused(() -> inEmptyState.verify(NOBODY, Trie.EMPTY_ROOT));
  }

  @Test
  void absentAccountWithAnyClaimIsRefused() {
    for (String field : List.of("balance", "nonce")) {
      ObjectNode claims = answer(NOBODY, ProvenAccount.ABSENT).put(field, "0x1");
      refused(() -> AccountProof.parse(claims).verify(NOBODY, state.root()));
    }
    for (String field : List.of("codeHash", "storageHash")) {
      ObjectNode claims =
          answer(NOBODY, ProvenAccount.ABSENT).put(field, alice.codeHash().toString());
      refused(() -> AccountProof.parse(claims).verify(NOBODY, state.root()));
    }
  }

  @Test
  void lyingOrMissingSlotsAreRefused() {
    AccountProof honest = AccountProof.parse(answer);
    refused(() -> honest.verifyStorage(slot(9), storage.root()));
    refused(() -> honest.verifyStorage(SLOT, state.root()));
    refused(() -> honest.verifyStorage(SLOT, Trie.EMPTY_ROOT));
    for (int i = 0; i < 2; i++) {
      ObjectNode copy = answer.deepCopy();
      ((ObjectNode) copy.path("storageProof").path(i)).put("value", "0x4e");
      Bytes32 slot = i == 0 ? SLOT : UNUSED;
      refused(() -> AccountProof.parse(copy).verifyStorage(slot, storage.root()));
    }
  }

  @Test
  void slotKeysMayBeQuantitiesAndEmptyStorageNeedsNoNodes() {
    ObjectNode copy = answer.deepCopy();
    ((ObjectNode) copy.path("storageProof").path(0)).put("key", "0x5");
    assertThat(AccountProof.parse(copy).verifyStorage(SLOT, storage.root())).isPresent();
    ((ObjectNode) copy.path("storageProof").path(0)).put("value", "0x0").putArray("proof");
    assertThat(AccountProof.parse(copy).verifyStorage(SLOT, Trie.EMPTY_ROOT)).isEmpty();
  }

  @Test
  void missingAndMalformedFieldsAreRefused() {
    for (String field : List.copyOf(answer.propertyNames())) {
      ObjectNode without = answer.deepCopy();
      without.remove(field);
      refused(() -> AccountProof.parse(without));
      refused(() -> lie(field, "zz"));
      refused(() -> AccountProof.parse(answer.deepCopy().put(field, 1)));
      refused(() -> AccountProof.parse(answer.deepCopy().putNull(field)));
    }
    ObjectNode endless = answer.deepCopy();
    ArrayNode nodes = endless.putArray("accountProof");
    for (int i = 0; i < 66; i++) {
      nodes.add("0x80");
    }
    refused(() -> AccountProof.parse(endless));
    refused(() -> AccountProof.parse(JsonMapper.shared().nullNode()));
    refused(() -> lie("nonce", "0x10000000000000000"));
  }

  @Test
  void leafOfAnotherFormIsRefused() {
    for (Rlp.Item leaf : List.of(Rlp.of(1), Rlp.list(Rlp.of(1), Rlp.of(1)))) {
      refused(() -> ProvenAccount.decode(Rlp.encode(leaf)));
    }
    assertThat(ProvenAccount.decode(alice.encoded())).isEqualTo(alice);
    assertThat(Keccak.hash()).isEqualTo(ProvenAccount.EMPTY_CODE_HASH);
  }

  private AccountProof lie(String field, String text) {
    return AccountProof.parse(answer.deepCopy().put(field, text));
  }

  private Trie state() {
    Trie trie = Trie.empty().put(hashed(ALICE), alice.encoded());
    for (int i = 2; i < 100; i++) {
      trie = trie.put(hashed(address(i)), ProvenAccount.ABSENT.encoded());
    }
    return trie;
  }

  private ObjectNode answer(Address address, ProvenAccount claim) {
    ObjectNode out = JsonMapper.shared().createObjectNode();
    out.put("address", address.toString());
    out.put("balance", Hex.quantity(claim.balance().value()));
    out.put("nonce", Hex.quantity(claim.nonce()));
    out.put("codeHash", claim.codeHash().toString());
    out.put("storageHash", claim.storageRoot().toString());
    ArrayNode nodes = out.putArray("accountProof");
    state.prove(hashed(address)).forEach(node -> nodes.add(Hex.encode(node)));
    ArrayNode slots = out.putArray("storageProof");
    for (Bytes32 slot : List.of(SLOT, UNUSED)) {
      ObjectNode entry = slots.addObject();
      entry.put("key", slot.toString());
      entry.put("value", slot.equals(SLOT) ? "0x4d" : "0x0");
      ArrayNode proof = entry.putArray("proof");
      storage.prove(hashed(slot)).forEach(node -> proof.add(Hex.encode(node)));
    }
    return out;
  }

  private static byte[] hashed(Address address) {
    return Keccak.hash(address.toArray()).toArray();
  }

  private static byte[] hashed(Bytes32 slot) {
    return Keccak.hash(slot.toArray()).toArray();
  }

  private static byte[] number(long value) {
    return Rlp.encode(Rlp.of(value));
  }

  private static Bytes32 slot(long number) {
    return Bytes32.of(BigInteger.valueOf(number));
  }

  private static Address address(int number) {
    byte[] out = new byte[20];
    out[18] = (byte) (number >> 8);
    out[19] = (byte) number;
    return Address.of(out);
  }

  private static void refused(ThrowingCallable attempt) {
    WalletException refusal = catchThrowableOfType(WalletException.class, attempt);
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isEqualTo("bad-proof");
  }
}

package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import io.belay.keystore.AccountRef;
import io.belay.keystore.Recovery;
import io.belay.keystore.SigningPayload;
import io.belay.keystore.SkippedCases;
import io.belay.keystore.Vectors;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SigningTest {
  @TempDir Path temp;

  @Test
  void signsTheExampleOfEip155() {
    JsonNode example = Vectors.read("ercs/eip155.json");
    byte[] key = Hex.decode(example.path("privateKey").stringValue());
    byte[] preimage = Hex.decode(example.path("signingData").stringValue());
    SigningPayload.Transaction payload = SigningPayload.Transaction.of(preimage);
    assertThat(payload.digest()).hasToString(example.path("signingHash").stringValue());
    Address address = Address.parse("0x9d8A62f656a8d1615C1294fd71e9CFb3E4855A4F");
    Signature signature = Ecdsa.sign(key, payload.digest(), address);
    assertThat(Hex.encode(payload.signed(signature)))
        .isEqualTo(example.path("signedTx").stringValue());
    Vectors.count("example of EIP-155", 1);
  }

  @Tag("long")
  @Test
  void agreesWithEthers() {
    JsonNode rows = Vectors.read("ethers-v6/transactions.json.gz");
    SkippedCases skipped = SkippedCases.of("ethers-v6/transactions.json.gz");
    int cases = 0;
    for (JsonNode row : rows) {
      String chain = row.path("transaction").path("chainId").asString("0x0");
      if (Hex.toBigInteger(chain).signum() == 0) {
        skipped.add("without a chain id");
      } else {
        cases += compare(row, "Eip155") + compare(row, "Berlin") + compare(row, "London");
      }
    }
    skipped.agree(rows.size());
    Vectors.count("transactions signed as ethers does", cases);
    assertThat(cases).isEqualTo(3 * 1664);
  }

  private static int compare(JsonNode row, String form) {
    byte[] key = Hex.decode(row.path("privateKey").stringValue());
    JsonNode expected = row.path("signature" + form);
    byte[] preimage = Hex.decode(row.path("unsigned" + form).stringValue());
    SigningPayload.Transaction payload = SigningPayload.Transaction.of(preimage);
    Signature wanted =
        new Signature(number(expected, "r"), number(expected, "s"), parity(expected, form));
    Address address = Recovery.recover(payload.digest(), wanted).orElseThrow();
    assertThat(Ecdsa.sign(key, payload.digest(), address)).isEqualTo(wanted);
    assertThat(Hex.encode(payload.signed(wanted)))
        .isEqualTo(row.path("signed" + form).stringValue());
    return 1;
  }

  private static BigInteger number(JsonNode signature, String name) {
    return Hex.toBigInteger(signature.path(name).stringValue());
  }

  private static int parity(JsonNode signature, String form) {
    int low = number(signature, "v").testBit(0) ? 1 : 0;
    // EIP-155: v = 35 + 2 * chain id + parity
    return form.equals("Eip155") ? 1 - low : low;
  }

  private static SigningPayload transfer(long chainId) {
    byte[] empty = {};
    return SigningPayload.Transaction.of(
        Rlp.encode(
            Rlp.list(
                Rlp.of(9),
                Rlp.of(1),
                Rlp.of(21000),
                Rlp.of(Address.ZERO),
                Rlp.of(1),
                Rlp.of(empty),
                Rlp.of(chainId),
                Rlp.of(empty),
                Rlp.of(empty))));
  }

  @Test
  void anUnlockedVaultSignsForItsAccounts() {
    Fixture fixture = new Fixture(temp);
    fixture.create();
    try (Unlocked unlocked = fixture.unlock()) {
      AccountRef second = unlocked.newAccount().ref();
      Signature signature = unlocked.sign(second, transfer(1));
      assertThat(Recovery.recover(transfer(1).digest(), signature)).contains(second.address());
      assertThat(unlocked.sign(second, transfer(1))).isEqualTo(signature);
    }
  }

  // only a few derived keys are kept between signatures
  @Test
  void manyAccountsInTurnSignEachWithTheirOwnKey() {
    Fixture fixture = new Fixture(temp);
    fixture.create();
    Unlocked unlocked = fixture.unlock();
    for (int i = 0; i < 6; i++) {
      unlocked.newAccount();
    }
    for (int turn = 0; turn < 2; turn++) {
      unlocked
          .accounts()
          .forEach(account -> {
            Signature signature = unlocked.sign(account.ref(), transfer(1));
            assertThat(Recovery.recover(transfer(1).digest(), signature))
                .contains(account.ref().address());
          });
    }
    AccountRef first = unlocked.accounts().getFirst().ref();
    unlocked.close();
    assertThatThrownBy(() -> unlocked.sign(first, transfer(1)))
        .extracting("code")
        .isEqualTo("vault-locked");
  }

  @Test
  void refusesAccountsOfOthers() {
    Fixture fixture = new Fixture(temp);
    fixture.create();
    try (Unlocked unlocked = fixture.unlock()) {
      AccountRef own = unlocked.accounts().getFirst().ref();
      AccountRef elsewhere = new AccountRef(new UUID(1, 2), own.address());
      AccountRef unknown = new AccountRef(own.vault(), Address.ZERO);
      assertThatThrownBy(() -> unlocked.sign(elsewhere, transfer(1)))
          .extracting("code")
          .isEqualTo("unknown-account");
      assertThatThrownBy(() -> unlocked.sign(unknown, transfer(1)))
          .extracting("code")
          .isEqualTo("unknown-account");
    }
  }

  @Test
  void refusesWhenLocked() {
    Fixture fixture = new Fixture(temp);
    fixture.create();
    Unlocked unlocked = fixture.unlock();
    AccountRef own = unlocked.accounts().getFirst().ref();
    unlocked.close();
    assertThatThrownBy(() -> unlocked.sign(own, transfer(1)))
        .extracting("code")
        .isEqualTo("vault-locked");
  }

  @Test
  void practiceVaultRefusesOtherChains() {
    Fixture fixture = new Fixture(temp);
    fixture.create("main", true);
    try (Unlocked unlocked = fixture.unlock()) {
      AccountRef own = unlocked.accounts().getFirst().ref();
      unlocked.sign(own, transfer(2_352_900_001L));
      for (long chain : new long[] {1, 1337, 31337, 2_352_900_002L}) {
        assertThatThrownBy(() -> unlocked.sign(own, transfer(chain)))
            .extracting("code")
            .isEqualTo("practice-vault");
      }
    }
  }

  @Test
  void practiceVaultSignsMessagesButNothingThatAnotherChainMightTake() {
    Fixture fixture = new Fixture(temp);
    fixture.create("main", true);
    Address delegate = Address.ZERO;
    try (Unlocked unlocked = fixture.unlock()) {
      AccountRef own = unlocked.accounts().getFirst().ref();
      unlocked.sign(own, SigningPayload.PersonalMessage.of("hello"));
      unlocked.sign(own, typed("\"chainId\":2352900001"));
      unlocked.sign(own, SigningPayload.Authorization.of(2_352_900_001L, delegate, 0));
      for (SigningPayload payload :
          List.of(
              typed(""),
              typed("\"name\":\"any\""),
              typed("\"chainId\":1"),
              SigningPayload.Authorization.of(1, delegate, 0))) {
        assertThatThrownBy(() -> unlocked.sign(own, payload))
            .extracting("code")
            .isEqualTo("practice-vault");
      }
    }
  }

  private static SigningPayload typed(String domain) {
    return SigningPayload.TypedData.parse(
        """
        {"types":{"T":[{"name":"x","type":"string"}]},"primaryType":"T",
         "domain":{%s},"message":{"x":"y"}}
        """
            .formatted(domain));
  }

  @Test
  void everyKindOfPayloadIsSignedInOneWay() {
    Fixture fixture = new Fixture(temp);
    fixture.create();
    int cases = 0;
    try (Unlocked unlocked = fixture.unlock()) {
      AccountRef own = unlocked.accounts().getFirst().ref();
      for (int i = 0; i < 50; i++) {
        for (SigningPayload payload :
            List.of(
                transfer(1 + i),
                SigningPayload.PersonalMessage.of("message " + i),
                typed("\"chainId\":" + (1 + i)),
                SigningPayload.Authorization.of(1 + i, own.address(), i))) {
          Signature signature = unlocked.sign(own, payload);
          assertThat(unlocked.sign(own, payload)).isEqualTo(signature); // RFC 6979
          assertThat(signature.s()).isLessThanOrEqualTo(Signature.ORDER.shiftRight(1));
          assertThat(Recovery.verify(payload, signature.toArray(), own.address())).isTrue();
          cases++;
        }
      }
    }
    Vectors.count("payloads of an unlocked vault: deterministic, low s, recovered", cases);
  }

  @Test
  void neverReturnsASignatureOfAnotherKey() {
    Bytes32 digest = Keccak.hash();
    assertThatThrownBy(() -> Ecdsa.sign(Hex.decode("0x" + "46".repeat(32)), digest, Address.ZERO))
        .extracting("code")
        .isEqualTo("signature-check-failed");
  }

  @Test
  void recoversNobodyFromAnImpossibleR() {
    Signature impossible = new Signature(BigInteger.valueOf(5), BigInteger.ONE, 0);
    assertThat(Recovery.recover(Bytes32.ZERO, impossible)).isEmpty();
  }
}

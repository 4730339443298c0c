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
import io.belay.keystore.Vectors;
import io.belay.keystore.hd.HdPath;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.hd.Seed;
import io.belay.keystore.secret.SecretBytes;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SigningTest {
  private static final BigInteger MOST_CHAIN_ID = BigInteger.ONE.shiftLeft(53);

  @TempDir Path temp;

  @Test
  void signsTheExampleOfEip155() {
    byte[] key = Hex.decode("0x" + "46".repeat(32));
    SigningPayload payload =
        SigningPayload.Transaction.of(
            Hex.decode(
                "0xec098504a817c800825208943535353535353535353535353535353535353535"
                    + "880de0b6b3a764000080018080"));
    Address address = Address.parse("0x9d8A62f656a8d1615C1294fd71e9CFb3E4855A4F");
    Signature signature = Ecdsa.sign(key, payload.digest(), address);
    assertThat(signature.r())
        .isEqualTo(
            Hex.toBigInteger("0x28ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276"));
    assertThat(signature.s())
        .isEqualTo(
            Hex.toBigInteger("0x67cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83"));
    assertThat(signature.yParity()).isZero();
  }

  @Test
  void agreesWithEthers() {
    int step = Boolean.getBoolean("belay.full") ? 1 : 16;
    JsonNode rows = Vectors.read("ethers-v6/transactions.json.gz");
    int cases = 0;
    for (int i = 0; i < rows.size(); i += step) {
      JsonNode row = rows.get(i);
      String chain = row.path("transaction").path("chainId").asString("0x0");
      BigInteger id = Hex.toBigInteger(chain);
      // a chain id beyond what JSON keeps exact is refused by ChainId
      if (id.signum() > 0 && id.compareTo(MOST_CHAIN_ID) < 0) {
        cases += compare(row, "Eip155") + compare(row, "Berlin") + compare(row, "London");
      }
    }
    Vectors.count("transactions signed as ethers does", cases);
    assertThat(cases).isGreaterThan(100);
  }

  private static int compare(JsonNode row, String form) {
    byte[] key = Hex.decode(row.path("privateKey").stringValue());
    JsonNode expected = row.path("signature" + form);
    byte[] preimage = Hex.decode(row.path("unsigned" + form).stringValue());
    SigningPayload payload = SigningPayload.Transaction.of(preimage);
    Signature wanted =
        new Signature(number(expected, "r"), number(expected, "s"), parity(expected, form));
    Address address = Recovery.recover(payload.digest(), wanted).orElseThrow();
    assertThat(Ecdsa.sign(key, payload.digest(), address)).isEqualTo(wanted);
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

  @Test
  void agreesWithTrezor() {
    JsonNode file = Vectors.read("trezor-firmware/sign_tx_eip1559.json");
    int cases = 0;
    try (Mnemonic words =
            Mnemonic.parse(file.path("setup").path("mnemonic").stringValue().toCharArray());
        Seed seed = words.seed()) {
      for (JsonNode row : file.path("tests")) {
        JsonNode tx = row.path("parameters");
        if (tx.path("access_list").isMissingNode()) {
          HdPath path = HdPath.parse(tx.path("path").stringValue());
          SigningPayload payload = SigningPayload.Transaction.of(preimage(tx));
          try (SecretBytes key = seed.privateKey(path)) {
            Signature signature = key.use(k -> Ecdsa.sign(k, payload.digest(), seed.address(path)));
            JsonNode result = row.path("result");
            assertThat(signature.r())
                .isEqualTo(new BigInteger(result.path("sig_r").stringValue(), 16));
            assertThat(signature.s())
                .isEqualTo(new BigInteger(result.path("sig_s").stringValue(), 16));
            assertThat(signature.yParity()).isEqualTo(result.path("sig_v").intValue());
          }
          cases++;
        }
      }
    }
    Vectors.count("EIP-1559 transactions signed as Trezor does", cases);
    assertThat(cases).isPositive();
  }

  private static byte[] preimage(JsonNode tx) {
    byte[] body =
        Rlp.encode(
            Rlp.list(
                Rlp.of(tx.path("chain_id").longValue()),
                Rlp.of(number(tx, "nonce")),
                Rlp.of(number(tx, "max_priority_fee")),
                Rlp.of(number(tx, "max_gas_fee")),
                Rlp.of(number(tx, "gas_limit")),
                Rlp.of(Hex.decode(tx.path("to_address").stringValue())),
                Rlp.of(number(tx, "value")),
                Rlp.of(Hex.decode("0x" + tx.path("data").stringValue())),
                Rlp.list()));
    byte[] typed = new byte[body.length + 1];
    typed[0] = 2;
    System.arraycopy(body, 0, typed, 1, body.length);
    return typed;
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

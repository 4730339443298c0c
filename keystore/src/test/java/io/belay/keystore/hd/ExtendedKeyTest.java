package io.belay.keystore.hd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Signature;
import io.belay.keystore.SkippedCases;
import io.belay.keystore.Vectors;
import java.math.BigInteger;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExtendedKeyTest {
  private static final byte[] ONE = Bytes32.of(BigInteger.ONE).toArray();
  private static final byte[] ORDER = Bytes32.of(Signature.ORDER).toArray();

  @Test
  void agreesWithBip32() {
    int cases = 0;
    for (JsonNode row : Vectors.read("bips/bip32.json").path("valid")) {
      byte[] seed = HexFormat.of().parseHex(row.path("seed").stringValue());
      try (ExtendedKey master = ExtendedKey.master(seed)) {
        for (JsonNode chain : row.path("chains")) {
          try (ExtendedKey key = master.derive(HdPath.parse(chain.path("path").stringValue()))) {
            Xprv.assertSame(key, chain.path("xprv").stringValue());
          }
          cases++;
        }
      }
    }
    Vectors.count("BIP-32 chains", cases);
    assertThat(cases).isPositive();
  }

  @Test
  void refusesBip32sInvalidPrivateKeys() {
    int cases = 0;
    SkippedCases skipped = SkippedCases.of("bips/bip32.json");
    JsonNode rows = Vectors.read("bips/bip32.json").path("invalid");
    for (JsonNode row : rows) {
      if (row.path("why").stringValue().endsWith("not in 1..n-1")) {
        byte[] decoded = Xprv.decode(row.path("key").stringValue());
        assertThatThrownBy(() -> ExtendedKey.of(Xprv.key(decoded), Xprv.chainCode(decoded)))
            .extracting("code")
            .isEqualTo("bad-derivation");
        cases++;
      } else {
        skipped.add("faults of the text form of an extended key");
      }
    }
    skipped.agree(rows.size());
    Vectors.count("invalid BIP-32 private keys", cases);
    assertThat(cases).isEqualTo(2);
  }

  @Test
  void addressesAgreeWithEthers() {
    int cases = 0;
    for (JsonNode row : Vectors.read("ethers-v6/accounts.json.gz")) {
      byte[] key = Hex.decode(row.path("privateKey").stringValue());
      assertThat(PublicKey.address(key).toString()).isEqualTo(row.path("address").stringValue());
      cases++;
    }
    Vectors.count("addresses of private keys", cases);
    assertThat(cases).isPositive();
  }

  @Test
  void refusesATweakOfNOrMore() {
    assertThatThrownBy(() -> ExtendedKey.add(ORDER, ONE))
        .extracting("code")
        .isEqualTo("bad-derivation");
  }

  @Test
  void refusesASumOfZero() {
    byte[] minusOne = Bytes32.of(Signature.ORDER.subtract(BigInteger.ONE)).toArray();
    assertThatThrownBy(() -> ExtendedKey.add(minusOne, ONE))
        .extracting("code")
        .isEqualTo("bad-derivation");
  }

  @Test
  void isWipedOnClose() {
    ExtendedKey key = ExtendedKey.of(ONE, ONE);
    key.close();
    assertThat(key.toString()).isEqualTo("ExtendedKey[redacted]");
    assertThatThrownBy(key::privateKey).extracting("code").isEqualTo("secret-closed");
  }
}

package io.belay.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Signature;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecoveryTest {
  private static final String UNSAYABLE =
      "valid: x of the point is n or more, which no v of Ethereum can say";
  private static final BigInteger FIELD = // SEC 2, secp256k1: p
      BigInteger.TWO.pow(256).subtract(BigInteger.TWO.pow(32)).subtract(BigInteger.valueOf(977));
  private static final String MAIL_SIGNATURE = // EIP-712's example, signed with keccak("cow")
      "0x4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d"
          + "07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b915621c";

  @Test
  void verifiesMessagesOfTrezor() {
    int cases = 0;
    for (JsonNode row : Vectors.read("trezor-firmware/verifymessage.json").path("tests")) {
      JsonNode wanted = row.path("parameters");
      byte[] signature = Hex.decode("0x" + wanted.path("sig").stringValue());
      Address address = Address.parse(wanted.path("address").stringValue());
      String message = wanted.path("msg").stringValue();
      assertThat(Recovery.verify(SigningPayload.PersonalMessage.of(message), signature, address))
          .isTrue();
      assertThat(
              Recovery.verify(SigningPayload.PersonalMessage.of(message + " "), signature, address))
          .isFalse();
      cases++;
    }
    Vectors.count("messages of Trezor verified", cases);
    assertThat(cases).isEqualTo(8);
  }

  @Test
  void recoversTheSignerOfTheTypedDataOfEthers() {
    int cases = 0;
    for (JsonNode row : Vectors.read("ethers-v6/typed-data.json.gz")) {
      if (row.has("signature")) {
        Bytes32 digest = Bytes32.parse(row.path("digest").stringValue());
        assertThat(row.path("signature").stringValue()).isEqualTo(MAIL_SIGNATURE);
        assertThat(Recovery.recover(digest, Hex.decode(MAIL_SIGNATURE)))
            .contains(Address.parse("0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"));
        cases++;
      }
    }
    Vectors.count("typed-data signatures of ethers (the other 129 have none)", cases);
    assertThat(cases).isEqualTo(1);
  }

  @Test
  void takesEveryVAndBothHalvesOfS() {
    SigningPayload message = SigningPayload.PersonalMessage.of("This is an example");
    byte[] signature = new byte[65];
    signature[31] = 1; // r = 1 is a point's x
    signature[63] = 2;
    Optional<Address> even = at(message, signature, 0);
    assertThat(even).isPresent().isEqualTo(at(message, signature, 27));
    Optional<Address> odd = at(message, signature, 1);
    assertThat(odd).isPresent().isEqualTo(at(message, signature, 28)).isNotEqualTo(even);
    byte[] high =
        Bytes32.of(Signature.ORDER.subtract(BigInteger.TWO)).toArray(); // n - s, other parity
    System.arraycopy(high, 0, signature, 32, 32);
    assertThat(at(message, signature, 28)).isEqualTo(even);
  }

  private static Optional<Address> at(SigningPayload payload, byte[] signature, int v) {
    byte[] own = signature.clone();
    own[64] = (byte) v;
    return Recovery.recover(payload, own);
  }

  @Test
  void refusesOtherForms() {
    byte[] good = Hex.decode(MAIL_SIGNATURE);
    for (int length : new int[] {0, 64, 66}) {
      refuses(Arrays.copyOf(good, length));
    }
    for (int v : new int[] {2, 3, 26, 29, 35, 37, 255}) {
      byte[] other = good.clone();
      other[64] = (byte) v;
      refuses(other);
    }
    byte[] order = Bytes32.of(Signature.ORDER).toArray();
    for (int at : new int[] {0, 32}) {
      byte[] zero = good.clone();
      Arrays.fill(zero, at, at + 32, (byte) 0);
      refuses(zero);
      byte[] tooLarge = good.clone();
      System.arraycopy(order, 0, tooLarge, at, 32);
      refuses(tooLarge);
    }
  }

  private static void refuses(byte[] signature) {
    assertThatThrownBy(() -> Recovery.recover(Bytes32.ZERO, signature))
        .extracting("code")
        .isEqualTo("bad-signature");
  }

  @Test
  void agreesWithWycheproof() {
    TreeMap<String, Integer> table = new TreeMap<>();
    int cases = 0;
    SkippedCases skipped = SkippedCases.of("wycheproof/ecdsa_secp256k1_sha256_test.json");
    for (JsonNode group :
        Vectors.read("wycheproof/ecdsa_secp256k1_sha256_test.json").path("testGroups")) {
      byte[] key = Hex.decode("0x" + text(group.path("publicKey"), "uncompressed"));
      Address address = Address.ofPublicKey(Arrays.copyOfRange(key, 1, 65));
      for (JsonNode row : group.path("tests")) {
        String judged = judge(row, address);
        table.merge(judged, 1, Integer::sum);
        if (judged.equals(UNSAYABLE)) {
          skipped.add("x of the point is n or more");
        }
        cases++;
      }
    }
    table.forEach((what, number) -> System.out.println("wycheproof: " + number + " " + what));
    skipped.agree(cases);
    Vectors.count("ECDSA signatures of Wycheproof", cases);
    assertThat(cases).isEqualTo(476);
  }

  /// Checks one case, and says how.
  private static String judge(JsonNode row, Address address) {
    String id = "tcId " + row.path("tcId");
    boolean valid = text(row, "result").equals("valid");
    List<BigInteger> pair = der(Hex.decode("0x" + text(row, "sig")));
    if (pair.isEmpty()) {
      assertThat(valid).as(id).isFalse();
      return "invalid: no DER of two integers, a form that Ethereum does not have";
    }
    if (pair.stream().anyMatch(number -> number.signum() < 0 || number.bitLength() > 256)) {
      assertThat(valid).as(id).isFalse();
      return "invalid: negative or longer than 32 bytes, which 65 bytes cannot say";
    }
    byte[] signature = new byte[65];
    System.arraycopy(Bytes32.of(pair.getFirst()).toArray(), 0, signature, 0, 32);
    System.arraycopy(Bytes32.of(pair.getLast()).toArray(), 0, signature, 32, 32);
    if (pair.stream().anyMatch(n -> n.signum() == 0 || n.compareTo(Signature.ORDER) >= 0)) {
      refuses(signature);
      assertThat(valid).as(id).isFalse();
      return "invalid: r or s outside 1..n-1, refused";
    }
    Bytes32 digest = sha256(Hex.decode("0x" + text(row, "msg")));
    boolean found = false;
    for (int v = 0; v < 2; v++) {
      signature[64] = (byte) v;
      found |= Recovery.recover(digest, signature).filter(address::equals).isPresent();
    }
    if (valid && !found) {
      // x = r + n is still a coordinate: v would have to be 29 or 30 (SEC 1, 4.1.6, j = 1)
      assertThat(pair.getFirst().add(Signature.ORDER)).as(id).isLessThan(FIELD);
      return UNSAYABLE;
    }
    assertThat(found).as(id).isEqualTo(valid);
    return valid ? "valid: recovered" : "invalid: another address recovered, or none";
  }

  private static List<BigInteger> der(byte[] encoded) {
    try {
      if (ASN1Primitive.fromByteArray(encoded) instanceof ASN1Sequence sequence
          && sequence.size() == 2
          && sequence.getObjectAt(0) instanceof ASN1Integer r
          && sequence.getObjectAt(1) instanceof ASN1Integer s
          && Arrays.equals(sequence.getEncoded("DER"), encoded)) {
        return List.of(r.getValue(), s.getValue());
      }
    } catch (IOException | IllegalArgumentException e) {
      return List.of(); // no ASN.1 at all
    }
    return List.of();
  }

  private static Bytes32 sha256(byte[] message) {
    try {
      return Bytes32.of(MessageDigest.getInstance("SHA-256").digest(message));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).stringValue();
  }
}

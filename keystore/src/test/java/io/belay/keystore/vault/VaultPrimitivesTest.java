package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.WalletException;
import io.belay.keystore.SkippedCases;
import io.belay.keystore.Vectors;
import io.belay.keystore.secret.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The vault's primitives under third-party vectors; the printed tables tell which cases went
/// through the vault's own class and which only through what lies below it.
class VaultPrimitivesTest {
  private static final HexFormat HEX = HexFormat.of();

  private final Map<String, Integer> table = new TreeMap<>();

  private static byte[] bytes(JsonNode test, String name) {
    return HEX.parseHex(test.path(name).stringValue());
  }

  private int told(String what) {
    int cases = table.values().stream().mapToInt(Integer::intValue).sum();
    Vectors.count(what, cases);
    table.forEach((row, count) -> System.out.printf("  %4d %s%n", count, row));
    assertThat(cases).isPositive();
    return cases;
  }

  @Test
  void aeadAgreesWithWycheproof() {
    SkippedCases skipped = SkippedCases.of("wycheproof/aes_gcm_test.json");
    for (JsonNode group : Vectors.read("wycheproof/aes_gcm_test.json").path("testGroups")) {
      boolean applies = group.path("ivSize").intValue() == 8 * Aead.NONCE_BYTES;
      for (JsonNode test : group.path("tests")) {
        String result = test.path("result").stringValue();
        if (applies) {
          assertThat(aead(test)).isEqualTo(result);
        } else {
          skipped.add("nonces of another length than 12 bytes");
        }
        String reason = applies ? "through Aead" : "not run: the vault has 12-byte nonces only";
        table.merge(reason + ", " + result, 1, Integer::sum);
      }
    }
    skipped.agree(told("AES-GCM cases of Wycheproof"));
  }

  private static String aead(JsonNode test) {
    byte[] nonce = bytes(test, "iv");
    byte[] aad = bytes(test, "aad");
    byte[] ct = bytes(test, "ct");
    byte[] tag = bytes(test, "tag");
    byte[] sealed = Arrays.copyOf(ct, ct.length + tag.length);
    System.arraycopy(tag, 0, sealed, ct.length, tag.length);
    try (SecretBytes key = SecretBytes.moveFrom(bytes(test, "key"));
        SecretBytes message = SecretBytes.moveFrom(bytes(test, "msg"));
        SecretBytes plain = Aead.open(key, nonce, aad, sealed)) {
      assertThat(plain.use(byte[]::clone)).isEqualTo(message.use(byte[]::clone));
      assertThat(Aead.seal(key, nonce, aad, message)).isEqualTo(sealed);
      return "valid";
    } catch (WalletException e) {
      return e.code().equals("vault-damaged") ? "invalid" : e.code();
    }
  }

  @Test
  void hkdfAgreesWithWycheproof() {
    SkippedCases skipped = SkippedCases.of("wycheproof/hkdf_sha256_test.json");
    for (JsonNode group : Vectors.read("wycheproof/hkdf_sha256_test.json").path("testGroups")) {
      for (JsonNode test : group.path("tests")) {
        String result = test.path("result").stringValue();
        int size = test.path("size").intValue();
        assertThat(hkdf(test, size)).isEqualTo(result.equals("valid") ? okm(test) : "refused");
        String row = "through the JDK's HKDF, " + result;
        if (result.equals("valid") && bytes(test, "salt").length == 0) {
          row = size == 32 ? "through Hkdf" : "through Hkdf, the first 32 bytes";
          throughHkdf(test);
        } else {
          skipped.add("with a salt, or refused for its size");
        }
        table.merge(row + (row.startsWith("through the") ? ": has a salt" : ""), 1, Integer::sum);
      }
    }
    skipped.agree(told("HKDF cases of Wycheproof"));
  }

  private static String okm(JsonNode test) {
    return test.path("okm").stringValue();
  }

  private static void throughHkdf(JsonNode test) {
    try (SecretBytes ikm = SecretBytes.moveFrom(bytes(test, "ikm"));
        SecretBytes key = Hkdf.key(ikm, bytes(test, "info"))) {
      String ours = key.use(HEX::formatHex);
      int digits = Math.min(ours.length(), okm(test).length());
      assertThat(ours.substring(0, digits)).isEqualTo(okm(test).substring(0, digits));
    }
  }

  /// The primitive below `Hkdf`, with a salt and of any size.
  private static String hkdf(JsonNode test, int size) {
    try {
      HKDFParameterSpec params =
          HKDFParameterSpec.ofExtract()
              .addIKM(bytes(test, "ikm"))
              .addSalt(bytes(test, "salt"))
              .thenExpand(bytes(test, "info"), size);
      return HEX.formatHex(KDF.getInstance("HKDF-SHA256").deriveData(params));
    } catch (GeneralSecurityException e) {
      return "refused";
    }
  }

  /// The vault's Argon2 takes no secret and no associated data, and refuses costs as low as this;
  /// so the vector goes through Bouncy Castle's, with the same variant and version.
  @Test
  void argon2AgreesWithRfc9106() {
    SkippedCases skipped = SkippedCases.of("rfc-kdf/rfc_kdf.json");
    for (JsonNode row : Vectors.read("rfc-kdf/rfc_kdf.json").path("argon2id_rfc9106")) {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(row.path("mKiB").intValue())
              .withIterations(row.path("t").intValue())
              .withParallelism(row.path("p").intValue())
              .withSalt(bytes(row, "saltHex"))
              .withSecret(bytes(row, "secretHex"))
              .withAdditional(bytes(row, "adHex"))
              .build());
      byte[] out = new byte[row.path("dkLen").intValue()];
      generator.generateBytes(bytes(row, "passwordHex"), out);
      assertThat(HEX.formatHex(out)).isEqualTo(row.path("hex").stringValue());
      table.merge("through Bouncy Castle's Argon2id: has a secret", 1, Integer::sum);
      skipped.add("Argon2id with a secret and associated data");
    }
    skipped.agree(told("Argon2id cases of RFC 9106"));
  }
}

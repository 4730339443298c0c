package io.belay.keystore.v3;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Hex;
import io.belay.keystore.Vectors;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KdfVectorsTest {
  private static final HexFormat HEX = HexFormat.of();

  @Tag("long")
  @Test
  void scryptAgreesWithRfc7914() throws Exception {
    int here = 0;
    int child = 0;
    for (JsonNode row : Vectors.read("rfc-kdf/rfc_kdf.json").path("scrypt_rfc7914")) {
      ScryptCost cost =
          new ScryptCost(
              row.path("n").intValue(), row.path("r").intValue(), row.path("p").intValue());
      byte[] password = Cases.utf8(row.path("password").stringValue());
      byte[] salt = Cases.utf8(row.path("salt").stringValue());
      String key;
      if (cost.bytes() > 1L << 29) {
        key = inLargerProcess(password, salt, cost);
        child++;
      } else {
        key = HEX.formatHex(Scrypt.derive(password, salt, cost, 64, Progress.SILENT));
        here++;
      }
      assertThat(key).isEqualTo(row.path("hex").stringValue());
    }
    Vectors.count("scrypt cases of RFC 7914, " + child + " in a process of 1.5 GiB", here + child);
    assertThat(here + child).isEqualTo(4);
  }

  // 1 GiB does not fit in the heap of the tests
  private static String inLargerProcess(byte[] password, byte[] salt, ScryptCost cost)
      throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1500m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ScryptProcess.class.getName(),
                    HEX.formatHex(password),
                    HEX.formatHex(salt),
                    Integer.toString(cost.n()),
                    Integer.toString(cost.r()),
                    Integer.toString(cost.p())))
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  @Test
  void pbkdf2AgreesWithRfc7914() {
    int cases = 0;
    for (JsonNode row : Vectors.read("rfc-kdf/rfc_kdf.json").path("pbkdf2_sha256_rfc7914")) {
      byte[] key =
          Pbkdf2.derive(
              Cases.utf8(row.path("password").stringValue()),
              Cases.utf8(row.path("salt").stringValue()),
              row.path("c").intValue(),
              row.path("dkLen").intValue(),
              Progress.SILENT);
      assertThat(HEX.formatHex(key)).isEqualTo(row.path("hex").stringValue());
      cases++;
    }
    Vectors.count("PBKDF2 cases of RFC 7914", cases);
    assertThat(cases).isEqualTo(2);
  }

  @Tag("long")
  @Test
  void bothAgreeWithEthers() {
    int cases = 0;
    for (JsonNode row : Vectors.read("ethers-v6/pbkdf.json.gz")) {
      byte[] password = Hex.decode(row.path("password").stringValue());
      byte[] salt = Hex.decode(row.path("salt").stringValue());
      int length = row.path("dkLen").intValue();
      JsonNode pbkdf2 = row.path("pbkdf2");
      JsonNode scrypt = row.path("scrypt");
      assertThat(pbkdf2.path("algorithm").stringValue()).isEqualTo("sha256");
      int c = pbkdf2.path("iterations").intValue();
      assertThat(Pbkdf2.derive(password, salt, c, length, Progress.SILENT))
          .isEqualTo(Hex.decode(pbkdf2.path("key").stringValue()));
      ScryptCost cost =
          new ScryptCost(
              scrypt.path("N").intValue(),
              scrypt.path("r").intValue(),
              scrypt.path("p").intValue());
      assertThat(Scrypt.derive(password, salt, cost, length, Progress.SILENT))
          .isEqualTo(Hex.decode(scrypt.path("key").stringValue()));
      cases++;
    }
    Vectors.count("PBKDF2 and scrypt pairs of ethers", cases);
    assertThat(cases).isPositive();
  }

  @Test
  void pbkdf2AgreesWithWycheproof() {
    int cases = 0;
    for (JsonNode group :
        Vectors.read("wycheproof/pbkdf2_hmacsha256_test.json").path("testGroups")) {
      for (JsonNode test : group.path("tests")) {
        byte[] key =
            Pbkdf2.derive(
                HEX.parseHex(test.path("password").stringValue()),
                HEX.parseHex(test.path("salt").stringValue()),
                test.path("iterationCount").intValue(),
                test.path("dkLen").intValue(),
                Progress.SILENT);
        assertThat(test.path("result").stringValue()).isEqualTo("valid");
        assertThat(HEX.formatHex(key)).isEqualTo(test.path("dk").stringValue());
        cases++;
      }
    }
    Vectors.count("PBKDF2 cases of Wycheproof, all valid ones", cases);
    assertThat(cases).isPositive();
  }

  @Test
  void scryptAgreesWithBouncyCastleAcrossShapes() {
    int cases = 0;
    byte[] password = Cases.utf8("password");
    for (int n = 2; n <= 4096; n *= 4) {
      for (int r : new int[] {1, 2, 3, 7, 8, 33}) {
        for (int p : new int[] {1, 2, 5}) {
          byte[] salt = {(byte) n, (byte) r, (byte) p};
          assertThat(Scrypt.derive(password, salt, new ScryptCost(n, r, p), 33, Progress.SILENT))
              .isEqualTo(SCrypt.generate(password, salt, n, r, p, 33));
          cases++;
        }
      }
    }
    Vectors.count("shapes of scrypt beside Bouncy Castle", cases);
  }
}

package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.keystore.secret.SecretBytes;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KdfCostTest {
  @ParameterizedTest
  @CsvSource({
    "8192,20,262144",
    "8192,80,131072",
    "8192,500,65536",
    "400,20,131072",
    "256,1,131072",
    "100,1,65536"
  })
  void fitsTheMachine(long heapMiB, long probeMillis, int mKiB) {
    KdfCost cost = KdfCost.fitting(heapMiB * 1024 * 1024, Duration.ofMillis(probeMillis));
    assertThat(cost).isEqualTo(new KdfCost(mKiB, 3, 1));
  }

  @ParameterizedTest
  @CsvSource({"16383,1,1", "1048577,1,1", "16384,0,1", "16384,17,1", "16384,1,0", "16384,1,17"})
  void refusesCostsOutOfBounds(int mKiB, int t, int p) {
    assertThatThrownBy(() -> new KdfCost(mKiB, t, p))
        .extracting("code")
        .isEqualTo("kdf-out-of-bounds");
  }

  @ParameterizedTest
  @CsvSource({
    "65536,3,1,false",
    "65535,16,1,true",
    "65536,2,1,true",
    "98304,2,1,false",
    "262144,1,1,false",
    "131072,1,4,true"
  })
  void knowsWhatIsCheapToday(int mKiB, int t, int p, boolean cheap) {
    assertThat(new KdfCost(mKiB, t, p).isBelowFloor()).isEqualTo(cheap);
  }

  @Test
  void calibrationIsNeverBelowTheFloor() {
    assertThat(KdfCost.calibrated().mKiB()).isBetween(64 * 1024, 256 * 1024);
  }

  @Test
  void refusesBeforeAllocatingMoreThanTheHeap() {
    KdfCost cost = new KdfCost(1024 * 1024, 1, 1);
    try (SecretBytes password = SecretBytes.copyOf(new byte[] {1})) {
      assertThatThrownBy(() -> new Argon2().derive(password, cost, new byte[16]))
          .extracting("code")
          .isEqualTo("kdf-needs-memory");
    }
  }

  @Tag("long")
  @Test
  void fullCostWorksOnce() {
    try (SecretBytes password = SecretBytes.copyOf(new byte[] {1});
        SecretBytes out = new Argon2().derive(password, KdfCost.DEFAULT, new byte[16])) {
      assertThat(out.length()).isEqualTo(64);
    }
  }

  @Test
  void hkdfAgreesWithRfc5869() {
    // appendix A.3: no salt, no info
    try (SecretBytes ikm = SecretBytes.copyOf(HexFormat.of().parseHex("0b".repeat(22)));
        SecretBytes key = Hkdf.key(ikm, "")) {
      assertThat(key.<String>use(k -> HexFormat.of().formatHex(k)))
          .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
    }
  }
}

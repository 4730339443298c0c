package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.belay.keystore.Contract;

/// A stranger's vault file; no key is derived.
class VaultFileFuzzTest {
  private static final Contract FILE = Contract.refusing("vault-damaged", "vault-newer");
  private static final Contract HEADER =
      Contract.refusing("vault-damaged", "vault-newer", "kdf-out-of-bounds");

  @FuzzTest(maxDuration = "60s")
  void file(byte[] bytes) {
    FILE.read(() -> VaultFile.parse(bytes))
        .ifPresent(file -> assertThat(file.toBytes()).isEqualTo(bytes));
  }

  // a checksum keeps mutated headers out of the file's own target
  @FuzzTest(maxDuration = "60s")
  void header(byte[] bytes) {
    HEADER
        .read(() -> Header.parse(bytes))
        .ifPresent(header -> assertThat(header.toBytes()).isEqualTo(bytes));
  }
}

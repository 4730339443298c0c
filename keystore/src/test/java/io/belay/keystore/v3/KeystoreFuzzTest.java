package io.belay.keystore.v3;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.belay.keystore.Contract;

/// A stranger's v3 keystore; no key is derived.
class KeystoreFuzzTest {
  private static final Contract CONTRACT = Contract.refusing("bad-keystore", "kdf-out-of-bounds");

  @FuzzTest(maxDuration = "60s")
  void file(byte[] bytes) {
    CONTRACT
        .read(() -> Keystore.parse(bytes))
        .ifPresent(keystore -> assertThat(keystore.toString()).startsWith("Keystore["));
  }
}

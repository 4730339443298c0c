package io.belay.keystore.hd;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.belay.keystore.Contract;

/// A derivation path as somebody may type it.
class HdPathFuzzTest {
  private static final Contract CONTRACT = Contract.refusing("bad-path");

  @FuzzTest(maxDuration = "60s")
  void path(byte[] bytes) {
    String text = Contract.text(bytes);
    CONTRACT
        .read(() -> HdPath.parse(text))
        .ifPresent(path -> assertThat(HdPath.parse(path.toString())).isEqualTo(path));
  }
}

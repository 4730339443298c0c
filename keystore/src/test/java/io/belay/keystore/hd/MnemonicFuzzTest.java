package io.belay.keystore.hd;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.belay.keystore.Contract;
import io.belay.keystore.secret.SecretBytes;
import java.util.Arrays;

/// Words as somebody may type or paste them.
class MnemonicFuzzTest {
  private static final Contract PHRASE = Contract.refusing("bad-mnemonic", "which-language");
  private static final Contract NEVER = Contract.refusing();

  @FuzzTest(maxDuration = "60s")
  void phrase(byte[] bytes) {
    char[] typed = Contract.text(bytes).toCharArray();
    PHRASE.read(() -> Mnemonic.parse(typed)).ifPresent(MnemonicFuzzTest::comesBack);
  }

  @FuzzTest(maxDuration = "60s")
  void whileTyping(byte[] bytes) {
    char[] typed = Contract.text(bytes).toCharArray();
    PhraseCheck check = NEVER.read(() -> PhraseCheck.of(typed)).orElseThrow();
    assertThat(check.unknown()).allMatch(place -> place >= 1 && place <= check.count());
    if (check.fits()) {
      assertThat(check.unknown()).isEmpty();
    }
  }

  private static void comesBack(Mnemonic mnemonic) {
    StringBuilder words = new StringBuilder();
    mnemonic.writeTo(words);
    try (mnemonic;
        Mnemonic again = Mnemonic.parse(words.toString().toCharArray(), mnemonic.language());
        SecretBytes one = mnemonic.entropy();
        SecretBytes other = again.entropy()) {
      boolean same = one.use(a -> other.use(b -> Arrays.equals(a, b)));
      assertThat(same).isTrue();
    }
  }
}

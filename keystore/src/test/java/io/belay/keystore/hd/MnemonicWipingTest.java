package io.belay.keystore.hd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.keystore.secret.LockedPages;
import io.belay.keystore.secret.SecretBytes;
import org.junit.jupiter.api.Test;

/// Every secret on the way from words to keys is closed again.
class MnemonicWipingTest {
  private static final String WORDS = "test test test test test test test test test test test junk";

  @Test
  void fromWordsToAKey() throws Exception {
    LockedPages.assertNoneLeft(() -> {
      try (Mnemonic words = Mnemonic.parse(WORDS.toCharArray());
          Mnemonic full = words.withPassphrase("pass".toCharArray());
          Mnemonic copy = full.copy();
          SecretBytes phrase = copy.passphrase().orElseThrow();
          Mnemonic again = words.withPassphrase(phrase);
          Seed seed = again.seed()) {
        seed.privateKey(HdPath.ethereum(3)).close();
        seed.address(HdPath.ethereum(4));
        copy.entropy().close();
      }
    });
  }

  @Test
  void whenAskedWhatIsTyped() throws Exception {
    LockedPages.assertNoneLeft(() -> {
      assertThat(PhraseCheck.of(WORDS.toCharArray()).fits()).isTrue();
      assertThat(PhraseCheck.of("test test".toCharArray()).fits()).isFalse();
    });
  }

  @Test
  void whereTwoLanguagesFit() throws Exception {
    char[] shared = LanguageTest.sharedMnemonic().toCharArray();
    LockedPages.assertNoneLeft(() ->
        assertThatThrownBy(() -> Mnemonic.parse(shared))
            .extracting("code")
            .isEqualTo("which-language"));
    assertThat(PhraseCheck.of(shared).fits()).isTrue();
  }
}

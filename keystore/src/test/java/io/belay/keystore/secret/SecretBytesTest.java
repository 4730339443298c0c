package io.belay.keystore.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SecretBytesTest {
  @Test
  void lendsACopyAndWipesIt() {
    AtomicReference<byte[]> leaked = new AtomicReference<>(new byte[0]);
    try (SecretBytes secret = SecretBytes.copyOf(new byte[] {1, 2, 3})) {
      int sum =
          secret.use(b -> {
            leaked.set(b);
            return b[0] + b[1] + b[2];
          });
      assertThat(sum).isEqualTo(6);
      assertThat(leaked.get()).containsOnly(0);
      assertThat(secret.<Integer>use(Arrays::hashCode))
          .isEqualTo(Arrays.hashCode(new byte[] {1, 2, 3}));
    }
  }

  @Test
  void wipesTheSourceWhenMoved() {
    byte[] source = {7, 7};
    SecretBytes.moveFrom(source).close();
    assertThat(source).containsOnly(0);
  }

  @Test
  void refusesUseAfterClose() {
    SecretBytes secret = SecretBytes.copyOf(new byte[] {1});
    secret.close();
    secret.close();
    assertThat(secret.isClosed()).isTrue();
    assertThatThrownBy(() -> secret.use(b -> b[0])).extracting("code").isEqualTo("secret-closed");
    assertThatThrownBy(secret::copy).extracting("code").isEqualTo("secret-closed");
  }

  @Test
  void isOpenAndAsLongAsItsSource() {
    try (SecretBytes secret = SecretBytes.copyOf(new byte[] {1, 2, 3})) {
      assertThat(secret.isClosed()).isFalse();
      assertThat(secret.length()).isEqualTo(3);
      assertThat(SecretBytes.protection()).isIn(Protection.LOCKED, Protection.SWAPPABLE);
    }
  }

  @Test
  void randomOnesDiffer() {
    SecureRandom random = new SecureRandom();
    try (SecretBytes one = SecretBytes.random(32, random);
        SecretBytes other = SecretBytes.random(32, random)) {
      assertThat(one.<byte[]>use(byte[]::clone))
          .hasSize(32)
          .isNotEqualTo(new byte[32])
          .isNotEqualTo(other.<byte[]>use(byte[]::clone));
    }
  }

  @Test
  void copiesLiveOn() {
    SecretBytes first = SecretBytes.copyOf(new byte[] {9});
    try (SecretBytes second = first.copy()) {
      first.close();
      assertThat(second.<Byte>use(b -> b[0])).isEqualTo((byte) 9);
    }
  }

  @Test
  void showsNothing() {
    assertThat(SecretBytes.copyOf(new byte[] {42}).toString()).isEqualTo("SecretBytes[redacted]");
  }

  @Test
  void normalisesText() {
    char[] decomposed = {'e', '\u0301'};
    try (SecretBytes composed = SecretText.encode(decomposed, Normalizer.Form.NFKC)) {
      assertThat(composed.<byte[]>use(byte[]::clone)).containsExactly(0xc3, 0xa9);
    }
    assertThat(decomposed).containsExactly('e', '\u0301');
  }

  @Test
  void refusesHalfACharacter() {
    assertThatThrownBy(() -> SecretText.encode(new char[] {'\ud800'}, Normalizer.Form.NFKD))
        .extracting("code")
        .isEqualTo("bad-text");
  }
}

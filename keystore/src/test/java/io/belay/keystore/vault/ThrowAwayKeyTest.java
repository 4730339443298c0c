package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Signature;
import io.belay.base.WalletException;
import io.belay.keystore.Recovery;
import io.belay.keystore.SigningPayload;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class ThrowAwayKeyTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void signsForItsOwnAddressAndNeverTwiceTheSame() {
    SigningPayload payload = SigningPayload.PersonalMessage.of("a rehearsal");
    try (ThrowAwayKey key = ThrowAwayKey.random(random);
        ThrowAwayKey other = ThrowAwayKey.random(random)) {
      Signature signature = key.sign(payload);
      assertThat(Recovery.recover(payload.digest(), signature)).contains(key.address());
      assertThat(other.address()).isNotEqualTo(key.address());
      assertThat(key).hasToString("ThrowAwayKey[redacted]");
    }
  }

  @Test
  void signsNothingOnceItIsClosed() {
    ThrowAwayKey key = ThrowAwayKey.random(random);
    key.close();
    assertThatThrownBy(() -> key.sign(SigningPayload.PersonalMessage.of("late")))
        .isInstanceOf(WalletException.class);
  }
}

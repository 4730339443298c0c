package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.keystore.SigningPayload;
import io.belay.keystore.hd.HdPath;
import io.belay.keystore.secret.SecretBytes;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockedTest {
  @TempDir Path temp;
  private Fixture fixture = new Fixture(Path.of("unused"));

  @BeforeEach
  void create() {
    fixture = new Fixture(temp);
    fixture.create();
  }

  @Test
  void tellsItsStateAndNoSecret() {
    Unlocked unlocked = fixture.unlock();
    assertThat(unlocked.isLocked()).isFalse();
    assertThat(unlocked).hasToString("Unlocked[main, redacted]");
    unlocked.close();
    assertThat(unlocked.isLocked()).isTrue();
    assertThat(unlocked).hasToString("Unlocked[main, locked]");
  }

  @Test
  void derivesAnAddressWithoutAddingIt() {
    try (Unlocked unlocked = fixture.unlock()) {
      assertThat(unlocked.address(HdPath.ethereum(0))).hasToString(Fixture.FIRST_ADDRESS);
      assertThat(unlocked.accounts()).hasSize(1);
      assertThat(unlocked.newAccount().ref().address())
          .isEqualTo(unlocked.address(HdPath.ethereum(1)));
    }
  }

  @Test
  void signsWithAKeyThatAnotherProcessImported() {
    byte[] number = new byte[32];
    number[31] = 5;
    try (Unlocked one = fixture.unlock();
        Unlocked other = fixture.unlock();
        SecretBytes key = SecretBytes.moveFrom(number)) {
      VaultAccount imported = one.importKey(key);
      assertThatThrownBy(() -> other.privateKey(imported.ref()))
          .extracting("code")
          .isEqualTo("unknown-account");
      other.newAccount();
      SigningPayload payload = SigningPayload.PersonalMessage.of("hello");
      assertThat(other.sign(imported.ref(), payload)).isEqualTo(one.sign(imported.ref(), payload));
    }
  }
}

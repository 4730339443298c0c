package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import io.belay.keystore.Vectors;
import io.belay.keystore.secret.Hmac;
import io.belay.keystore.secret.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  @TempDir Path temp;
  private final Backup backup =
      new Backup(
          Fixture.LOWEST,
          (password, cost, salt) -> SecretBytes.moveFrom(password.use(p -> Hmac.sha512(p, salt))),
          new SecureRandom(),
          InstantSource.fixed(Fixture.NOW));

  private byte[] sealed(Map<String, byte[]> files) {
    try (Password password = Fixture.password("moving day")) {
      return backup.seal(files, password);
    }
  }

  private SortedMap<String, byte[]> open(byte[] file, String with) {
    try (Password password = Fixture.password(with)) {
      return backup.open(file, password);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void filesComeBackAsTheyWere() {
    byte[] large = new byte[3_000_000];
    new SecureRandom().nextBytes(large);
    SortedMap<String, byte[]> files =
        open(sealed(Map.of("b", new byte[0], "a", bytes("text"), "large", large)), "moving day");
    assertThat(files.keySet()).containsExactly("a", "b", "large");
    assertThat(files.get("a")).isEqualTo(bytes("text"));
    assertThat(files.get("b")).isEmpty();
    assertThat(files.get("large")).isEqualTo(large);
  }

  @Test
  void anotherPasswordOpensNothing() {
    byte[] file = sealed(Map.of("a", bytes("text")));
    assertThatThrownBy(() -> open(file, "moving night"))
        .hasMessage("the password does not open this backup")
        .extracting("code")
        .isEqualTo("wrong-password");
  }

  @Tag("long")
  @Test
  void everyFlippedByteAndEveryCutIsSeen() {
    byte[] file = sealed(Map.of("a", bytes("text")));
    int seen = 0;
    for (int i = 0; i < file.length; i++) {
      byte[] bad = file.clone();
      bad[i] ^= 1;
      assertRefused(bad);
      assertRefused(Arrays.copyOf(file, i));
      seen += 2;
    }
    Vectors.count("flips and cuts of a backup", seen);
  }

  private void assertRefused(byte[] bad) {
    assertThatThrownBy(() -> open(bad, "moving day"))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isIn("backup-damaged", "backup-newer", "kdf-out-of-bounds");
  }

  @Test
  void aVaultIsNoBackupAndABackupNoVault() throws Exception {
    Fixture fixture = new Fixture(temp);
    fixture.create();
    assertRefused(Files.readAllBytes(fixture.file()));
    byte[] file = sealed(Map.of());
    assertThatThrownBy(() -> fixture.vaults.adopt("other", file))
        .extracting("code")
        .isEqualTo("vault-damaged");
  }

  @Test
  void aVaultMovesWithItsPassword() {
    Fixture here = new Fixture(temp.resolve("here"));
    here.create();
    byte[] file = sealed(Map.of("vaults/main.vault", here.vaults.file("main")));
    byte[] moved = open(file, "moving day").getOrDefault("vaults/main.vault", new byte[0]);
    Fixture there = new Fixture(temp.resolve("there"));
    there.vaults.adopt("main", moved);
    there.unlockAndLock();
    assertThatThrownBy(() -> there.vaults.adopt("main", moved))
        .extracting("code")
        .isEqualTo("vault-exists");
  }
}

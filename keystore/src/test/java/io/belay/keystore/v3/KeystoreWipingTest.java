package io.belay.keystore.v3;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.keystore.secret.LockedPages;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every secret that opening or writing a keystore makes is closed again.
class KeystoreWipingTest {
  @TempDir Path temp;

  @Test
  void whenItOpens() throws Exception {
    byte[] file = Cases.utf8(Cases.file());
    LockedPages.assertNoneLeft(() -> assertThat(Cases.open(file, Cases.WORD)).isEqualTo(Cases.KEY));
  }

  @Test
  void whenNeitherFormOfAPasswordOpensIt() throws Exception {
    byte[] file = Cases.utf8(Cases.file());
    LockedPages.assertNoneLeft(
        () -> assertThat(Cases.open(file, "e\u0301")).isEqualTo("wrong-password"));
  }

  @Test
  void whenItsAddressDiffers() throws Exception {
    String digits = Cases.address().substring(2).toLowerCase(java.util.Locale.ROOT);
    byte[] file = Cases.utf8(Cases.file().replace(digits, "11".repeat(20)));
    LockedPages.assertNoneLeft(
        () -> assertThat(Cases.open(file, Cases.WORD)).isEqualTo("keystore-address-differs"));
  }

  @Test
  void whenItIsWritten() throws Exception {
    Path file = temp.resolve("k");
    LockedPages.assertNoneLeft(() -> {
      try (PrivateKey key = Cases.key();
          KeystorePassword password = Cases.password(Cases.WORD)) {
        Cases.export(Cases.LOWEST).write(key, password, file, Progress.SILENT);
      }
      Files.delete(file);
    });
  }
}

package io.belay.keystore.vault;

import static io.belay.base.OnWindowThread.isRefused;

import io.belay.keystore.secret.SecretBytes;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window's thread derives no key and waits for no vault file and no lock of one.
class NoWaitingWindowTest {
  private static final KdfCost COST = new KdfCost(16 * 1024, 1, 1);

  @TempDir Path directory;

  @Test
  void vaultFolderIsNeitherReadNorWrittenThere() throws Exception {
    Vaults vaults = new Vaults(directory, COST, new SecureRandom(), () -> Instant.EPOCH);
    isRefused("the vault folder", vaults::names);
    isRefused("the vault folder", () -> vaults.open("main"));
    isRefused("the vault folder", () -> new LocalDisk().read(directory.resolve("a"), 1));
    isRefused(
        "the vault folder",
        () -> {
          new LocalDisk().write(directory.resolve("a"), new byte[1]);
          return 0;
        });
  }

  @Test
  void noKeyIsDerivedThere() throws Exception {
    try (SecretBytes password = SecretBytes.copyOf(new byte[8])) {
      isRefused("a password's key", () -> new Argon2().derive(password, COST, new byte[16]));
    }
    isRefused("a password's key", Argon2::probe);
  }

  @Test
  void noLockIsWaitedForThere() throws Exception {
    Surroundings around =
        new Surroundings(
            directory,
            COST,
            new SecureRandom(),
            () -> Instant.EPOCH,
            new Argon2(),
            new LocalDisk(),
            SeenGenerations.NONE,
            Duration.ofSeconds(5));
    isRefused("the vaults' lock", () -> new WriteLock(around).holding(() -> 0));
  }
}

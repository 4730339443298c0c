package io.belay.keystore.vault;

import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.secret.Hmac;
import io.belay.keystore.secret.SecretBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// A directory of vaults with a counted, fast key derivation and a disk that fails on request.
final class Fixture {
  static final KdfCost LOWEST = new KdfCost(16 * 1024, 1, 1);
  static final String WORDS = "test test test test test test test test test test test junk";
  static final String FIRST_ADDRESS = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
  static final Instant NOW = Instant.parse("2026-11-25T03:00:00.123456789Z");

  final Path directory;
  final AtomicInteger derivations = new AtomicInteger();
  final FaultyDisk disk = new FaultyDisk(new LocalDisk());
  final Map<UUID, Long> generations = new HashMap<>();
  final Vaults vaults;
  private final SeenGenerations seen =
      new SeenGenerations() {
        @Override
        public OptionalLong last(UUID vault) {
          Long last = generations.get(vault);
          return last == null ? OptionalLong.empty() : OptionalLong.of(last);
        }

        @Override
        public void saw(UUID vault, long generation) {
          generations.put(vault, generation);
        }
      };

  Fixture(Path temp) {
    directory = temp.resolve("vaults");
    vaults = new Vaults(around(Duration.ofMillis(60)));
  }

  Surroundings around(Duration patience) {
    return new Surroundings(
        directory,
        LOWEST,
        new SecureRandom(),
        InstantSource.fixed(NOW),
        this::derive,
        disk,
        seen,
        patience);
  }

  private SecretBytes derive(SecretBytes password, KdfCost cost, byte[] salt) {
    derivations.incrementAndGet();
    return SecretBytes.moveFrom(password.use(p -> Hmac.sha512(p, salt)));
  }

  Vault create() {
    return create("main", false);
  }

  Vault create(String name, boolean practice) {
    try (Mnemonic words = Mnemonic.parse(WORDS.toCharArray());
        Password password = password("correct horse")) {
      return vaults.create(name, practice, words, password);
    }
  }

  Unlocked unlock() {
    try (Password password = password("correct horse")) {
      return vaults.open("main").unlock(password);
    }
  }

  void unlockAndLock() {
    unlock().close();
  }

  Path file() {
    return directory.resolve("main.vault");
  }

  Path beside(String suffix) {
    return directory.resolve("main.vault" + suffix);
  }

  byte[] bytes() throws IOException {
    return Files.readAllBytes(file());
  }

  void overwrite(byte[] bytes) throws IOException {
    Files.write(file(), bytes);
  }

  static Password password(String text) {
    return Password.of(text.toCharArray());
  }
}

package io.belay.keystore.vault;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// What vaults need from outside.
///
/// @param cost of new passwords
/// @param seen the last generations
/// @param patience how long to wait for another writer
record Surroundings(
    Path directory,
    KdfCost cost,
    SecureRandom random,
    InstantSource clock,
    Kdf kdf,
    Disk disk,
    SeenGenerations seen,
    Duration patience) {
  Surroundings costing(KdfCost other) {
    return new Surroundings(directory, other, random, clock, kdf, disk, seen, patience);
  }

  String nonce() {
    return Base64Text.encode(VaultKeys.bytes(Aead.NONCE_BYTES, random));
  }

  /// Now, in whole milliseconds as the header keeps them.
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}

package io.belay.keystore.vault;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/// What a vault file tells without a password. Not authenticated until the vault was unlocked.
///
/// @param name the file's name without `.vault`
/// @param practice whether its keys sign for the practice chain only
/// @param generation one more with each save; a lower one than seen before means a rollback
/// @param cost what one guess at the password costs
public record VaultInfo(
    UUID id,
    String name,
    boolean practice,
    long generation,
    Instant created,
    Instant modified,
    KdfCost cost,
    Path file) {
  static VaultInfo of(Header header, String name, Path file) {
    return new VaultInfo(
        header.label().id(),
        name,
        header.label().practice(),
        header.generation(),
        header.created(),
        header.modified(),
        header.lock().cost(),
        file);
  }
}

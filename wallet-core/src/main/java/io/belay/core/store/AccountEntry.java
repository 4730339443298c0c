package io.belay.core.store;

import io.belay.base.Address;
import io.belay.keystore.AccountRef;
import java.util.UUID;

/// An account as it is listed, readable without a password.
///
/// @param ref whose it is
/// @param name for people
/// @param path BIP-32 path, such as `m/44'/60'/0'/0/0`; blank where there is none
/// @param kind `hd`, `key` for an imported key, `watch` for a watched address
public record AccountEntry(AccountRef ref, String name, String path, String kind) {
  /// Kind of an address that is only watched; it belongs to no vault.
  public static final String WATCH = "watch";

  private static final UUID NO_VAULT = new UUID(0, 0);

  /// An address to watch.
  public static AccountEntry watched(Address address, String name) {
    return new AccountEntry(new AccountRef(NO_VAULT, address), name, "", WATCH);
  }

  /// Whether there is no key for it.
  public boolean isWatched() {
    return kind.equals(WATCH);
  }
}

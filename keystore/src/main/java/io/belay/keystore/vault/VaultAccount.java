package io.belay.keystore.vault;

import io.belay.keystore.AccountRef;
import io.belay.keystore.hd.HdPath;
import java.util.Optional;

/// An account of a vault and where its key comes from; says nothing secret.
///
/// @param path of its key under the vault's mnemonic; empty for an imported key
public record VaultAccount(AccountRef ref, Optional<HdPath> path) {
  static VaultAccount derived(AccountRef ref, HdPath path) {
    return new VaultAccount(ref, Optional.of(path));
  }

  static VaultAccount imported(AccountRef ref) {
    return new VaultAccount(ref, Optional.empty());
  }

  /// Whether its key was imported: the mnemonic does not bring it back.
  public boolean isImported() {
    return path.isEmpty();
  }

  /// The path as text, blank for an imported key.
  public String pathText() {
    return path.map(HdPath::toString).orElse("");
  }

  /// Its kind in lists: `hd` or `key`.
  public String kind() {
    return isImported() ? "key" : "hd";
  }
}

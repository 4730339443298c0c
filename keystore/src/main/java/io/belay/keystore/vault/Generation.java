package io.belay.keystore.vault;

import io.belay.base.WalletException;
import java.util.Optional;
import java.util.function.Function;

/// Reads one stored generation with the keys in hand, and writes the next.
final class Generation {
  private final Surroundings around;
  private final VaultStore store;

  Generation(Surroundings around, VaultStore store) {
    this.around = around;
    this.store = store;
  }

  /// Reads the newest generation, lets the change make other contents, writes them as the next one.
  /// Runs under the write lock, so that no process undoes another's save.
  ///
  /// @param change gets the newest contents; returns the contents to save, or empty for nothing to
  ///   save; they may share the mnemonic, which is wiped afterwards
  /// @return the header now stored
  /// @throws WalletException `vault-changed` when the password was changed elsewhere
  Header advance(VaultKeys keys, Function<Contents, Optional<Contents>> change) {
    return new WriteLock(around)
        .holding(() -> {
          VaultFile file = store.read();
          Header header = Header.parse(file.hdr());
          try (Contents now = open(file, header, keys)) {
            return change.apply(now).map(next -> save(header, keys, next)).orElse(header);
          }
        });
  }

  /// Writes the newest contents under new keys and a new lock, to the backup as well.
  ///
  /// @throws WalletException `vault-changed`
  void rekey(VaultKeys old, VaultKeys.Fresh fresh) {
    new WriteLock(around)
        .holding(() -> {
          VaultFile file = store.read();
          Header header = Header.parse(file.hdr());
          try (Contents now = open(file, header, old)) {
            save(header.with(fresh.lock()), fresh.keys(), now);
          }
          // the copy just kept still opens with the old password
          store.overwriteBackup(store.read());
          return header;
        });
  }

  /// Whether a stored generation is older than one seen before; told once.
  boolean isOlderThanSeen(Header header) {
    boolean older = around.seen().last(header.label().id()).orElse(0) > header.generation();
    around.seen().saw(header.label().id(), header.generation());
    return older;
  }

  private Header save(Header header, VaultKeys keys, Contents next) {
    Header following = header.next(around.nonce(), around.now());
    store.save(Sealed.seal(following, keys, next), bytes -> check(bytes, keys, next));
    around.seen().saw(following.label().id(), following.generation());
    return following;
  }

  private static Contents open(VaultFile file, Header header, VaultKeys keys) {
    if (!keys.authentic(file)) {
      throw new WalletException(
          "vault-changed", "another program changed the vault's password; unlock it again");
    }
    return Sealed.open(file, header, keys.data());
  }

  /// Opens written bytes again and compares.
  ///
  /// @throws WalletException `vault-write-failed`
  static void check(byte[] bytes, VaultKeys keys, Contents wanted) {
    VaultFile file = VaultFile.parse(bytes);
    Header header = Header.parse(file.hdr());
    try (Contents again = Sealed.open(file, header, keys.data())) {
      if (!keys.authentic(file) || !again.accounts().equals(wanted.accounts())) {
        throw new WalletException("vault-write-failed", "the written vault does not open again");
      }
    }
  }
}

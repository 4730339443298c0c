package io.belay.keystore.vault;

import io.belay.base.WalletException;

/// One vault file, locked. Reads the file anew for every call, since other processes may write it.
public final class Vault {
  private final Surroundings around;
  private final VaultStore store;
  private final String name;

  Vault(Surroundings around, String name) {
    this.around = around;
    this.store = new VaultStore(around, name);
    this.name = name;
  }

  /// What the file tells without a password.
  ///
  /// @throws WalletException `no-vault`, `vault-damaged` (the message tells whether a good copy is
  ///   beside it), `vault-newer`, `kdf-out-of-bounds`, `vault-unreadable`
  public VaultInfo info() {
    try {
      return read();
    } catch (WalletException e) {
      throw explained(e);
    }
  }

  private VaultInfo read() {
    return VaultInfo.of(Header.parse(store.read().hdr()), name, store.file());
  }

  private WalletException explained(WalletException e) {
    return e.code().equals("vault-damaged") && store.hasGoodCopy() ? Damage.withGoodCopy(e) : e;
  }

  /// Opens the vault. Runs the key derivation, so never on a UI thread; then derives every address
  /// again and compares. The password stays the caller's to close.
  ///
  /// @throws WalletException `wrong-password`, `kdf-needs-memory`, and as for [#info()]
  public Unlocked unlock(Password password) {
    try {
      VaultFile file = store.read();
      Header header = Header.parse(file.hdr());
      VaultKeys keys = VaultKeys.open(file, header.lock(), password, around.kdf());
      try {
        return Unlocked.open(new Generation(around, store), header, keys, file);
      } catch (WalletException e) {
        keys.close();
        throw e;
      }
    } catch (WalletException e) {
      throw explained(e);
    }
  }

  /// Sets another password, with a new data key and the cost that the `Vaults` was made with. The
  /// backup is written anew as well: the old password opens nothing that is left. Both passwords
  /// stay the caller's to close.
  ///
  /// @throws WalletException `wrong-password`, `vault-changed`, `old-backup-left` (changed, but the
  ///   backup could not be written anew), and as for every write
  public void changePassword(Password old, Password next) {
    VaultFile file = store.read();
    Header header = Header.parse(file.hdr());
    try (VaultKeys before = VaultKeys.open(file, header.lock(), old, around.kdf())) {
      VaultKeys.Fresh fresh = VaultKeys.fresh(next, around.cost(), around.kdf(), around.random());
      try (VaultKeys _ = fresh.keys()) {
        new Generation(around, store).rekey(before, fresh);
      }
    }
  }

  /// Checks form, checksum and bounds, without a password.
  ///
  /// @throws WalletException `no-vault`, `vault-unreadable`
  public Verification verify() {
    try {
      return new Verification.Sound(read(), false);
    } catch (WalletException e) {
      return broken(e);
    }
  }

  /// Checks everything: decrypts and derives every address again.
  ///
  /// @throws WalletException `wrong-password`, `kdf-needs-memory`, `no-vault`, `vault-unreadable`
  public Verification verify(Password password) {
    try (Unlocked _ = unlock(password)) {
      return new Verification.Sound(read(), true);
    } catch (WalletException e) {
      return broken(e);
    }
  }

  private Verification broken(WalletException e) {
    return switch (e.code()) {
      case "vault-damaged", "vault-newer", "kdf-out-of-bounds" ->
          new Verification.Broken(e.code(), e.text(), store.hasGoodCopy());
      default -> throw e;
    };
  }

  /// Puts the backup in the main file's place, on the user's word only; the file that was there
  /// stays beside it as `.damaged`. The backup is one generation old.
  ///
  /// @throws WalletException `no-vault`, `vault-damaged` when the backup is no better, and as for
  ///   every write
  public void restoreBackup() {
    if (!store.exists()) {
      throw new WalletException("no-vault", "there is no vault of this name");
    }
    new WriteLock(around)
        .holding(() -> {
          VaultFile backup = store.readBackup();
          Header header = Header.parse(backup.hdr());
          store.restore(backup);
          return header;
        });
  }

  @Override
  public String toString() {
    return "Vault[" + name + "]";
  }
}

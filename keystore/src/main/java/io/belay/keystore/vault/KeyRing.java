package io.belay.keystore.vault;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.keystore.hd.HdPath;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.hd.PublicKey;
import io.belay.keystore.hd.Seed;
import io.belay.keystore.secret.SecretBytes;
import java.util.HashMap;
import java.util.Map;

/// The secrets of an open vault: its mnemonic, the seed made of it, imported keys. Thread-safe;
/// wiped on close.
final class KeyRing implements AutoCloseable {
  private static final int MOST_RECENT = 4;

  private final Mnemonic mnemonic;
  private final Seed seed;
  private final Map<Address, SecretBytes> imported = new HashMap<>();

  // keys that signed of late: deriving one costs as much as a signature, and whoever can read this
  // memory can read the seed beside it. Few, as each takes a locked page.
  private final Map<HdPath, SecretBytes> recent = new HashMap<>();
  private boolean closed;

  /// Copies what the contents have.
  KeyRing(Contents contents) {
    this.mnemonic = contents.mnemonic().copy();
    this.seed = mnemonic.seed();
    contents.keys().forEach((address, key) -> imported.put(address, key.copy()));
  }

  /// Derives every address again.
  ///
  /// @throws WalletException `vault-damaged` where one belongs to another key
  void check(Contents contents) {
    for (VaultAccount account : contents.accounts()) {
      try (SecretBytes key = freshKey(account)) {
        if (!key.use(PublicKey::address).equals(account.ref().address())) {
          throw Damage.damaged("an address does not belong to its key");
        }
      }
    }
  }

  /// A copy of an account's private key; the caller closes it.
  SecretBytes key(VaultAccount account) {
    return account
        .path()
        .map(this::recentKey)
        .orElseGet(() -> importedKey(account.ref().address()));
  }

  private SecretBytes freshKey(VaultAccount account) {
    return account
        .path()
        .map(seed::privateKey)
        .orElseGet(() -> importedKey(account.ref().address()));
  }

  private synchronized SecretBytes recentKey(HdPath path) {
    checkOpen();
    if (!recent.containsKey(path) && recent.size() == MOST_RECENT) {
      forgetRecent();
    }
    return recent.computeIfAbsent(path, seed::privateKey).copy();
  }

  private void forgetRecent() {
    recent.values().forEach(SecretBytes::close);
    recent.clear();
  }

  private void checkOpen() {
    if (closed) {
      throw new WalletException("secret-closed", "this secret was wiped");
    }
  }

  private synchronized SecretBytes importedKey(Address address) {
    SecretBytes key = imported.get(address);
    if (key == null) {
      throw new WalletException("unknown-account", "this vault has no key for it");
    }
    return key.copy();
  }

  /// Keeps a copy of a key.
  synchronized void learn(Address address, SecretBytes key) {
    checkOpen();
    imported.computeIfAbsent(address, a -> key.copy());
  }

  Address address(HdPath path) {
    return seed.address(path);
  }

  Mnemonic mnemonic() {
    return mnemonic.copy();
  }

  @Override
  public synchronized void close() {
    closed = true;
    forgetRecent();
    seed.close();
    mnemonic.close();
    imported.values().forEach(SecretBytes::close);
  }
}

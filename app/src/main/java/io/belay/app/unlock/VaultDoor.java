package io.belay.app.unlock;

import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.Signer;
import java.util.Arrays;
import java.util.List;

/// The vaults on this computer, as the window may use them. Both calls take about a second.
public interface VaultDoor {
  /// Names of the vaults.
  List<String> names();

  /// Opens a vault; the caller still owns, and wipes, the password.
  ///
  /// @throws io.belay.base.WalletException `wrong-password`, `vault-damaged`
  Opened unlock(String name, char[] password);

  /// Makes a vault with a new mnemonic and opens it; the caller still owns, and wipes, the
  /// password.
  ///
  /// @param words 12 or 24
  /// @throws io.belay.base.WalletException `vault-exists`, `password-empty`, `disk-full`
  Created create(String name, char[] password, int words);

  /// A vault that is open; closing locks it.
  interface Opened extends AutoCloseable {
    /// Its name.
    String name();

    /// Its accounts in order of making.
    State<List<AccountEntry>> accounts();

    /// Makes the next account.
    AccountEntry newAccount(String name);

    /// Signs for its accounts until it is locked.
    Signer signer();

    @Override
    void close();
  }

  /// A new vault and the words that restore it.
  ///
  /// @param words each in an array of its own; wiped by [#wipe]
  /// @param opened the vault
  record Created(List<char[]> words, Opened opened) {
    /// Copies the list, not the characters.
    public Created {
      words = List.copyOf(words);
    }

    /// Overwrites the words.
    public void wipe() {
      words.forEach(word -> Arrays.fill(word, ' '));
    }

    @Override
    public String toString() {
      return "Created[" + words.size() + " words, redacted]";
    }
  }
}

package io.belay.app.unlock;

import io.belay.base.Address;
import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.AccountActivity;
import io.belay.keystore.AccountRef;
import io.belay.keystore.Signer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;

/// The vaults on this computer, as the window may use them. Whatever takes a password takes about a
/// second.
public interface VaultDoor {
  /// Names of the vaults, as they were read last; asks nobody.
  List<String> names();

  /// Reads the names again. May block.
  ///
  /// @throws io.belay.base.WalletException `vault-unreadable`
  default List<String> reload() {
    return names();
  }

  /// Opens a vault; the caller still owns, and wipes, the password.
  ///
  /// @throws io.belay.base.WalletException `wrong-password`, `vault-damaged`
  Opened unlock(String name, char[] password);

  /// Whether a damaged vault has a good copy beside it.
  boolean hasGoodCopy(String name);

  /// Puts the good copy in the place of a damaged vault, which stays beside it.
  ///
  /// @throws io.belay.base.WalletException `vault-damaged` where the copy is no better, `disk-full`
  void useCopy(String name);

  /// Makes a vault with a new mnemonic and opens it; the caller still owns, and wipes, the
  /// password.
  ///
  /// @param words 12 or 24
  /// @throws io.belay.base.WalletException `vault-exists`, `password-empty`, `disk-full`
  Created create(String name, char[] password, int words);

  /// Makes a vault of words that the user has and opens it; the caller still owns, and wipes, all
  /// characters. An interrupt before the vault is written leaves none behind.
  ///
  /// @param passphrase of the words (BIP-39); empty for none
  /// @throws io.belay.base.WalletException `bad-mnemonic`, `which-language`, and as for [#create]
  Opened restore(String name, char[] password, char[] words, char[] passphrase);

  /// Opens a backup of everything; the caller still owns, and wipes, the password. Writes nothing.
  ///
  /// @throws io.belay.base.WalletException `data-exists` where vaults or accounts are here already,
  ///   `wrong-password`, `backup-unreadable`, `backup-damaged`, `backup-newer`,
  ///   `kdf-out-of-bounds`, `kdf-needs-memory`
  Restorable openBackup(Path file, char[] password);

  /// A backup that its password has opened.
  interface Restorable {
    /// Brings in everything that is in it; each vault keeps its password.
    ///
    /// @throws io.belay.base.WalletException `data-exists`, `data-newer`, `restore-failed`,
    ///   `vault-damaged`, `disk-full`
    void restore();
  }

  /// A vault that is open; closing locks it.
  interface Opened extends AutoCloseable {
    /// Its name.
    String name();

    /// Its accounts in order of making.
    State<List<AccountEntry>> accounts();

    /// What a person should know of this vault and of how its keys are kept, as stable codes:
    /// `rolled-back`, `cheap-guesses`, `swappable`, `on-heap`, `dumpable`; usually none.
    List<String> warnings();

    /// Makes the next account.
    AccountEntry newAccount(String name);

    /// Keeps a private key of another wallet; the caller still owns, and wipes, the characters.
    ///
    /// @throws io.belay.base.WalletException `bad-key`, `disk-full`
    AccountEntry importKey(char[] hex, String name);

    /// Keeps the key of a keystore file; takes seconds, and is cancelled by an interrupt. The
    /// caller still owns, and wipes, the password.
    ///
    /// @param progress hears how far it is, 0 to 1
    /// @throws io.belay.base.WalletException `wrong-password`, `bad-keystore`, `kdf-out-of-bounds`,
    ///   `keystore-address-differs`, `cancelled`
    AccountEntry importKeystore(Path file, char[] password, String name, DoubleConsumer progress);

    /// Lists an address whose key is not here.
    ///
    /// @throws io.belay.base.WalletException `account-exists`
    AccountEntry watch(Address address, String name);

    /// Adds the accounts of the mnemonic that were used before; asks for some sixty addresses, and
    /// is cancelled by an interrupt.
    ///
    /// @param looked hears how many addresses were looked at
    /// @throws io.belay.base.WalletException `no-way-to-chain`
    List<AccountEntry> discover(AccountActivity activity, IntConsumer looked)
        throws InterruptedException;

    /// Gives an account another name.
    ///
    /// @throws io.belay.base.WalletException `bad-name`
    void rename(AccountRef account, String name);

    /// Takes an account off the list, or puts it back; its key and its money stay where they are.
    void hide(AccountRef account, boolean hidden);

    /// The accounts that are off the list. May block.
    List<AccountEntry> hidden();

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

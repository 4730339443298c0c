package io.belay.app.accounts;

import io.belay.base.Address;
import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.AccountActivity;
import io.belay.keystore.AccountRef;
import io.belay.keystore.Signer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;

/// The accounts of the open vault.
public interface AccountDesk {
  /// The accounts in order of making.
  State<List<AccountEntry>> accounts();

  /// What a person should know of the vault and of how its keys are kept, as stable codes:
  /// `rolled-back`, `swappable`, `on-heap`, `dumpable`; usually none.
  List<String> warnings();

  /// Makes the next account.
  AccountEntry newAccount(String name);

  /// Keeps a private key of another wallet; the caller still owns, and wipes, the characters.
  ///
  /// @throws io.belay.base.WalletException `bad-key`, `disk-full`
  AccountEntry importKey(char[] hex, String name);

  /// Keeps the key of a keystore file; takes seconds, and is cancelled by an interrupt. The caller
  /// still owns, and wipes, the password.
  ///
  /// @param progress hears how far it is, 0 to 1
  /// @throws io.belay.base.WalletException `wrong-password`, `bad-keystore`, `kdf-out-of-bounds`,
  ///   `keystore-address-differs`, `cancelled`
  AccountEntry importKeystore(Path file, char[] password, String name, DoubleConsumer progress);

  /// Lists an address whose key is not here.
  ///
  /// @throws io.belay.base.WalletException `account-exists`
  AccountEntry watch(Address address, String name);

  /// Adds the accounts of the mnemonic that were used before; asks for some sixty addresses, and is
  /// cancelled by an interrupt.
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

  /// Signs for them until the vault is locked.
  Signer signer();

  /// Gives practice money, on a practice network.
  Optional<Faucet> faucet();
}

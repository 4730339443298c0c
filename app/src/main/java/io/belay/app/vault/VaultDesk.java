package io.belay.app.vault;

import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

/// What the vault page does with the open vault. Every call derives a key, so it takes a second or
/// more; all characters stay the caller's, who wipes them.
public interface VaultDesk {
  /// The vault's name.
  String name();

  /// The accounts.
  State<List<AccountEntry>> accounts();

  /// The recovery words, each in an array that the caller wipes.
  ///
  /// @throws io.belay.base.WalletException `wrong-password`
  List<char[]> words(char[] password);

  /// Gives the vault another password; it has to be unlocked again then.
  ///
  /// @throws io.belay.base.WalletException `wrong-password`, `disk-full`, `vault-changed`
  void changePassword(char[] old, char[] next);

  /// Writes an account's key to a new keystore file with a password of its own.
  ///
  /// @param progress hears how far it is, 0 to 1
  /// @return the file
  /// @throws io.belay.base.WalletException `wrong-password`, `file-exists`, `cancelled`
  Path exportKeystore(
      AccountEntry account,
      char[] password,
      char[] filePassword,
      Path folder,
      DoubleConsumer progress);

  /// Writes everything to a new encrypted file.
  ///
  /// @return the file
  /// @throws io.belay.base.WalletException `file-exists`, `file-not-written`
  Path backup(char[] password, Path folder);
}

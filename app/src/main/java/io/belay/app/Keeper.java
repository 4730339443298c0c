package io.belay.app;

import io.belay.app.cli.BackupFile;
import io.belay.app.cli.DataDirectory;
import io.belay.app.unlock.VaultDoor;
import io.belay.app.vault.VaultDesk;
import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.secret.SecretBytes;
import io.belay.keystore.v3.KeystoreExport;
import io.belay.keystore.v3.KeystorePassword;
import io.belay.keystore.v3.PrivateKey;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Unlocked;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/// The vault page's hands. What lets a key out asks for the password again.
///
/// @param cost of a new password; measured when one is set, not before
record Keeper(VaultDoor.Opened opened, DataDirectory data, Supplier<KdfCost> cost)
    implements VaultDesk {
  @Override
  public String name() {
    return opened.name();
  }

  @Override
  public State<List<AccountEntry>> accounts() {
    return opened.accounts();
  }

  @Override
  public List<char[]> words(char[] password) {
    try (Unlocked unlocked = unlock(password);
        Mnemonic mnemonic = unlocked.mnemonic()) {
      return mnemonic.words();
    }
  }

  private Unlocked unlock(char[] password) {
    try (Password typed = Password.of(password)) {
      return data.vaults(KdfCost.DEFAULT).open(name()).unlock(typed);
    }
  }

  @Override
  public void changePassword(char[] old, char[] next) {
    try (Password before = Password.of(old);
        Password after = Password.of(next)) {
      data.vaults(cost.get()).open(name()).changePassword(before, after);
    }
  }

  @Override
  public Path exportKeystore(
      AccountEntry account,
      char[] password,
      char[] filePassword,
      Path folder,
      DoubleConsumer progress) {
    KeystoreExport export = new KeystoreExport(data.random(), data.clock());
    Path file = folder.resolve(export.name(account.ref().address()));
    try (Unlocked unlocked = unlock(password);
        SecretBytes secret = unlocked.privateKey(account.ref());
        PrivateKey key = secret.use(PrivateKey::of);
        KeystorePassword own = KeystorePassword.of(filePassword)) {
      export.write(key, own, file, progress::accept);
      return file;
    }
  }

  @Override
  public Path backup(char[] password, Path folder) {
    String day = data.clock().instant().toString().substring(0, 10);
    Path file = folder.resolve("belay-" + day + ".backup");
    try (Password own = Password.of(password)) {
      BackupFile.make(data, cost.get(), file, own);
      return file;
    }
  }
}

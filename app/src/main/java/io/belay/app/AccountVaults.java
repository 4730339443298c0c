package io.belay.app;

import io.belay.app.cli.DataDirectory;
import io.belay.app.cli.OpenBackup;
import io.belay.app.unlock.VaultDoor;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.secret.ProcessGuard;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Unlocked;
import io.belay.keystore.vault.Vaults;
import io.belay.keystore.vault.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// The window's door to the vaults; accounts it learns are listed in the account book.
final class AccountVaults implements VaultDoor {
  private final DataDirectory data;
  private final Supplier<KdfCost> cost;
  private final boolean practice;
  private volatile List<String> names;

  /// Reads which vaults there are.
  ///
  /// @param cost of a new vault's password; measured when one is made, not before
  /// @param practice whether new vaults sign on the practice network only
  AccountVaults(DataDirectory data, Supplier<KdfCost> cost, boolean practice) {
    this.data = data;
    this.cost = cost;
    this.practice = practice;
    this.names = vaults().names();
  }

  private Vaults vaults() {
    return data.vaults(KdfCost.DEFAULT);
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public List<String> reload() {
    List<String> now = vaults().names();
    names = now;
    return now;
  }

  @Override
  public Opened unlock(String name, char[] password) {
    String guard = ProcessGuard.raise();
    try (Password typed = Password.of(password)) {
      return new OpenVault(name, vaults().open(name).unlock(typed), data.accounts(), guard);
    }
  }

  @Override
  public boolean hasGoodCopy(String name) {
    return vaults().verify(name) instanceof Verification.Broken broken && broken.goodCopy();
  }

  @Override
  public void useCopy(String name) {
    vaults().restoreBackup(name);
  }

  @Override
  public Created create(String name, char[] password, int words) {
    String guard = ProcessGuard.raise();
    try (Mnemonic mnemonic = Mnemonic.random(words, data.random())) {
      return new Created(mnemonic.words(), make(name, mnemonic, password, guard));
    }
  }

  @Override
  public Opened restore(String name, char[] password, char[] words, char[] passphrase) {
    String guard = ProcessGuard.raise();
    try (Mnemonic plain = Mnemonic.parse(words);
        Mnemonic mnemonic = plain.withPassphrase(passphrase)) {
      return make(name, mnemonic, password, guard);
    }
  }

  private Opened make(String name, Mnemonic mnemonic, char[] password, String guard) {
    String file = fileName(name);
    try (Password typed = Password.of(password)) {
      Unlocked unlocked =
          data.vaults(cost.get()).create(file, practice, mnemonic, typed).unlock(typed);
      return new OpenVault(file, unlocked, data.accounts(), guard);
    } finally {
      reload();
    }
  }

  /// A vault's name is its file's: lower case, hyphens for spaces; the rest the vaults refuse.
  static String fileName(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
  }

  @Override
  public Restorable openBackup(Path file, char[] password) {
    ProcessGuard.raise();
    try (Password typed = Password.of(password)) {
      OpenBackup backup = OpenBackup.read(data, file, typed);
      return () -> {
        backup.restore();
        reload();
      };
    }
  }
}

package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.core.store.AccountBook;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.AccountRef;
import io.belay.keystore.secret.ProcessGuard;
import io.belay.keystore.secret.Protection;
import io.belay.keystore.secret.SecretBytes;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Unlocked;
import io.belay.keystore.vault.Vault;
import io.belay.keystore.vault.VaultAccount;
import io.belay.keystore.vault.Vaults;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the vault that is meant, opens it, and lists its accounts in the account book.
final class Keyring {
  private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);

  private final Invocation invocation;

  Keyring(Invocation invocation) {
    this.invocation = invocation;
  }

  /// The vaults, for reading.
  private Vaults vaults() {
    return invocation.data().vaults(KdfCost.DEFAULT);
  }

  List<String> names() {
    return vaults().names();
  }

  /// The vault named by `--vault`; without it the only one, or `main`.
  ///
  /// @throws WalletException `no-vault`, `which-vault`, `vault-damaged`, …
  String chosen() {
    List<String> names = names();
    if (invocation.options().vault.isPresent()) {
      return invocation.options().vault.get();
    }
    if (names.isEmpty()) {
      throw new WalletException(
          "no-vault", "there is no vault yet; `belay vault create` makes one");
    }
    if (names.size() == 1) {
      return names.getFirst();
    }
    if (names.contains(Vaults.DEFAULT_NAME)) {
      return Vaults.DEFAULT_NAME;
    }
    throw new WalletException("which-vault", "there are several vaults: give --vault");
  }

  /// The vault that is meant, locked.
  Vault vault() {
    return vaults().open(chosen());
  }

  /// The vault that is meant, opened with its password.
  Unlocked unlock() {
    return unlock(chosen());
  }

  /// The vault that holds an account, opened with its password.
  Unlocked unlock(AccountRef account) {
    String name =
        vaults().list().stream()
            .filter(info -> info.id().equals(account.vault()))
            .map(info -> info.name())
            .findFirst()
            .orElseGet(this::chosen);
    return unlock(name);
  }

  private Unlocked unlock(String name) {
    Vault vault = vaults().open(name);
    try (Password password = invocation.passwords().ofVault(name)) {
      Unlocked unlocked = vault.unlock(password);
      tellProtection();
      if (unlocked.isRolledBack()) {
        invocation
            .out()
            .note(
                "this vault's file is older than the one used last: if you did not put an old copy"
                    + " back, find out who did");
      }
      if (unlocked.isBelowFloor()) {
        invocation
            .out()
            .note(
                "guesses at this vault's password are cheap by today's measure: `belay vault"
                    + " change-password` makes them dear, and the password may stay the same");
      }
      enlist(unlocked);
      return unlocked;
    }
  }

  private void tellProtection() {
    Protection protection = SecretBytes.protection();
    LOG.debug("memory of secrets: {}, dumpable: {}", protection, ProcessGuard.isDumpable());
    if (!protection.notice().isEmpty()) {
      invocation.out().note(protection.notice());
    }
  }

  /// What a vault says after unlocking wins over the list.
  void enlist(Unlocked unlocked) {
    List<VaultAccount> accounts = unlocked.accounts();
    for (int i = 0; i < accounts.size(); i++) {
      enlist(accounts.get(i), "Account " + (i + 1));
    }
  }

  AccountEntry enlist(VaultAccount account, String name) {
    AccountBook book = invocation.data().accounts();
    AccountEntry entry = new AccountEntry(account.ref(), name, account.pathText(), account.kind());
    book.add(entry);
    return entry;
  }
}

package io.belay.app;

import io.belay.app.unlock.VaultDoor;
import io.belay.base.WalletException;
import io.belay.core.state.State;
import io.belay.core.store.AccountBook;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.Signer;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Unlocked;
import io.belay.keystore.vault.VaultAccount;
import io.belay.keystore.vault.Vaults;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// The window's door to the vaults; accounts it learns are listed in the account book.
final class AccountVaults implements VaultDoor {
  private final Vaults vaults;
  private final AccountBook book;
  private final boolean practice;

  AccountVaults(Vaults vaults, AccountBook book, boolean practice) {
    this.vaults = vaults;
    this.book = book;
    this.practice = practice;
  }

  @Override
  public List<String> names() {
    return vaults.names();
  }

  @Override
  public Opened unlock(String name, char[] password) {
    try (Password typed = Password.of(password)) {
      return new Open(name, vaults.open(name).unlock(typed));
    }
  }

  @Override
  public Created create(String name, char[] password, int words) {
    try (Password typed = Password.of(password);
        Mnemonic mnemonic = Mnemonic.random(words, new SecureRandom())) {
      String file = fileName(name);
      Unlocked unlocked = vaults.create(file, practice, mnemonic, typed).unlock(typed);
      return new Created(mnemonic.words(), new Open(file, unlocked));
    }
  }

  /// A vault's name is its file's: lower case, hyphens for spaces; the rest the vaults refuse.
  static String fileName(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
  }

  private final class Open implements Opened {
    private final String name;
    private final Unlocked vault;
    private final State<List<AccountEntry>> accounts = new State<>(List.of());

    Open(String name, Unlocked vault) {
      this.name = name;
      this.vault = vault;
      for (VaultAccount account : vault.accounts()) {
        book.add(entry(account, defaultName(account)));
      }
      accounts.set(own());
    }

    private String defaultName(VaultAccount account) {
      return "Account " + (vault.accounts().indexOf(account) + 1);
    }

    private AccountEntry entry(VaultAccount account, String called) {
      return new AccountEntry(account.ref(), called, account.pathText(), account.kind());
    }

    private List<AccountEntry> own() {
      List<AccountEntry> own = new ArrayList<>(book.reload());
      if (vault.accounts().isEmpty()) {
        throw new WalletException("vault-damaged", "a vault without an account");
      }
      UUID id = vault.accounts().getFirst().ref().vault();
      own.removeIf(entry -> !entry.ref().vault().equals(id));
      return List.copyOf(own);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public State<List<AccountEntry>> accounts() {
      return accounts;
    }

    @Override
    public AccountEntry newAccount(String called) {
      AccountEntry made = entry(vault.newAccount(), called);
      book.add(made);
      accounts.set(own());
      return made;
    }

    @Override
    public Signer signer() {
      return vault;
    }

    @Override
    public void close() {
      vault.close();
    }
  }
}

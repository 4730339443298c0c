package io.belay.app;

import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.state.State;
import io.belay.core.store.AccountBook;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.AccountActivity;
import io.belay.keystore.AccountRef;
import io.belay.keystore.Signer;
import io.belay.keystore.hd.AccountDiscovery;
import io.belay.keystore.hd.AccountDiscovery.Found;
import io.belay.keystore.secret.SecretBytes;
import io.belay.keystore.v3.Keystore;
import io.belay.keystore.v3.KeystorePassword;
import io.belay.keystore.v3.PrivateKey;
import io.belay.keystore.vault.Unlocked;
import io.belay.keystore.vault.VaultAccount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;

/// An open vault as the window uses it; accounts it learns are listed in the account book.
final class OpenVault implements Opened {
  private final String name;
  private final Unlocked vault;
  private final AccountBook book;
  private final String guard;
  private final State<List<AccountEntry>> accounts = new State<>(List.of());

  /// @param guard what keeps other programs from being shut out of this one's memory, or blank
  OpenVault(String name, Unlocked vault, AccountBook book, String guard) {
    this.name = name;
    this.vault = vault;
    this.book = book;
    this.guard = guard;
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
    return own(book.reload());
  }

  private List<AccountEntry> own(List<AccountEntry> all) {
    List<AccountEntry> own = new ArrayList<>(all);
    if (vault.accounts().isEmpty()) {
      throw new WalletException("vault-damaged", "a vault without an account");
    }
    UUID id = vault.accounts().getFirst().ref().vault();
    own.removeIf(entry -> !entry.ref().vault().equals(id) && !entry.isWatched());
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
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (vault.isRolledBack()) {
      warnings.add("rolled-back");
    }
    if (vault.isBelowFloor()) {
      warnings.add("cheap-guesses");
    }
    switch (SecretBytes.protection()) {
      case SWAPPABLE -> warnings.add("swappable");
      case ON_HEAP -> warnings.add("on-heap");
      case LOCKED, UNTRIED -> {}
    }
    if (!guard.isEmpty()) {
      warnings.add("dumpable");
    }
    return List.copyOf(warnings);
  }

  @Override
  public AccountEntry newAccount(String called) {
    return listed(entry(vault.newAccount(), called));
  }

  private AccountEntry listed(AccountEntry made) {
    book.add(made);
    book.hide(made.ref(), false); // whoever adds what they had hidden wants to see it
    accounts.set(own());
    return made;
  }

  @Override
  public AccountEntry importKey(char[] hex, String called) {
    try (PrivateKey key = PrivateKey.parse(hex)) {
      return keep(key, called);
    }
  }

  @Override
  public AccountEntry importKeystore(
      Path file, char[] password, String called, DoubleConsumer progress) {
    try (KeystorePassword typed = KeystorePassword.of(password);
        PrivateKey key = Keystore.read(file).open(typed, progress::accept)) {
      return keep(key, called);
    }
  }

  @Override
  public List<AccountEntry> discover(AccountActivity activity, IntConsumer looked)
      throws InterruptedException {
    AtomicInteger count = new AtomicInteger();
    AccountDiscovery discovery = new AccountDiscovery(vault::address, activity);
    List<AccountEntry> found = new ArrayList<>();
    for (Found one : discovery.run(f -> looked.accept(count.incrementAndGet()))) {
      VaultAccount account = vault.newAccount(one.path());
      found.add(listed(entry(account, defaultName(account))));
    }
    return found;
  }

  private AccountEntry keep(PrivateKey key, String called) {
    try (SecretBytes secret = key.secret()) {
      return listed(entry(vault.importKey(secret), called));
    }
  }

  @Override
  public AccountEntry watch(Address address, String called) {
    if (own().stream().anyMatch(entry -> entry.ref().address().equals(address))) {
      throw new WalletException("account-exists", "this address is on the list already");
    }
    return listed(AccountEntry.watched(address, called));
  }

  @Override
  public void rename(AccountRef account, String called) {
    book.rename(account, called);
    accounts.set(own());
  }

  @Override
  public void hide(AccountRef account, boolean hidden) {
    book.hide(account, hidden);
    accounts.set(own());
  }

  @Override
  public List<AccountEntry> hidden() {
    return own(book.hidden());
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

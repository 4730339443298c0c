package io.belay.app.fake;

import io.belay.app.unlock.VaultDoor;
import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.AccountActivity;
import io.belay.keystore.AccountRef;
import io.belay.keystore.Signer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// A door with one vault whose password is `correct horse`.
public final class FakeVault implements VaultDoor {
  public static final Address SAVINGS = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
  public static final Address DAILY = Address.parse("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359");
  public static final String PASSWORD = "correct horse";

  private final List<String> names = new ArrayList<>(List.of("Main vault"));
  public int closed;

  /// Whether its file is damaged, with a good copy beside it.
  public boolean damaged;

  /// Accounts that are in it besides the two.
  public final List<AccountEntry> more = new ArrayList<>();

  /// What an opened vault warns of.
  public List<String> warnings = List.of();

  /// Who signs; nobody does unless a test says so.
  public Signer signer =
      (account, payload) -> {
        throw new WalletException("vault-locked", "the fake session never asks");
      };

  /// A door without any vault.
  public static FakeVault empty() {
    FakeVault door = new FakeVault();
    door.names.clear();
    return door;
  }

  public static AccountEntry entry(String name, Address address) {
    return new AccountEntry(
        new AccountRef(new UUID(1, 2), address), name, "m/44'/60'/0'/0/0", "hd");
  }

  @Override
  public List<String> names() {
    return List.copyOf(names);
  }

  @Override
  public Opened unlock(String name, char[] password) {
    if (damaged) {
      throw new WalletException("vault-damaged", "the vault is damaged");
    }
    if (!Arrays.equals(password, PASSWORD.toCharArray())) {
      throw new WalletException("wrong-password", "wrong password");
    }
    return new Open(name);
  }

  @Override
  public boolean hasGoodCopy(String name) {
    return damaged;
  }

  @Override
  public void useCopy(String name) {
    damaged = false;
  }

  @Override
  public Created create(String name, char[] password, int words) {
    names.add(name);
    List<char[]> list = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      list.add(("word" + (char) ('a' + i)).toCharArray());
    }
    return new Created(list, new Open(name));
  }

  @Override
  public Opened restore(String name, char[] password, char[] words, char[] passphrase) {
    if (new String(words).contains("wrong")) {
      throw new WalletException("bad-mnemonic", "word 1 is not in the English list");
    }
    names.add(name);
    return new Open(name);
  }

  @Override
  public Restorable openBackup(Path file, char[] password) {
    if (!names.isEmpty()) {
      throw new WalletException("data-exists", "there are vaults already");
    }
    if (!Arrays.equals(password, PASSWORD.toCharArray())) {
      throw new WalletException("wrong-password", "wrong password");
    }
    return () -> names.add("Old vault");
  }

  /// The vault, open.
  public final class Open implements Opened {
    private final String name;
    private final State<List<AccountEntry>> accounts =
        new State<>(
            Stream.concat(
                    Stream.of(entry("Savings", SAVINGS), entry("Daily", DAILY)), more.stream())
                .toList());
    private final List<AccountEntry> hidden = new ArrayList<>();

    private Open(String name) {
      this.name = name;
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
      return warnings;
    }

    @Override
    public AccountEntry newAccount(String label) {
      return add(entry(label, Address.parse("0xdbf03b407c01e7cd3cbea99509d93f8dddc8c6fb")));
    }

    @Override
    public AccountEntry importKey(char[] hex, String label) {
      if (hex.length != 64) {
        throw new WalletException("bad-key", "a private key is 64 hexadecimal digits");
      }
      return add(entry(label, Address.parse("0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf")));
    }

    @Override
    public AccountEntry importKeystore(
        Path file, char[] password, String label, DoubleConsumer progress) {
      progress.accept(0.5);
      if (!Arrays.equals(password, PASSWORD.toCharArray())) {
        throw new WalletException("wrong-password", "wrong password");
      }
      return add(entry(label, Address.parse("0x2B5AD5c4795c026514f8317c7a215E218DcCD6cF")));
    }

    @Override
    public AccountEntry watch(Address address, String label) {
      return add(AccountEntry.watched(address, label));
    }

    @Override
    public List<AccountEntry> discover(AccountActivity activity, IntConsumer looked) {
      looked.accept(1);
      return List.of();
    }

    private AccountEntry add(AccountEntry made) {
      accounts.update(old -> {
        List<AccountEntry> next = new ArrayList<>(old);
        next.add(made);
        return next;
      });
      return made;
    }

    @Override
    public void rename(AccountRef account, String label) {
      if (label.isBlank()) {
        throw new WalletException("bad-name", "a name has 1 to 60 characters");
      }
      accounts.update(old ->
          old.stream()
              .map(e ->
                  e.ref().equals(account)
                      ? new AccountEntry(e.ref(), label.strip(), e.path(), e.kind())
                      : e)
              .toList());
    }

    @Override
    public void hide(AccountRef account, boolean hide) {
      List<AccountEntry> from = hide ? accounts.get() : hidden;
      AccountEntry moved =
          from.stream().filter(e -> e.ref().equals(account)).findFirst().orElseThrow();
      if (hide) {
        hidden.add(moved);
        accounts.update(old -> old.stream().filter(e -> !e.equals(moved)).toList());
      } else {
        hidden.remove(moved);
        add(moved);
      }
    }

    @Override
    public List<AccountEntry> hidden() {
      return List.copyOf(hidden);
    }

    @Override
    public Signer signer() {
      return (account, payload) -> signer.sign(account, payload);
    }

    @Override
    public void close() {
      closed++;
    }
  }
}

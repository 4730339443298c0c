package io.belay.app.fake;

import io.belay.app.accounts.AccountDesk;
import io.belay.app.accounts.Faucet;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.base.Address;
import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.AccountActivity;
import io.belay.keystore.AccountRef;
import io.belay.keystore.Signer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;

/// A desk over an open fake vault; remembers whom the faucet paid.
public final class FakeDesk implements AccountDesk {
  public final List<Address> paid = new ArrayList<>();
  private final Opened vault;

  public FakeDesk(Opened vault) {
    this.vault = vault;
  }

  @Override
  public State<List<AccountEntry>> accounts() {
    return vault.accounts();
  }

  @Override
  public List<String> warnings() {
    return vault.warnings();
  }

  @Override
  public AccountEntry newAccount(String name) {
    return vault.newAccount(name);
  }

  @Override
  public AccountEntry importKey(char[] hex, String name) {
    return vault.importKey(hex, name);
  }

  @Override
  public AccountEntry importKeystore(
      Path file, char[] password, String name, DoubleConsumer progress) {
    return vault.importKeystore(file, password, name, progress);
  }

  @Override
  public AccountEntry watch(Address address, String name) {
    return vault.watch(address, name);
  }

  @Override
  public List<AccountEntry> discover(AccountActivity activity, IntConsumer looked)
      throws InterruptedException {
    return vault.discover(activity, looked);
  }

  @Override
  public void rename(AccountRef account, String name) {
    vault.rename(account, name);
  }

  @Override
  public void hide(AccountRef account, boolean hidden) {
    vault.hide(account, hidden);
  }

  @Override
  public List<AccountEntry> hidden() {
    return vault.hidden();
  }

  @Override
  public Signer signer() {
    return vault.signer();
  }

  @Override
  public Optional<Faucet> faucet() {
    return Optional.of(paid::add);
  }
}

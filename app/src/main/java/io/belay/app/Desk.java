package io.belay.app;

import io.belay.app.accounts.AccountDesk;
import io.belay.app.accounts.Faucet;
import io.belay.app.unlock.VaultDoor;
import io.belay.base.Address;
import io.belay.core.practice.PracticeNet;
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
import java.util.function.Supplier;

/// An open vault's accounts on the practice network, with its faucet.
record Desk(VaultDoor.Opened opened, Supplier<PracticeNet> practice) implements AccountDesk {
  @Override
  public State<List<AccountEntry>> accounts() {
    return opened.accounts();
  }

  @Override
  public List<String> warnings() {
    return opened.warnings();
  }

  @Override
  public AccountEntry newAccount(String name) {
    return opened.newAccount(name);
  }

  @Override
  public AccountEntry importKey(char[] hex, String name) {
    return opened.importKey(hex, name);
  }

  @Override
  public AccountEntry importKeystore(
      Path file, char[] password, String name, DoubleConsumer progress) {
    return opened.importKeystore(file, password, name, progress);
  }

  @Override
  public AccountEntry watch(Address address, String name) {
    return opened.watch(address, name);
  }

  @Override
  public List<AccountEntry> discover(AccountActivity activity, IntConsumer looked)
      throws InterruptedException {
    return opened.discover(activity, looked);
  }

  @Override
  public void rename(AccountRef account, String name) {
    opened.rename(account, name);
  }

  @Override
  public void hide(AccountRef account, boolean hidden) {
    opened.hide(account, hidden);
  }

  @Override
  public List<AccountEntry> hidden() {
    return opened.hidden();
  }

  @Override
  public Signer signer() {
    return opened.signer();
  }

  @Override
  public Optional<Faucet> faucet() {
    return Optional.of(to -> practice.get().faucet(to, Optional.empty()));
  }
}

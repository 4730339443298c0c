package io.belay.app.fake;

import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.app.vault.VaultDesk;
import io.belay.base.WalletException;
import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;

/// A vault page's hands that do nothing; the password is that of [FakeVault].
public record FakeKeeper(Opened opened) implements VaultDesk {
  @Override
  public String name() {
    return opened.name();
  }

  @Override
  public State<List<AccountEntry>> accounts() {
    return opened.accounts();
  }

  private static void check(char[] password) {
    if (!Arrays.equals(password, FakeVault.PASSWORD.toCharArray())) {
      throw new WalletException("wrong-password", "wrong password");
    }
  }

  @Override
  public List<char[]> words(char[] password) {
    check(password);
    return List.of("climb".toCharArray(), "rope".toCharArray());
  }

  @Override
  public void changePassword(char[] old, char[] next) {
    check(old);
  }

  @Override
  public Path exportKeystore(
      AccountEntry account,
      char[] password,
      char[] filePassword,
      Path folder,
      DoubleConsumer progress) {
    check(password);
    progress.accept(1);
    return folder.resolve("keystore");
  }

  @Override
  public Path backup(char[] password, Path folder) {
    return folder.resolve("backup");
  }
}

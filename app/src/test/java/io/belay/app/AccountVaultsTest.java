package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.app.unlock.VaultDoor;
import io.belay.base.WalletException;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.vault.KdfCost;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountVaultsTest {
  private static final char[] PASSWORD = "practice password".toCharArray();
  private static final KdfCost CHEAP = new KdfCost(16 * 1024, 1, 1);

  @TempDir Path directory;
  private Wiring data;
  private AccountVaults door;

  @BeforeEach
  void open() {
    data = new Wiring(directory);
    door = new AccountVaults(data, () -> CHEAP, true);
  }

  @AfterEach
  void close() {
    data.close();
  }

  @Test
  void aNewVaultTellsItsWordsAndListsItsFirstAccount() {
    VaultDoor.Created created = door.create("Main vault", PASSWORD, 12);

    assertThat(created.words()).hasSize(12);
    assertThat(created.opened().accounts().get())
        .extracting(AccountEntry::name)
        .containsExactly("Account 1");
    assertThat(door.names()).containsExactly("main-vault");
    created.opened().close();
  }

  @Test
  void accountsAndTheirNamesAreThereAfterUnlockingAgain() {
    VaultDoor.Opened first = door.create("main", PASSWORD, 12).opened();
    AccountEntry savings = first.newAccount("Savings");
    first.close();

    VaultDoor.Opened again = door.unlock("main", PASSWORD);

    assertThat(again.accounts().get()).hasSize(2).contains(savings);
    again.close();
  }

  @Test
  void accountsOfAnotherVaultAreNotShown() {
    door.create("one", PASSWORD, 12).opened().close();
    VaultDoor.Opened two = door.create("two", PASSWORD, 12).opened();

    assertThat(two.accounts().get()).hasSize(1);
    two.close();
  }

  @Test
  void aWrongPasswordOpensNothing() {
    door.create("main", PASSWORD, 12).opened().close();

    assertThatThrownBy(() -> door.unlock("main", "another password".toCharArray()))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo("wrong-password");
  }
}

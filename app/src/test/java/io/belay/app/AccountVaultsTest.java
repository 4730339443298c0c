package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.app.unlock.VaultDoor;
import io.belay.base.WalletException;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.vault.KdfCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountVaultsTest {
  private static final char[] PASSWORD = "practice password".toCharArray();
  private static final char[] OWN = "of the backup".toCharArray();
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
    assertThat(again.warnings()).contains("cheap-guesses"); // the cost of tests
    again.close();
  }

  @Test
  void anOldCopyOfTheVaultThatWasPutBackIsTold() throws IOException {
    VaultDoor.Opened first = door.create("main", PASSWORD, 12).opened();
    Path file = directory.resolve("vaults/main.vault");
    byte[] old = Files.readAllBytes(file);
    first.newAccount("Savings");
    first.close();
    Files.write(file, old);

    VaultDoor.Opened again = door.unlock("main", PASSWORD);

    assertThat(again.warnings()).contains("rolled-back");
    again.close();
  }

  @Test
  void anAccountIsRenamedAndHiddenAndLosesNothing() {
    VaultDoor.Opened vault = door.create("main", PASSWORD, 12).opened();
    AccountEntry savings = vault.newAccount("Savings");
    vault.rename(savings.ref(), "Rainy days");
    assertThat(vault.accounts().get())
        .extracting(AccountEntry::name)
        .containsExactly("Account 1", "Rainy days");

    vault.hide(savings.ref(), true);
    assertThat(vault.accounts().get()).hasSize(1);
    assertThat(vault.hidden()).extracting(AccountEntry::name).containsExactly("Rainy days");
    vault.close();

    VaultDoor.Opened again = door.unlock("main", PASSWORD);
    assertThat(again.accounts().get()).hasSize(1);
    again.hide(savings.ref(), false);
    assertThat(again.accounts().get()).hasSize(2);
    assertThat(again.hidden()).isEmpty();
    again.close();
  }

  @Test
  void whoAddsWhatTheyHadHiddenSeesItAgain() {
    VaultDoor.Opened vault = door.create("main", PASSWORD, 12).opened();
    AccountEntry hers =
        vault.watch(io.belay.base.Address.parse("0x" + "00".repeat(19) + "0a"), "Hers");
    vault.hide(hers.ref(), true);
    vault.watch(hers.ref().address(), "Hers");
    assertThat(vault.accounts().get()).contains(hers);
    vault.close();
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

  @Test
  void restoringThatIsStoppedBeforeItsVaultIsWrittenLeavesNone() {
    char[] words = "test test test test test test test test test test test junk".toCharArray();
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> door.restore("main", PASSWORD, words, new char[0]))
          .isInstanceOf(WalletException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(directory.resolve("vaults")).isDirectoryNotContaining("glob:**.vault*");

    VaultDoor.Opened again = door.restore("main", PASSWORD, words, new char[0]);
    assertThat(again.accounts().get().getFirst().ref().address())
        .hasToString("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    again.close();
  }

  @Test
  void aBackupIsRefusedWhereSomethingIsAndChangesNothingBeforeItsPasswordFits() throws IOException {
    door.create("main", PASSWORD, 12).opened().close();
    Path backup =
        new Keeper(door.unlock("main", PASSWORD), data, () -> CHEAP).backup(OWN, directory);
    refused(door, backup, OWN, "data-exists");
    try (Wiring empty = new Wiring(directory.resolve("empty"))) {
      AccountVaults there = new AccountVaults(empty, () -> CHEAP, true);
      refused(there, backup, PASSWORD, "wrong-password");
      refused(there, directory.resolve("nowhere"), OWN, "backup-unreadable");
      refused(there, directory, OWN, "backup-unreadable");
      refused(there, Files.writeString(directory.resolve("text"), "{}"), OWN, "backup-damaged");
      refused(there, directory.resolve("vaults/main.vault"), PASSWORD, "backup-damaged");
      VaultDoor.Restorable opened = there.openBackup(backup, OWN);
      assertThat(there.names()).isEmpty();
      assertThat(empty.accounts().entries().get()).isEmpty();

      opened.restore();
      assertThat(there.names()).containsExactly("main");
      assertThat(empty.accounts().entries().get()).isEqualTo(data.accounts().entries().get());
      there.unlock("main", PASSWORD).close();
      assertThatThrownBy(opened::restore).extracting("code").isEqualTo("data-exists");
    }
  }

  private static void refused(AccountVaults at, Path file, char[] password, String code) {
    assertThatThrownBy(() -> at.openBackup(file, password)).extracting("code").isEqualTo(code);
  }
}

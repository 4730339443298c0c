package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.keystore.hd.HdPath;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.secret.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {
  @TempDir Path temp;
  private Fixture fixture = new Fixture(Path.of("unused"));

  @BeforeEach
  void start() {
    fixture = new Fixture(temp);
  }

  @Test
  void opensWithTheRealDerivation() {
    Vaults vaults =
        new Vaults(temp, Fixture.LOWEST, new SecureRandom(), InstantSource.fixed(Fixture.NOW));
    try (Mnemonic words = Mnemonic.random(24, new SecureRandom());
        Mnemonic full = words.withPassphrase("pass".toCharArray());
        Password password = Fixture.password("pässword")) {
      Vault vault = vaults.create("deep-1", false, full, password);
      try (Unlocked unlocked = vault.unlock(password);
          Mnemonic shown = unlocked.mnemonic();
          SecretBytes phrase = shown.passphrase().orElseThrow()) {
        assertThat(text(shown)).isEqualTo(text(full));
        assertThat(phrase.<byte[]>use(byte[]::clone)).containsExactly('p', 'a', 's', 's');
      }
      try (Password wrong = Fixture.password("passwort")) {
        assertThatThrownBy(() -> vault.unlock(wrong))
            .extracting("code")
            .isEqualTo("wrong-password");
      }
    }
  }

  @Test
  void newVaultHasTheFirstAccount() {
    fixture.create();
    try (Unlocked unlocked = fixture.unlock()) {
      VaultAccount first = unlocked.accounts().getFirst();
      assertThat(first.path()).contains(HdPath.ethereum(0));
      assertThat(first.ref().address().toString()).isEqualTo(Fixture.FIRST_ADDRESS);
      assertThat(first.ref().vault()).isEqualTo(fixture.vaults.open("main").info().id());
    }
  }

  @Test
  void tellsAboutItselfWithoutPassword() {
    fixture.create("b", true);
    fixture.create("a", false);
    List<VaultInfo> infos = fixture.vaults.list();
    assertThat(infos).extracting(VaultInfo::name).containsExactly("a", "b");
    assertThat(infos).extracting(VaultInfo::practice).containsExactly(false, true);
    VaultInfo info = infos.getFirst();
    assertThat(info.generation()).isEqualTo(1);
    assertThat(info.cost()).isEqualTo(Fixture.LOWEST);
    assertThat(info.created()).hasToString("2026-11-25T03:00:00.123Z");
    assertThat(info.id().version()).isEqualTo(4);
    assertThat(fixture.vaults.exists("a")).isTrue();
    assertThat(fixture.vaults.exists("c")).isFalse();
  }

  @Test
  void newAccountsCountUpAndStay() {
    fixture.create();
    try (Unlocked unlocked = fixture.unlock()) {
      assertThat(unlocked.newAccount().path()).contains(HdPath.ethereum(1));
      HdPath ledger = HdPath.parse("m/44'/60'/5'/0/0");
      VaultAccount custom = unlocked.newAccount(ledger);
      assertThat(unlocked.newAccount(ledger)).isEqualTo(custom);
      assertThat(unlocked.newAccount().path()).contains(HdPath.ethereum(2));
    }
    try (Unlocked again = fixture.unlock()) {
      assertThat(again.accounts()).hasSize(4);
      assertThat(fixture.vaults.open("main").info().generation()).isEqualTo(4);
    }
  }

  @Test
  void twoUnlockedCopiesDoNotUndoEachOther() {
    fixture.create();
    try (Unlocked one = fixture.unlock();
        Unlocked other = fixture.unlock()) {
      one.newAccount();
      assertThat(other.newAccount().path()).contains(HdPath.ethereum(2));
      assertThat(other.accounts()).hasSize(3);
    }
  }

  @Test
  void lockedVaultRefusesEverything() {
    fixture.create();
    Unlocked unlocked = fixture.unlock();
    unlocked.close();
    unlocked.close();
    assertThat(unlocked.isLocked()).isTrue();
    assertThatThrownBy(unlocked::accounts).extracting("code").isEqualTo("vault-locked");
    assertThatThrownBy(unlocked::mnemonic).extracting("code").isEqualTo("vault-locked");
    assertThatThrownBy(unlocked::newAccount).extracting("code").isEqualTo("vault-locked");
  }

  @Test
  void oldPasswordOpensNeitherFileNorBackup() throws IOException {
    Vault vault = fixture.create();
    byte[] before = fixture.bytes();
    try (Password old = Fixture.password("correct horse");
        Password next = Fixture.password("battery staple")) {
      vault.changePassword(old, next);
      assertThatThrownBy(() -> vault.unlock(old)).extracting("code").isEqualTo("wrong-password");
      vault.unlock(next).close();
      assertThat(Files.readAllBytes(fixture.beside(".bak"))).isEqualTo(fixture.bytes());
      assertThat(fixture.bytes()).isNotEqualTo(before);
      assertThat(vault.info().generation()).isEqualTo(2);
    }
  }

  @Test
  void changePasswordNeedsTheOldOne() throws IOException {
    Vault vault = fixture.create();
    byte[] before = fixture.bytes();
    try (Password wrong = Fixture.password("wrong");
        Password next = Fixture.password("next")) {
      assertThatThrownBy(() -> vault.changePassword(wrong, next))
          .extracting("code")
          .isEqualTo("wrong-password");
    }
    assertThat(fixture.bytes()).isEqualTo(before);
  }

  @Test
  void aSaveAfterAPasswordChangeElsewhereIsRefused() {
    Vault vault = fixture.create();
    try (Unlocked unlocked = fixture.unlock();
        Password old = Fixture.password("correct horse");
        Password next = Fixture.password("next")) {
      vault.changePassword(old, next);
      assertThatThrownBy(unlocked::newAccount).extracting("code").isEqualTo("vault-changed");
      assertThat(unlocked.accounts()).hasSize(1);
    }
  }

  @Test
  void verifiesWithAndWithoutPassword() {
    Vault vault = fixture.create();
    fixture.derivations.set(0);
    assertThat(vault.verify())
        .isInstanceOfSatisfying(
            Verification.Sound.class, sound -> assertThat(sound.complete()).isFalse());
    assertThat(fixture.derivations).hasValue(0);
    try (Password password = Fixture.password("correct horse")) {
      assertThat(vault.verify(password))
          .isInstanceOfSatisfying(
              Verification.Sound.class, sound -> assertThat(sound.complete()).isTrue());
    }
    try (Password wrong = Fixture.password("wrong")) {
      assertThatThrownBy(() -> vault.verify(wrong)).extracting("code").isEqualTo("wrong-password");
    }
  }

  @Test
  void refusesASecondVaultOfTheSameName() throws IOException {
    fixture.create();
    assertThatThrownBy(fixture::create).extracting("code").isEqualTo("vault-exists");
    Files.move(fixture.file(), fixture.beside(".bak"));
    assertThatThrownBy(fixture::create).extracting("code").isEqualTo("vault-exists");
  }

  @Test
  void refusesToOpenWhatIsNotThere() {
    assertThatThrownBy(() -> fixture.vaults.open("none")).extracting("code").isEqualTo("no-vault");
    assertThatThrownBy(() -> fixture.vaults.restoreBackup("none"))
        .extracting("code")
        .isEqualTo("no-vault");
    assertThat(fixture.vaults.list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a.b", "../a", "a/b", "ä", "a b"})
  void refusesNamesThatAreNoFileNames(String name) {
    assertThatThrownBy(() -> fixture.vaults.open(name))
        .extracting("code")
        .isEqualTo("bad-vault-name");
  }

  @Test
  void sizeTellsNoNumberOfAccounts() throws IOException {
    fixture.create();
    int before = fixture.bytes().length;
    try (Unlocked unlocked = fixture.unlock()) {
      for (int i = 0; i < 8; i++) {
        unlocked.newAccount();
      }
    }
    assertThat(fixture.bytes()).hasSize(before);
  }

  @Test
  void noTextShowsASecret() throws IOException {
    Vault vault = fixture.create();
    StringBuilder shown = new StringBuilder();
    try (Unlocked unlocked = fixture.unlock();
        Mnemonic mnemonic = unlocked.mnemonic();
        Password password = Fixture.password("sentinel-7f3a");
        Password _ = Fixture.password("other")) {
      shown.append(unlocked).append(mnemonic).append(password).append(vault).append(vault.info());
      try {
        vault.unlock(password);
      } catch (io.belay.base.WalletException e) {
        java.io.StringWriter trace = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(trace));
        shown.append(trace);
      }
    }
    shown.append(new String(fixture.bytes(), StandardCharsets.US_ASCII));
    assertThat(shown).contains("does not open this vault").doesNotContain("sentinel");
    assertThat(shown).doesNotContain("junk").doesNotContain("correct horse");
    try (var files = Files.list(fixture.directory)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("main.vault", "vault.lock");
    }
  }

  private static String text(Mnemonic mnemonic) {
    StringBuilder out = new StringBuilder();
    mnemonic.writeTo(out);
    return out.toString();
  }

  @Test
  void aVaultBelowTodaysFloorOpensIsToldAndTheSamePasswordSetAnewLiftsIt() {
    fixture.create();
    Vaults today = new Vaults(fixture.around(java.time.Duration.ZERO)).costing(KdfCost.FLOOR);
    try (Password password = Fixture.password("correct horse")) {
      try (Unlocked unlocked = fixture.unlock()) {
        assertThat(unlocked.isBelowFloor()).isTrue();
      }
      today.open("main").changePassword(password, password);
      assertThat(today.open("main").info().cost()).isEqualTo(KdfCost.FLOOR);
      try (Unlocked unlocked = fixture.unlock()) {
        assertThat(unlocked.isBelowFloor()).isFalse();
      }
    }
  }

  @Test
  void anOldCopyPutBackIsToldOnce() throws IOException {
    fixture.create();
    byte[] old = fixture.bytes();
    try (Unlocked unlocked = fixture.unlock()) {
      assertThat(unlocked.isRolledBack()).isFalse();
      unlocked.newAccount();
    }
    try (Unlocked unlocked = fixture.unlock()) {
      assertThat(unlocked.isRolledBack()).isFalse();
    }
    fixture.overwrite(old);
    try (Unlocked unlocked = fixture.unlock()) {
      assertThat(unlocked.isRolledBack()).isTrue();
      assertThat(unlocked.accounts()).hasSize(1);
    }
    try (Unlocked unlocked = fixture.unlock()) {
      assertThat(unlocked.isRolledBack()).isFalse();
    }
  }
}

package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.keystore.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultWriteTest {
  @TempDir Path temp;
  private Fixture fixture = new Fixture(Path.of("unused"));

  @BeforeEach
  void start() {
    fixture = new Fixture(temp);
  }

  @Test
  void savesInTheOrderThatSurvivesAPowerCut() {
    fixture.create();
    try (Unlocked unlocked = fixture.unlock()) {
      fixture.disk.failAt(Integer.MAX_VALUE, "");
      unlocked.newAccount();
    }
    assertThat(fixture.disk.steps)
        .containsExactly(
            "write main.vault.tmp",
            "force main.vault.tmp",
            "write main.vault.bak.tmp",
            "force main.vault.bak.tmp",
            "rename main.vault.bak",
            "force directory",
            "rename main.vault",
            "force directory");
  }

  @Test
  void aFailureAtAnyStepLeavesAVaultThatOpens() throws IOException {
    fixture.create();
    int cases = 0;
    for (int at = 0; at < 8; at++) {
      byte[] before = fixture.bytes();
      try (Unlocked unlocked = fixture.unlock()) {
        int accounts = unlocked.accounts().size();
        fixture.disk.failAt(at, "Input/output error");
        assertThatThrownBy(unlocked::newAccount).extracting("code").isEqualTo("vault-write-failed");
        assertThat(unlocked.accounts()).hasSize(accounts);
        // once renamed the new file is there; only its entry may not be on the medium yet
        if (at < 7) {
          assertThat(fixture.bytes()).isEqualTo(before);
        }
      }
      fixture.disk.failAt(Integer.MAX_VALUE, "");
      fixture.unlockAndLock();
      cases++;
    }
    Vectors.count("failing steps of a save", cases);
  }

  @Test
  void aFullDiskIsToldAsSuch() throws IOException {
    fixture.create();
    byte[] before = fixture.bytes();
    for (int at = 0; at < 3; at++) {
      try (Unlocked unlocked = fixture.unlock()) {
        fixture.disk.failAt(at, "No space left on device");
        assertThatThrownBy(unlocked::newAccount).extracting("code").isEqualTo("disk-full");
      }
    }
    assertThat(fixture.bytes()).isEqualTo(before);
    assertThat(fixture.beside(".tmp")).doesNotExist();
  }

  @Test
  void aFailedPasswordChangeKeepsTheOldPassword() {
    Vault vault = fixture.create();
    try (Password old = Fixture.password("correct horse");
        Password next = Fixture.password("next")) {
      fixture.disk.failAt(6, "Input/output error");
      assertThatThrownBy(() -> vault.changePassword(old, next))
          .extracting("code")
          .isEqualTo("vault-write-failed");
      vault.unlock(old).close();
    }
  }

  @Test
  void aPasswordChangeTellsWhenTheOldBackupIsLeft() {
    Vault vault = fixture.create();
    try (Password old = Fixture.password("correct horse");
        Password next = Fixture.password("next")) {
      fixture.disk.failAt(8, "Input/output error");
      assertThatThrownBy(() -> vault.changePassword(old, next))
          .extracting("code")
          .isEqualTo("old-backup-left");
      vault.unlock(next).close();
    }
  }

  @Test
  void aFailedCreationLeavesNoVault() {
    fixture.disk.failAt(1, "No space left on device");
    assertThatThrownBy(fixture::create).extracting("code").isEqualTo("disk-full");
    assertThat(fixture.vaults.exists("main")).isFalse();
    fixture.disk.failAt(Integer.MAX_VALUE, "");
    fixture.create();
  }

  @Test
  void everyFileIsForTheOwnerOnly() throws IOException {
    fixture.create();
    try (Unlocked unlocked = fixture.unlock()) {
      unlocked.newAccount();
    }
    assertThat(permissions(fixture.directory)).isEqualTo("rwx------");
    for (Path file :
        List.of(fixture.file(), fixture.beside(".bak"), fixture.directory.resolve("vault.lock"))) {
      assertThat(permissions(file)).isEqualTo("rw-------");
    }
  }

  @Test
  void aWideDirectoryIsTightened() throws IOException {
    Files.createDirectory(fixture.directory);
    Files.setPosixFilePermissions(fixture.directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    fixture.create();
    assertThat(permissions(fixture.directory)).isEqualTo("rwx------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aLinkInTheTemporaryFilesPlaceIsNotFollowed() throws IOException {
    Files.createDirectory(fixture.directory);
    Path victim = Files.writeString(temp.resolve("victim"), "mine");
    Files.createSymbolicLink(fixture.beside(".tmp"), victim);
    fixture.create();
    assertThat(victim).hasContent("mine");
    assertThat(Files.isRegularFile(fixture.file(), LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  @Test
  void aLinkInTheVaultsPlaceIsReplacedAndWhatItLedToKept() throws IOException {
    fixture.create();
    byte[] before = fixture.bytes();
    Path elsewhere = Files.move(fixture.file(), temp.resolve("elsewhere"));
    Files.createSymbolicLink(fixture.file(), elsewhere);
    try (Unlocked unlocked = fixture.unlock()) {
      unlocked.newAccount();
    }
    assertThat(Files.isRegularFile(fixture.file(), LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(elsewhere).hasBinaryContent(before);
    fixture.unlockAndLock();
  }

  @Test
  void aLockHeldByAnotherThreadIsWaitedForThenRefused() {
    fixture.create();
    WriteLock other = new WriteLock(fixture.around(Duration.ZERO));
    try (Unlocked unlocked = fixture.unlock()) {
      String code =
          other.holding(() -> {
            assertThatThrownBy(unlocked::newAccount).extracting("code").isEqualTo("vault-in-use");
            return "held";
          });
      assertThat(code).isEqualTo("held");
      assertThat(unlocked.newAccount().path().orElseThrow().toString()).endsWith("/1");
    }
  }

  @Test
  void fourThreadsAddAccountsWithoutLosingOne() throws InterruptedException {
    fixture.create();
    Vault patient = new Vault(fixture.around(Duration.ofSeconds(20)), "main");
    try (Password password = Fixture.password("correct horse");
        Unlocked unlocked = patient.unlock(password)) {
      List<Thread> threads =
          java.util.stream.IntStream.range(0, 4)
              .mapToObj(i ->
                  Thread.ofVirtual()
                      .start(() -> {
                        for (int n = 0; n < 5; n++) {
                          unlocked.newAccount();
                        }
                      }))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(unlocked.accounts()).hasSize(21).doesNotHaveDuplicates();
    }
  }
}

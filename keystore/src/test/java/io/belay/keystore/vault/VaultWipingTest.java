package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import io.belay.keystore.AccountRef;
import io.belay.keystore.SigningPayload;
import io.belay.keystore.hd.HdPath;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.secret.LockedPages;
import io.belay.keystore.secret.SecretBytes;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every secret that the vault opens is closed again, on the good way and on the bad ones.
class VaultWipingTest {
  @TempDir Path temp;
  private Fixture fixture = new Fixture(Path.of("unused"));
  private int made;

  @BeforeEach
  void create() {
    fixture = new Fixture(temp);
    fixture.create();
  }

  private static void refused(String code, Runnable work) {
    assertThatThrownBy(work::run).extracting("code").isEqualTo(code);
  }

  @Test
  void afterCreating() throws Exception {
    LockedPages.assertNoneLeft(() -> fixture.create("v" + made++, false));
  }

  @Test
  void afterUnlockingAndLocking() throws Exception {
    LockedPages.assertNoneLeft(fixture::unlockAndLock);
  }

  @Test
  void afterSigningForMoreAccountsThanAreKept() throws Exception {
    SigningPayload payload = SigningPayload.PersonalMessage.of("hello");
    LockedPages.assertNoneLeft(() -> {
      try (Unlocked unlocked = fixture.unlock()) {
        for (int i = 0; i < 6; i++) {
          VaultAccount account = unlocked.newAccount(HdPath.ethereum(i));
          unlocked.sign(account.ref(), payload);
        }
      }
    });
  }

  @Test
  void whileOpenFewKeysAreKept() throws Exception {
    SigningPayload payload = SigningPayload.PersonalMessage.of("hello");
    try (Unlocked unlocked = fixture.unlock()) {
      for (int i = 0; i < 8; i++) {
        unlocked.newAccount(HdPath.ethereum(i));
      }
      long before = LockedPages.kib();
      unlocked.accounts().forEach(account -> unlocked.sign(account.ref(), payload));
      assertThat(LockedPages.kib() - before).as("KiB, of 4 a key").isLessThanOrEqualTo(16);
    }
  }

  @Test
  void afterImportingAKey() throws Exception {
    LockedPages.assertNoneLeft(() -> {
      byte[] number = new byte[32];
      number[31] = (byte) ++made;
      try (Unlocked unlocked = fixture.unlock();
          SecretBytes key = SecretBytes.moveFrom(number)) {
        AccountRef account = unlocked.importKey(key).ref();
        unlocked.privateKey(account).close();
        fixture.unlockAndLock();
      }
    });
  }

  @Test
  void afterShowingTheMnemonic() throws Exception {
    LockedPages.assertNoneLeft(() -> {
      try (Unlocked unlocked = fixture.unlock()) {
        unlocked.mnemonic().close();
        unlocked.address(HdPath.ethereum(7));
      }
    });
  }

  @Test
  void afterAWrongPassword() throws Exception {
    LockedPages.assertNoneLeft(() -> {
      try (Password wrong = Fixture.password("wrong")) {
        refused("wrong-password", () -> fixture.vaults.open("main").unlock(wrong));
      }
    });
  }

  @Test
  void afterAnotherPassword() throws Exception {
    LockedPages.assertNoneLeft(() -> {
      try (Password old = Fixture.password("correct horse")) {
        fixture.vaults.open("main").changePassword(old, old);
      }
    });
  }

  @Test
  void afterACheck() throws Exception {
    LockedPages.assertNoneLeft(() -> {
      try (Password password = Fixture.password("correct horse")) {
        assertThat(fixture.vaults.open("main").verify(password))
            .isInstanceOf(Verification.Sound.class);
      }
    });
  }

  @Test
  void whenTheContentsAreDamaged() throws Exception {
    VaultFile good = VaultFile.parse(fixture.bytes());
    byte[] body = good.body().clone();
    body[0] ^= 1;
    fixture.overwrite(new VaultFile(good.hdr(), good.mac(), body).toBytes());
    LockedPages.assertNoneLeft(() -> refused("vault-damaged", fixture::unlockAndLock));
  }

  @Test
  void whenAnAddressIsOfAnotherKey() throws Exception {
    fixture.overwrite(withAnotherAddress());
    LockedPages.assertNoneLeft(() -> refused("vault-damaged", fixture::unlockAndLock));
  }

  private byte[] withAnotherAddress() throws Exception {
    VaultFile good = VaultFile.parse(fixture.bytes());
    Header header = Header.parse(good.hdr());
    try (Password password = Fixture.password("correct horse");
        VaultKeys keys =
            VaultKeys.open(good, header.lock(), password, fixture.around(Duration.ZERO).kdf());
        Contents contents = Sealed.open(good, header, keys.data())) {
      AccountRef ref = contents.accounts().getFirst().ref();
      List<VaultAccount> wrong = List.of(VaultAccount.derived(ref, HdPath.ethereum(1)));
      return Sealed.seal(header, keys, new Contents(contents.mnemonic(), wrong, Map.of()))
          .toBytes();
    }
  }

  @Test
  void withAPassphrase() throws Exception {
    LockedPages.assertNoneLeft(() -> {
      try (Mnemonic words = Mnemonic.parse(Fixture.WORDS.toCharArray());
          Mnemonic full = words.withPassphrase("pass".toCharArray());
          Password password = Fixture.password("p")) {
        Vault vault = fixture.vaults.create("p" + made++, false, full, password);
        vault.unlock(password).close();
      }
    });
  }

  @Test
  void ofABackup() throws Exception {
    Backup backup =
        new Backup(
            Fixture.LOWEST,
            fixture.around(Duration.ZERO).kdf(),
            new SecureRandom(),
            InstantSource.fixed(Fixture.NOW));
    LockedPages.assertNoneLeft(() -> {
      try (Password password = Fixture.password("p");
          Password wrong = Fixture.password("q")) {
        byte[] file = backup.seal(Map.of("a", new byte[] {1}), password);
        assertThat(backup.open(file, password)).containsOnlyKeys("a");
        assertThatThrownBy(() -> backup.open(file, wrong)).isInstanceOf(WalletException.class);
      }
    });
  }
}

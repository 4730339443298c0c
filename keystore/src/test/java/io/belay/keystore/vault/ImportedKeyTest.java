package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.keystore.AccountRef;
import io.belay.keystore.hd.HdPath;
import io.belay.keystore.hd.Language;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.secret.SecretBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedKeyTest {
  // private key 1, whose address every implementation of the curve agrees on
  private static final String ONE = "0x" + "00".repeat(31) + "01";
  private static final String ITS_ADDRESS = "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf";

  @TempDir Path temp;
  private Fixture fixture;

  @BeforeEach
  void create() {
    fixture = new Fixture(temp);
    fixture.create();
  }

  private static SecretBytes key(String hex) {
    return SecretBytes.moveFrom(Hex.decode(hex));
  }

  private VaultAccount importOne() {
    try (Unlocked unlocked = fixture.unlock();
        SecretBytes one = key(ONE)) {
      return unlocked.importKey(one);
    }
  }

  @Test
  void isListedKeptAndGivenBack() {
    VaultAccount imported = importOne();
    assertThat(imported.ref().address()).hasToString(ITS_ADDRESS);
    assertThat(imported.isImported()).isTrue();
    assertThat(imported.kind()).isEqualTo("key");
    assertThat(imported.pathText()).isEmpty();

    try (Unlocked again = fixture.unlock()) {
      assertThat(again.accounts()).extracting(VaultAccount::kind).containsExactly("hd", "key");
      try (SecretBytes key = again.privateKey(imported.ref())) {
        assertThat(key.use(Hex::encode)).isEqualTo(ONE);
      }
      assertThat(again.newAccount().path()).contains(HdPath.ethereum(1));
    }
    try (Unlocked again = fixture.unlock()) {
      assertThat(again.accounts())
          .extracting(VaultAccount::kind)
          .containsExactly("hd", "key", "hd");
    }
  }

  @Test
  void twiceIsOnce() {
    assertThat(importOne()).isEqualTo(importOne());
    long generation = fixture.vaults.open("main").info().generation();
    importOne();
    assertThat(fixture.vaults.open("main").info().generation()).isEqualTo(generation);
  }

  @Test
  void aKeyOfTheMnemonicIsTheAccountThatIsThere() {
    try (Unlocked unlocked = fixture.unlock()) {
      VaultAccount first = unlocked.accounts().getFirst();
      try (SecretBytes key = unlocked.privateKey(first.ref())) {
        assertThat(unlocked.importKey(key)).isEqualTo(first);
      }
      assertThat(unlocked.accounts()).hasSize(1);
    }
  }

  @Test
  void survivesANewPasswordAndOtherProcessesSeeIt() {
    try (Unlocked other = fixture.unlock()) {
      VaultAccount imported = importOne();
      assertThat(other.accounts()).hasSize(1);
      other.newAccount(); // reads the newest generation
      assertThat(other.accounts()).hasSize(3);
      try (SecretBytes key = other.privateKey(imported.ref())) {
        assertThat(key.use(Hex::encode)).isEqualTo(ONE);
      }
    }
    try (Password old = Fixture.password("correct horse");
        Password next = Fixture.password("battery staple")) {
      fixture.vaults.open("main").changePassword(old, next);
      try (Unlocked unlocked = fixture.vaults.open("main").unlock(next)) {
        assertThat(unlocked.accounts()).hasSize(3);
      }
    }
  }

  @Test
  void numbersThatAreNoKeyAreRefused() {
    String order = "0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
    try (Unlocked unlocked = fixture.unlock()) {
      for (String hex : List.of("0x" + "00".repeat(32), order)) {
        try (SecretBytes bad = key(hex)) {
          assertThatThrownBy(() -> unlocked.importKey(bad))
              .extracting("code")
              .isEqualTo("bad-derivation");
        }
      }
      assertThat(unlocked.accounts()).hasSize(1);
    }
  }

  @Test
  void afterLockingThereIsNoKey() {
    AccountRef ref = importOne().ref();
    Unlocked unlocked = fixture.unlock();
    unlocked.close();
    assertThatThrownBy(() -> unlocked.privateKey(ref))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo("vault-locked");
  }

  @Test
  void anImportedAccountWithAnotherKeyIsDamage() {
    Header header = Header.parse(readFile().hdr());
    try (Password password = Fixture.password("correct horse");
        VaultKeys keys =
            VaultKeys.open(
                readFile(), header.lock(), password, fixture.around(Duration.ZERO).kdf());
        Contents contents = Sealed.open(readFile(), header, keys.data());
        SecretBytes one = key(ONE)) {
      AccountRef first = contents.accounts().getFirst().ref();
      Contents bad =
          new Contents(
              contents.mnemonic(),
              List.of(VaultAccount.imported(first)),
              Map.of(first.address(), one));
      write(Sealed.seal(header, keys, bad).toBytes());
    }
    assertThatThrownBy(fixture::unlockAndLock).extracting("code").isEqualTo("vault-damaged");
  }

  private VaultFile readFile() {
    try {
      return VaultFile.parse(fixture.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(byte[] bytes) {
    try {
      fixture.overwrite(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aVaultKeepsTheLanguageOfItsWords() {
    try (Mnemonic words = Mnemonic.random(12, Language.JAPANESE, new SecureRandom());
        Password password = Fixture.password("correct horse")) {
      Vault vault = fixture.vaults.create("nihongo", false, words, password);
      try (Unlocked unlocked = vault.unlock(password);
          Mnemonic kept = unlocked.mnemonic()) {
        assertThat(kept.language()).isEqualTo(Language.JAPANESE);
        assertThat(text(kept)).isEqualTo(text(words));
      }
    }
  }

  private static String text(Mnemonic mnemonic) {
    StringBuilder out = new StringBuilder();
    mnemonic.writeTo(out);
    return out.toString();
  }
}

package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What must be new with each vault, password or save is new, and each save is remembered.
class FreshValuesTest {
  @TempDir Path temp;
  private Fixture fixture = new Fixture(Path.of("unused"));
  private final Set<String> seen = new HashSet<>();

  @BeforeEach
  void start() {
    fixture = new Fixture(temp);
  }

  private Header header(String name) {
    return Header.parse(VaultFile.parse(fixture.vaults.file(name)).hdr());
  }

  private void assertNew(List<String> values) {
    assertThat(values).allSatisfy(value -> assertThat(seen.add(value)).as(value).isTrue());
  }

  private static List<String> values(Header header) {
    Header.Lock lock = header.lock();
    return List.of(lock.salt(), lock.keyNonce(), lock.keyCt(), header.bodyNonce());
  }

  @Test
  void eachVaultHasItsOwnSaltAndNonces() {
    for (String name : List.of("a", "b", "c")) {
      fixture.create(name, false);
      assertNew(values(header(name)));
      assertNew(List.of(header(name).label().id().toString()));
    }
  }

  @Test
  void aPasswordSetAnewHasThemAnew() {
    Vault vault = fixture.create();
    assertNew(values(header("main")));
    try (Password password = Fixture.password("correct horse")) {
      vault.changePassword(password, password);
    }
    assertNew(values(header("main")));
  }

  @Test
  void eachSaveHasANewNonceUnderTheSameLock() {
    fixture.create();
    Header.Lock lock = header("main").lock();
    assertNew(List.of(header("main").bodyNonce()));
    try (Unlocked unlocked = fixture.unlock()) {
      for (int i = 0; i < 3; i++) {
        unlocked.newAccount();
        assertNew(List.of(header("main").bodyNonce()));
      }
    }
    assertThat(header("main").lock()).isEqualTo(lock);
  }

  @Test
  void aVaultsIdIsARandomUuid() {
    for (int i = 0; i < 16; i++) {
      fixture.create("v" + i, false);
      assertThat(header("v" + i).label().id().version()).isEqualTo(4);
      assertThat(header("v" + i).label().id().variant()).isEqualTo(2);
    }
  }

  @Test
  void creatingAndSavingAreRemembered() {
    fixture.create();
    assertThat(fixture.generations).containsValue(1L);
    try (Unlocked unlocked = fixture.unlock()) {
      unlocked.newAccount();
      assertThat(fixture.generations).containsValue(2L);
    }
  }

  /// Contents that differ from what was meant are found before the file gets its name.
  @Test
  void whatWasWrittenIsOpenedOnceMore() throws IOException {
    VaultFile other = VaultFile.parse(otherVault());
    VaultStore store = new VaultStore(fixture.around(java.time.Duration.ZERO), "main");
    byte[] before = fixture.bytes();
    assertThatThrownBy(() ->
            store.save(
                other,
                bytes -> {
                  throw new WalletException("vault-write-failed", "x");
                }))
        .extracting("code")
        .isEqualTo("vault-write-failed");
    assertThat(fixture.bytes()).isEqualTo(before);
    assertThat(fixture.beside(".tmp")).doesNotExist();
    assertThat(store.file()).isEqualTo(fixture.file());
  }

  private byte[] otherVault() {
    fixture.create();
    fixture.create("other", false);
    return fixture.vaults.file("other");
  }
}

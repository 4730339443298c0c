package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.belay.base.WalletException;
import io.belay.keystore.Vectors;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("hostile")
class VaultDamageTest {
  @TempDir Path temp;
  private Fixture fixture = new Fixture(Path.of("unused"));
  private byte[] good = {};

  @BeforeEach
  void create() throws IOException {
    fixture = new Fixture(temp);
    fixture.create();
    good = fixture.bytes();
    fixture.derivations.set(0);
  }

  private String refusal(byte[] bytes) throws IOException {
    fixture.overwrite(bytes);
    try {
      fixture.unlockAndLock();
      return "opened";
    } catch (WalletException e) {
      return e.code();
    }
  }

  /// Bytes that this thread allocates to refuse a file.
  private static long allocated(byte[] bytes) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      Header.parse(VaultFile.parse(bytes).hdr());
      return Long.MAX_VALUE;
    } catch (WalletException e) {
      return threads.getCurrentThreadAllocatedBytes() - before;
    }
  }

  @Tag("long")
  @Test
  void everyFlippedByteIsRefusedBeforeTheDerivation() throws IOException {
    Map<String, Integer> codes = new TreeMap<>();
    for (int i = 0; i < good.length; i++) {
      for (int mask : new int[] {1 << (i % 8), 0xff}) {
        byte[] bad = good.clone();
        bad[i] = (byte) (bad[i] ^ mask);
        codes.merge(refusal(bad), 1, Integer::sum);
      }
    }
    Vectors.count("flipped bytes of a vault file " + codes, 2 * good.length);
    // the version's own digit may turn into a higher one
    assertThat(codes.keySet()).isSubsetOf("vault-damaged", "vault-newer");
    assertThat(codes.getOrDefault("vault-newer", 0)).isLessThanOrEqualTo(1);
    assertThat(fixture.derivations).hasValue(0);
  }

  @Tag("long")
  @Test
  void everyCutIsRefusedBeforeTheDerivation() throws IOException {
    for (int length = 0; length < good.length; length++) {
      assertThat(refusal(Arrays.copyOf(good, length))).isEqualTo("vault-damaged");
    }
    Vectors.count("cut lengths of a vault file", good.length);
    assertThat(fixture.derivations).hasValue(0);
  }

  @Tag("long")
  @Test
  void everyFlipUnderAFreshChecksumIsRefused() throws IOException {
    VaultFile file = VaultFile.parse(good);
    Map<String, Integer> codes = new TreeMap<>();
    for (int i = 0; i < file.hdr().length; i++) {
      VaultFile bad = new VaultFile(flip(file.hdr(), i), file.mac(), file.body());
      codes.merge(refusal(bad.toBytes()), 1, Integer::sum);
    }
    for (int i = 0; i < file.mac().length; i++) {
      VaultFile bad = new VaultFile(file.hdr(), flip(file.mac(), i), file.body());
      assertThat(refusal(bad.toBytes())).isEqualTo("wrong-password");
    }
    for (int i = 0; i < file.body().length; i++) {
      VaultFile bad = new VaultFile(file.hdr(), file.mac(), flip(file.body(), i));
      assertThat(refusal(bad.toBytes())).isEqualTo("vault-damaged");
    }
    Vectors.count("flips under a fresh checksum, header " + codes, good.length);
    assertThat(codes.keySet())
        .isSubsetOf("wrong-password", "vault-damaged", "vault-newer", "kdf-out-of-bounds");
  }

  private static byte[] flip(byte[] bytes, int at) {
    byte[] bad = bytes.clone();
    bad[at] = (byte) (bad[at] ^ (1 << (at % 7)));
    return bad;
  }

  @Test
  void aCheaperDerivationThanTheVaultWasMadeWithOpensNothing() throws IOException {
    Vaults dearer =
        new Vaults(fixture.around(java.time.Duration.ZERO).costing(new KdfCost(16 * 1024, 2, 1)));
    try (Password old = Fixture.password("correct horse")) {
      dearer.open("main").changePassword(old, old);
    }
    VaultFile file = VaultFile.parse(fixture.bytes());
    String header = new String(file.hdr(), StandardCharsets.US_ASCII);
    assertThat(header).contains("\"t\":2");
    byte[] cheaper = header.replace("\"t\":2", "\"t\":1").getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new VaultFile(cheaper, file.mac(), file.body()).toBytes();
    assertThat(refusal(bytes)).isEqualTo("wrong-password");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"m\":16384|\"m\":16383|kdf-out-of-bounds",
        "\"m\":16384|\"m\":1048577|kdf-out-of-bounds",
        "\"m\":16384|\"m\":4294983680|kdf-out-of-bounds",
        "\"m\":16384|\"m\":-1|vault-damaged",
        "\"m\":16384|\"m\":1e5|vault-damaged",
        "\"m\":16384|\"m\":16384.0|vault-damaged",
        "\"m\":16384|\"m\":99999999999999999999999999|vault-damaged",
        "\"m\":16384|\"m\":16384,\"m\":16384|vault-damaged",
        "\"t\":1|\"t\":0|kdf-out-of-bounds",
        "\"t\":1|\"t\":17|kdf-out-of-bounds",
        "\"p\":1|\"p\":17|kdf-out-of-bounds",
        "\"salt\":\"|\"salt\":\"AAAA\",\"x\":\"|kdf-out-of-bounds",
        "\"salt\":\"|\"salt\":\""
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA|kdf-out-of-bounds",
        "argon2id|argon2xx|vault-newer",
        "\"version\":19|\"version\":20|vault-newer",
        "\"version\":19|\"version\":16|vault-newer",
        "A256GCM|A512GCM|vault-newer",
        "\"name\":\"main\"|\"name\":\"../x\"|vault-damaged",
        "\"practice\":false|\"practice\":0|vault-damaged",
        "\"practice\":false|\"practice\": false|vault-damaged",
        "\"generation\":1|\"generation\":1,\"more\":1|vault-damaged",
        "\"kdf\":{|\"kdf\":{\"a\":[[[[[[[[1]]]]]]]],|vault-damaged",
        "\"body\":{|\"body\":[],\"b\":{|vault-damaged"
      })
  void hostileHeadersNeverReachTheDerivation(String from, String to, String code)
      throws IOException {
    VaultFile file = VaultFile.parse(good);
    String header = new String(file.hdr(), StandardCharsets.US_ASCII);
    assertThat(header).contains(from);
    byte[] hostile =
        header
            .replaceFirst(java.util.regex.Pattern.quote(from), to)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new VaultFile(hostile, file.mac(), file.body()).toBytes();
    assertThat(refusal(bytes)).isEqualTo(code);
    assertThat(fixture.derivations).hasValue(0);
    assertThat(allocated(bytes)).isLessThan(1 << 20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"v\":1|\"v\":2|vault-newer",
        "\"v\":1|\"v\":0|vault-damaged",
        "\"v\":1|\"v\":\"1\"|vault-damaged",
        "\"v\":1|\"v\":1,\"v\":1|vault-damaged",
        "belay-vault|other-vault|vault-damaged",
        "{|[{|vault-damaged",
        "{|' {'|vault-damaged"
      })
  void hostileShellsNeverReachTheDerivation(String from, String to, String code)
      throws IOException {
    String text = new String(good, StandardCharsets.US_ASCII);
    String hostile = text.replaceFirst(java.util.regex.Pattern.quote(from), to);
    assertThat(refusal(hostile.getBytes(StandardCharsets.US_ASCII))).isEqualTo(code);
    assertThat(fixture.derivations).hasValue(0);
  }

  @Test
  void refusesAFileBeyondEightMebibytes() throws IOException {
    assertThat(refusal(Arrays.copyOf(good, VaultFile.MOST_BYTES + 1))).isEqualTo("vault-damaged");
    assertThat(refusal(new byte[VaultFile.MOST_BYTES])).isEqualTo("vault-damaged");
  }

  @Test
  void damageNamesTheGoodCopyAndRestoresItOnlyOnRequest() throws IOException {
    fixture.overwrite(good);
    try (Unlocked unlocked = fixture.unlock()) {
      unlocked.newAccount();
    }
    byte[] damaged = Arrays.copyOf(fixture.bytes(), 100);
    fixture.overwrite(damaged);
    assertThatThrownBy(() -> fixture.vaults.open("main"))
        .hasMessageContaining("a good copy is beside it")
        .extracting("code")
        .isEqualTo("vault-damaged");
    assertThat(fixture.bytes()).isEqualTo(damaged);
    assertThat(fixture.vaults.list()).isEmpty();
    assertThat(fixture.vaults.names()).containsExactly("main");
    assertThat(new Vault(fixture.around(java.time.Duration.ZERO), "main").verify())
        .isInstanceOfSatisfying(
            Verification.Broken.class, broken -> assertThat(broken.goodCopy()).isTrue());
    fixture.vaults.restoreBackup("main");
    assertThat(fixture.bytes()).isEqualTo(good);
    assertThat(Files.readAllBytes(fixture.beside(".damaged"))).isEqualTo(damaged);
    fixture.unlockAndLock();
  }

  @Test
  void aMissingMainFileIsDamageAndItsBackupComesBack() throws IOException {
    Files.move(fixture.file(), fixture.beside(".bak"));
    assertThatThrownBy(() -> fixture.vaults.open("main"))
        .hasMessageContaining("a good copy is beside it")
        .extracting("code")
        .isEqualTo("vault-damaged");
    fixture.vaults.restoreBackup("main");
    fixture.unlockAndLock();
  }

  @Test
  void aBadBackupIsNotRestored() throws IOException {
    Files.write(fixture.beside(".bak"), new byte[] {1});
    assertThatThrownBy(() -> fixture.vaults.restoreBackup("main"))
        .extracting("code")
        .isEqualTo("vault-damaged");
    assertThat(fixture.bytes()).isEqualTo(good);
  }

  @Test
  void anAddressOfAnotherMnemonicIsDamage() throws IOException {
    Header header = Header.parse(VaultFile.parse(good).hdr());
    try (Password password = Fixture.password("correct horse");
        VaultKeys keys =
            VaultKeys.open(
                VaultFile.parse(good),
                header.lock(),
                password,
                fixture.around(java.time.Duration.ZERO).kdf());
        Contents contents = Sealed.open(VaultFile.parse(good), header, keys.data())) {
      VaultAccount wrong =
          VaultAccount.derived(
              contents.accounts().getFirst().ref(), io.belay.keystore.hd.HdPath.ethereum(1));
      Contents bad =
          new Contents(contents.mnemonic(), java.util.List.of(wrong), java.util.Map.of());
      assertThat(refusal(Sealed.seal(header, keys, bad).toBytes())).isEqualTo("vault-damaged");
    }
  }
}

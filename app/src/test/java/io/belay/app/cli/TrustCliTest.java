package io.belay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.trust.ReleaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person can check: downloads, and that an older Belay leaves newer data alone.
class TrustCliTest {
  @TempDir Path directory;
  private Calls calls;
  private ReleaseFiles release;

  @BeforeEach
  void start() throws IOException {
    calls = new Calls(directory.resolve("data"));
    release = ReleaseFiles.in(Files.createDirectory(directory.resolve("downloads")));
  }

  private Calls.Ended verify(String... more) {
    String[] all = new String[5 + more.length];
    all[0] = "verify-download";
    all[1] = release.file().toString();
    all[2] = release.sums().toString();
    all[3] = release.signature().toString();
    all[4] = release.key().toString();
    System.arraycopy(more, 0, all, 5, more.length);
    return calls.run(all);
  }

  @Test
  void aReleasedFileIsSaidToBeThatWithTheKeysFingerprint() {
    Calls.Ended plain = verify().done();
    assertThat(plain.out())
        .startsWith("valid: belay.deb is what the owner of this key released")
        .contains("key " + release.fingerprint());
    Calls.Ended json = verify("--json").done();
    assertThat(json.json().path("valid").asBoolean()).isTrue();
    assertThat(json.json().path("key").asString()).isEqualTo(release.fingerprint());
    assertThat(json.json().path("file").asString()).isEqualTo("belay.deb");
    assertThat(json.json().path("sha256").asString()).matches("[0-9a-f]{64}");
    assertThat(directory.resolve("data")).doesNotExist(); // no wallet is needed for it
  }

  @Test
  void whatIsNotReleasedEndsWithOneAndACode() throws IOException {
    Files.writeString(release.file(), "something else");
    Calls.Ended differs = verify("--json");
    assertThat(differs.status()).isEqualTo(1);
    assertThat(differs.errorCode()).isEqualTo("download-differs");
    assertThat(differs.out()).isEmpty();
    Files.writeString(release.sums(), "0".repeat(64) + "  belay.deb\n");
    assertThat(verify("--json").errorCode()).isEqualTo("bad-release-signature");
    Files.writeString(release.key(), "no key");
    assertThat(verify("--json").errorCode()).isEqualTo("bad-release-key");
    Files.delete(release.signature());
    Calls.Ended gone = verify("--json");
    assertThat(gone.status()).isEqualTo(1);
    assertThat(gone.errorCode()).isEqualTo("bad-release-key");
  }

  @Test
  void aCallWithoutAllFilesIsACallGoneWrong() {
    Calls.Ended ended = calls.run("verify-download", release.file().toString());
    assertThat(ended.status()).isEqualTo(2);
  }

  @Test
  void thisBuildKnowsNoAddressToAsk() {
    Calls.Ended ended = calls.run("update-check", "--json");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.errorCode()).isEqualTo("no-release-address");
  }

  @Test
  void newerDataIsRefusedInOneLineAndStaysAsItIs() throws IOException, SQLException {
    calls.cheapVault();
    Path file = directory.resolve("data").resolve("belay.db");
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = c.createStatement()) {
      int version = statement.executeQuery("PRAGMA user_version").getInt(1);
      statement.executeUpdate("PRAGMA user_version=" + (version + 1));
    }
    byte[] before = Files.readAllBytes(file);
    Calls.Ended plain = calls.run("account", "list");
    assertThat(plain.status()).isEqualTo(1);
    assertThat(plain.err().strip().lines()).hasSize(1);
    assertThat(plain.err()).contains("newer Belay").contains("Nothing was changed");
    assertThat(calls.run("account", "list", "--json").errorCode()).isEqualTo("data-newer");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aVaultOfANewerFormatIsRefusedAndStaysAsItIs() throws IOException {
    calls.cheapVault();
    Map<String, String> old = vaults();
    List<String> named =
        old.entrySet().stream()
            .filter(e -> !e.getKey().endsWith(".bak") && e.getValue().contains("\"v\":1"))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(named).hasSize(1);
    Path vault = directory.resolve("data/vaults").resolve(named.getFirst());
    Files.writeString(vault, Files.readString(vault).replace("\"v\":1", "\"v\":2"));
    Map<String, String> newer = vaults();
    assertThat(newer).isNotEqualTo(old);
    Calls.Ended plain = calls.withPassword("account", "new");
    assertThat(plain.status()).isEqualTo(1);
    assertThat(plain.err()).contains("newer version");
    Calls.Ended ended = calls.withPassword("account", "new", "--json");
    assertThat(ended.errorCode()).isEqualTo("vault-newer");
    assertThat(ended.status()).isEqualTo(1);
    assertThat(vaults()).isEqualTo(newer);
    // it was the form that was refused, and nothing else is wrong with the file
    Files.writeString(vault, old.get(named.getFirst()));
    assertThat(calls.withPassword("account", "new", "--json").status()).isZero();
  }

  /// What lies beside the vaults too, but locks, by name.
  private Map<String, String> vaults() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory.resolve("data/vaults"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".lock")) {
          all.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return all;
  }
}

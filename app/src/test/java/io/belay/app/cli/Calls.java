package io.belay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.RealWiring;
import io.belay.core.store.AccountEntry;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Unlocked;
import io.belay.keystore.vault.VaultAccount;
import io.belay.keystore.vault.Vaults;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls of the command line within this process, on one data directory.
///
/// @param data the data directory
record Calls(Path data) {
  static final String WORDS = "test test test test test test test test test test test junk";
  static final String PASSWORD = "nine ropes and a carabiner\n";

  /// How a call ended.
  record Ended(int status, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }

    String errorCode() {
      return JsonMapper.shared().readTree(err).path("error").path("code").asString();
    }

    Ended done() {
      assertThat(status).as(err).isZero();
      return this;
    }
  }

  Ended run(String... args) {
    return run(InputStream.nullInputStream(), args);
  }

  Ended run(InputStream in, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(in, stream(out), stream(err), Optional.empty());
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--data-dir");
    all.add(data.toString());
    int status = new Cli(RealWiring.opener(), "1.2.3").run(terminal, all.toArray(String[]::new));
    return new Ended(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  Ended withPassword(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--password-stdin");
    return run(in(PASSWORD), all.toArray(String[]::new));
  }

  static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Makes a vault, its words in a new file.
  void createVault(Path words) {
    withPassword("vault", "create", "--mnemonic-out", words.toString()).done();
  }

  /// Makes a vault of known words whose password costs next to nothing, as no command would.
  void cheapVault() {
    try (DataDirectory directory = RealWiring.opener().open(data);
        Mnemonic words = Mnemonic.parse(WORDS.toCharArray());
        Password password = Password.of(PASSWORD.strip().toCharArray());
        Unlocked vault =
            directory
                .vaults(new KdfCost(16 * 1024, 1, 1))
                .create(Vaults.DEFAULT_NAME, false, words, password)
                .unlock(password)) {
      VaultAccount first = vault.accounts().getFirst();
      directory
          .accounts()
          .add(new AccountEntry(first.ref(), "Account 1", first.pathText(), first.kind()));
    }
  }
}

package io.belay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.cli.Calls.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Keys in and out, and signatures, from the command line.
@Timeout(90)
class KeysCliTest {
  private static final String KEY = "00".repeat(31) + "01";
  private static final String ITS_ADDRESS = "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf";

  @TempDir Path directory;
  private Calls calls;

  @BeforeEach
  void create() {
    calls = new Calls(directory.resolve("data"));
    calls.cheapVault();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  @Test
  void aKeyIsImportedExportedAndImportedElsewhere() throws IOException {
    String key = file("key", "0x" + KEY + "\n");
    JsonNode account =
        calls.withPassword("account", "import-key", "--key-file", key, "--json").done().json();
    assertThat(account.path("address").asString()).isEqualTo(ITS_ADDRESS);
    assertThat(account.path("kind").asString()).isEqualTo("key");

    String password = file("password", "of the file");
    Path folder = Files.createDirectory(directory.resolve("out"));
    Ended exported =
        calls
            .withPassword(
                "account",
                "export-keystore",
                ITS_ADDRESS,
                "--out",
                folder.toString(),
                "--keystore-password-file",
                password,
                "--json")
            .done();
    Path keystore = Path.of(exported.json().path("file").asString());
    assertThat(keystore.getParent()).isEqualTo(folder);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keystore)))
        .isEqualTo("rw-------");

    Calls other = new Calls(directory.resolve("other"));
    other.cheapVault();
    String[] take = {
      "account",
      "import-keystore",
      keystore.toString(),
      "--json",
      "--name",
      "Old",
      "--keystore-password-file"
    };
    List<String> wrong = new ArrayList<>(List.of(take));
    wrong.add(file("wrong", "not of the file"));
    Ended refused = other.withPassword(wrong.toArray(String[]::new));
    assertThat(refused.errorCode()).isEqualTo("wrong-password");
    assertThat(refused.status()).isEqualTo(3);
    List<String> right = new ArrayList<>(List.of(take));
    right.add(password);
    JsonNode taken = other.withPassword(right.toArray(String[]::new)).done().json();
    assertThat(taken.path("address").asString()).isEqualTo(ITS_ADDRESS);
    assertThat(taken.path("name").asString()).isEqualTo("Old");
  }

  @Test
  void whatIsNoKeyIsRefusedInOneLine() throws IOException {
    Ended key =
        calls.withPassword("account", "import-key", "--key-file", file("k", "0x12"), "--json");
    assertThat(key.errorCode()).isEqualTo("bad-key");
    assertThat(key.status()).isEqualTo(2);
    Ended keystore =
        calls.withPassword(
            "account",
            "import-keystore",
            file("j", "{}"),
            "--json",
            "--keystore-password-file",
            file("p", "x"));
    assertThat(keystore.errorCode()).isEqualTo("bad-keystore");
    assertThat(calls.run("account", "list", "--json").json()).hasSize(1);
  }

  @Test
  void aMessageIsSignedAndVerified() throws IOException {
    String message = file("message", "climb on");
    String signature =
        calls
            .withPassword("sign", "message", "--from", "Account 1", "--yes", message)
            .done()
            .out()
            .strip();
    assertThat(signature).matches("0x[0-9a-f]{130}");
    String[] verify = {
      "verify", "message", "--address", "Account 1", "--signature", signature, "--json"
    };
    List<String> same = new ArrayList<>(List.of(verify));
    same.add(message);
    assertThat(calls.run(same.toArray(String[]::new)).done().json().path("valid").asBoolean())
        .isTrue();
    List<String> changed = new ArrayList<>(List.of(verify));
    changed.add("-");
    Ended other = calls.run(Calls.in("climb off"), changed.toArray(String[]::new));
    assertThat(other.status()).isEqualTo(1);
    assertThat(other.json().path("valid").asBoolean()).isFalse();
  }

  @Test
  void typedDataOfAnotherNetworkIsRefused() throws IOException {
    String data =
        file(
            "typed",
            """
            {"types":{"EIP712Domain":[{"name":"name","type":"string"},
            {"name":"chainId","type":"uint256"}],"Note":[{"name":"text","type":"string"}]},
            "primaryType":"Note","domain":{"name":"Belay","chainId":1},"message":{"text":"hm"}}
            """);
    String[] sign = {"sign", "typed-data", "--from", "Account 1", "--yes", data};
    Ended practice = calls.withPassword(sign);
    assertThat(practice.status()).isEqualTo(2);
    assertThat(practice.err()).contains("this is for chain 1");
    List<String> there = new ArrayList<>(List.of(sign));
    there.addAll(List.of("--chain", "1"));
    Ended signed = calls.withPassword(there.toArray(String[]::new)).done();
    assertThat(signed.out()).startsWith("0x");
    assertThat(signed.err()).contains("text (string): hm");
  }

  @Test
  void aTransactionIsShownAndSignedOffline() throws IOException {
    // chain 1, nonce 9, 20 gwei, 21000 gas, to 0x35…35, 1 ether (the example of EIP-155)
    String preimage =
        "0xec098504a817c800825208943535353535353535353535353535353535353535880de0b6b3a7640000"
            + "80018080";
    String[] sign = {
      "sign",
      "transaction",
      "--from",
      "Account 1",
      "--yes",
      "--chain",
      "1",
      "--json",
      file("tx", preimage)
    };
    Ended signed = calls.withPassword(sign).done();
    assertThat(signed.json().path("raw").asString()).startsWith("0xf86c098504a817c800825208");
    assertThat(signed.json().path("hash").asString()).hasSize(66);
    List<String> plain = new ArrayList<>(List.of(sign));
    plain.remove("--json");
    assertThat(calls.withPassword(plain.toArray(String[]::new)).err())
        .contains("nonce    9")
        .contains("to       0x3535353535353535353535353535353535353535")
        .contains("amount   1 ETH")
        .contains("fee      at most 0.00042 ETH");
  }

  @Test
  void withoutATerminalNothingIsSignedUnasked() throws IOException {
    Ended ended =
        calls.withPassword(
            "sign", "message", "--json", "--from", "Account 1", file("message", "hm"));
    assertThat(ended.errorCode()).isEqualTo("usage");
    calls.run("account", "watch", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed").done();
    Ended watched =
        calls.withPassword(
            "sign", "message", "--json", "--yes", "--from", "Watched 1", file("m", "hm"));
    assertThat(watched.errorCode()).isEqualTo("watch-only");
  }
}

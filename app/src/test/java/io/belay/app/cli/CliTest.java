package io.belay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.RealWiring;
import io.belay.app.cli.Calls.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Calls of the command line within this process; `process` has those that need one of their own.
@Timeout(60)
class CliTest {
  @TempDir Path directory;
  private String place = "data";

  private Ended run(String... args) {
    return calls().run(args);
  }

  private Ended withPassword(String... args) {
    return calls().withPassword(args);
  }

  private Calls calls() {
    return new Calls(directory.resolve(place));
  }

  private void createVault() {
    calls().createVault(directory.resolve("words"));
  }

  @ParameterizedTest
  @CsvSource({
    "--version, belay 1.2.3",
    "--help, Commands:",
    "--help send, practice",
    "-h practice fault, balance",
    "vault --help, change-password",
    "send --help, --dry-run",
    "practice fault --help, ENDPOINT",
  })
  void helpOpensNothing(String call, String said) {
    Ended ended = run(call.split(" "));
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).contains(said);
    assertThat(directory.resolve(place)).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "sent, usage",
    "send, usage",
    "vault, usage",
    "balance nobody, unknown-account",
    "balance 0x5aaEb6053F3E94C9b9A09f33669435E7Ef1BeAed, bad-checksum",
    "balance 0x5aAe, bad-address",
    "balance --chain nowhere, unknown-network",
    "network use nowhere, unknown-network",
    "tx show 0x12, bad-tx-hash",
    "tx show 0x1111111111111111111111111111111111111111111111111111111111111111, "
        + "unknown-transaction",
    "practice fault 9 hang, unknown-endpoint",
    "practice fault 1 sing, unknown-fault",
    "practice mine none, bad-number",
    "drill --fault sing, unknown-fault",
    "drill --fault ok, unknown-fault",
    "drill --fault dns --last, usage",
    "practice faucet nobody, unknown-account",
    "endpoint test nobody, unknown-endpoint",
    "vault create --words 13 --show-mnemonic, usage",
  })
  void aCallThatIsWrongEndsWithTwoAndOneLine(String call, String code) {
    List<String> args = new ArrayList<>(List.of(call.split(" ")));
    args.add("--json");
    Ended ended = run(args.toArray(String[]::new));
    assertThat(ended.err().strip().lines()).as(ended.err()).hasSize(1);
    assertThat(ended.errorCode()).isEqualTo(code);
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(run(call.split(" ")).err()).startsWith("belay: ").doesNotContain("{");
  }

  @Test
  void aPaymentThatIsWrongIsNotPlanned() {
    createVault();
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("--amount 1 --wait soon", "usage");
    wrong.put("--amount 1 --timeout never", "bad-number");
    wrong.put("--amount one", "bad-amount");
    wrong.put("--amount -1", "bad-amount");
    wrong.put("--amount 1 --gas 100", "bad-number");
    wrong.put("--amount 1 --nonce -1", "bad-number");
    wrong.put("--amount 1 --data 0x123", "bad-hex");
    wrong.put("--amount 1 --fee huge", "usage");
    wrong.put("--amount 1 --priority-fee 1", "usage");
    wrong.put("--amount 1 --max-fee 1 --fee slow", "usage");
    wrong.put("--amount 1 --max-fee 1 --priority-fee 2", "priority-above-max");
    wrong.put("--amount 1", "usage"); // no terminal to ask at
    wrong.forEach((options, code) -> {
      List<String> args = new ArrayList<>(List.of("send", "--json", "--from", "Account 1"));
      args.addAll(List.of("--to", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
      args.addAll(List.of(options.split(" ")));
      Ended ended = run(args.toArray(String[]::new));
      assertThat(ended.errorCode()).as(options).isEqualTo(code);
      assertThat(ended.status()).as(options).isEqualTo(2);
    });
    assertThat(run("tx", "list", "--json").json()).isEmpty();
  }

  @Test
  void aVaultIsMadeListedCheckedAndItsPasswordChanged() throws IOException {
    createVault();
    Path words = directory.resolve("words");
    assertThat(Files.readString(words).strip().split(" ")).hasSize(12);

    JsonNode accounts = run("account", "list", "--json").json();
    assertThat(accounts).hasSize(1);
    assertThat(accounts.get(0).path("path").asString()).isEqualTo("m/44'/60'/0'/0/0");
    assertThat(withPassword("account", "new", "--name", "Rope").status()).isZero();
    assertThat(run("account", "list", "--json").json().get(1).path("name").asString())
        .isEqualTo("Rope");
    assertThat(withPassword("vault", "verify", "--json").status()).isZero();
    assertThat(run("vault", "list", "--json").json()).hasSize(1);

    Path other = Files.writeString(directory.resolve("other"), "another rope altogether");
    String[] change = {"vault", "change-password", "--new-password-file", other.toString()};
    assertThat(withPassword(change).status()).isZero();
    assertThat(withPassword(change).status()).isEqualTo(3);
    assertThat(run("vault", "verify", "--password-file", other.toString()).status()).isZero();
  }

  @Test
  void aFileOfWordsIsNeverOverwritten() throws IOException {
    Path words = Files.writeString(directory.resolve("words"), "precious");
    Ended ended = withPassword("vault", "create", "--json", "--mnemonic-out", words.toString());
    assertThat(ended.status()).isNotZero();
    assertThat(Files.readString(words)).isEqualTo("precious");
    assertThat(run("vault", "list", "--json").json()).isEmpty();
  }

  @Test
  void usedAccountsAreFoundAgainAndTheListIsKept() throws IOException {
    Path words =
        Files.writeString(
            directory.resolve("known"),
            "test test test test test test test test test test test junk");
    String third = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC"; // m/44'/60'/0'/0/2
    run("practice", "faucet", third);
    run("practice", "mine");
    assertThat(withPassword("vault", "create", "--mnemonic-file", words.toString()).status())
        .isZero();

    JsonNode found = withPassword("account", "discover", "--json").json();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).path("path").asString()).isEqualTo("m/44'/60'/0'/0/2");
    assertThat(found.get(0).path("address").asString()).isEqualTo(third);

    String friend = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    assertThat(run("account", "watch", friend, "--name", "=Friend").status()).isZero();
    assertThat(run("account", "watch", friend, "--json").errorCode()).isEqualTo("account-exists");
    assertThat(run("account", "rename", "Account 2", "Third").status()).isZero();
    assertThat(run("account", "hide", "Account 1").status()).isZero();
    assertThat(run("account", "list", "--csv").out().lines())
        .containsExactly(
            "address,name,path,kind",
            third + ",\"Third\",\"m/44'/60'/0'/0/2\",hd",
            friend + ",\" =Friend\",\"\",watch");
    assertThat(run("account", "list", "--hidden").out()).contains("Account 1");
    assertThat(run("account", "hide", "--undo", "account 1").status()).isZero();
    assertThat(run("account", "list", "--json").json()).hasSize(3);
    Ended sent =
        run("send", "--json", "--yes", "--from", "=Friend", "--to", third, "--amount", "1");
    assertThat(sent.errorCode()).isEqualTo("watch-only");
  }

  @Test
  void aBackupMovesEverythingToAnEmptyDirectory() throws IOException {
    createVault();
    assertThat(run("account", "rename", "Account 1", "Rope").status()).isZero();
    assertThat(run("network", "use", "1").status()).isZero();
    String backup = directory.resolve("all.belay").toString();
    assertThat(withPassword("backup", backup).status()).isZero();
    assertThat(withPassword("backup", backup, "--json").errorCode()).isEqualTo("file-exists");
    assertThat(withPassword("restore", backup, "--json").errorCode()).isEqualTo("data-exists");
    JsonNode before = run("account", "list", "--json").json();

    place = "other";
    Path wrong = Files.writeString(directory.resolve("wrong"), "no rope");
    Ended refused = run("restore", backup, "--json", "--password-file", wrong.toString());
    assertThat(refused.errorCode()).isEqualTo("wrong-password");
    assertThat(refused.status()).isEqualTo(3);
    assertThat(withPassword("restore", backup).status()).isZero();
    assertThat(run("account", "list", "--json").json()).isEqualTo(before);
    assertThat(withPassword("vault", "verify").status()).isZero();
    assertThat(run("endpoint", "list", "--json").json().get(0).path("chainId").asLong())
        .isEqualTo(1);
    assertThat(withPassword("restore", backup, "--json").errorCode()).isEqualTo("data-exists");
  }

  @Test
  void aDamagedVaultIsReplacedByItsCopyOnTheUsersWordOnly() throws IOException {
    createVault();
    assertThat(withPassword("account", "new").status()).isZero(); // leaves a copy
    Path vault = directory.resolve("data/vaults/main.vault");
    byte[] bytes = Files.readAllBytes(vault);
    bytes[bytes.length / 2] ^= 1;
    Files.write(vault, bytes);
    Ended verified = run("vault", "verify");
    assertThat(verified.status()).isEqualTo(4);
    assertThat(verified.err()).contains("belay vault use-copy");
    assertThat(withPassword("vault", "verify").status()).isEqualTo(4);
    assertThat(run("vault", "use-copy").status()).isZero();
    assertThat(withPassword("vault", "verify").status()).isZero();
    assertThat(directory.resolve("data/vaults/main.vault.damaged")).hasBinaryContent(bytes);
  }

  @Test
  void theNetworkInUseIsRemembered() {
    assertThat(run("network", "use", "1").status()).isZero();
    Ended list = run("network", "list", "--json");
    assertThat(list.json().toString()).contains("\"Practice\"");
    assertThat(run("endpoint", "list", "--json").json().get(0).path("chainId").asLong())
        .isEqualTo(1);
    assertThat(run("endpoint", "list", "--json", "--chain", "practice").json()).hasSize(4);
  }

  @Test
  void practiceMoneyArrivesAndTheBalanceIsProven() {
    createVault();
    run("practice", "faucet", "Account 1");
    run("practice", "mine");
    JsonNode balance = run("balance", "--json").json().get(0);
    assertThat(balance.path("evidence").asString()).isEqualTo("proven");
    assertThat(balance.path("amount").asString()).isEqualTo("10");
    assertThat(run("balance").out()).contains("10 PETH").contains("proven");
  }

  @Test
  void aDrillSaysWhatSurvivesAndIsKept() {
    assertThat(run("drill", "--last", "--json").errorCode()).isEqualTo("no-drill");
    Ended drilled = run("drill", "--json", "--fault", "lying").done();
    assertThat(drilled.err()).isEmpty();
    JsonNode report = drilled.json();
    assertThat(report.path("passed").asBoolean()).isTrue();
    assertThat(report.path("groups")).hasSize(4);
    assertThat(report.path("scenes")).hasSize(5);
    JsonNode jobs = report.path("scenes").get(0).path("jobs");
    assertThat(jobs.get(0).path("evidence").asString()).isEqualTo("proven");
    assertThat(jobs.get(4).path("endpoints").asInt()).isEqualTo(4);
    assertThat(run("drill", "--last", "--json").done().json()).isEqualTo(report);
    assertThat(run("drill", "--last").done().out()).contains("A liar fools nobody.");
    assertThat(run("tx", "list", "--json").json()).isEmpty();
  }

  @Test
  void aDrillWithOneOperatorFails() {
    try (DataDirectory data = RealWiring.opener().open(directory.resolve(place))) {
      data.settings().set(DataDirectory.PRACTICE_ENDPOINTS, "1");
    }
    Ended drilled = run("drill", "--fault", "refuse");
    assertThat(drilled.status()).isEqualTo(1);
    assertThat(drilled.out()).contains("One failure is enough to stop you: ");
    assertThat(drilled.err()).contains("1 of 2: Nothing broken");
  }
}

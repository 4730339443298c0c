package io.belay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.cli.Calls.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The ways out when nothing accepts, and signed transactions carried by hand, both ways.
@Timeout(120)
class LifeboatCliTest {
  private static final String CUT_OFF =
      "0x02f86b0180843b9aca0084b2d05e0082520894000000000000000000000000000000000000";

  @TempDir Path directory;

  private Calls calls() {
    return new Calls(directory.resolve("data"));
  }

  private Ended run(String... args) {
    return calls().run(args);
  }

  private void faults(String fault) {
    for (int i = 1; i <= 4; i++) {
      run("practice", "fault", Integer.toString(i), fault).done();
    }
  }

  /// Signs a payment on the practice network that nobody is reached for.
  private JsonNode signedAlone() {
    return signedAlone("0x");
  }

  private JsonNode signedAlone(String data) {
    calls().cheapVault();
    run("practice", "faucet", "Account 1").done();
    run("practice", "mine", "2").done();
    Ended plan =
        calls()
            .withPassword(
                "send",
                "--from",
                "Account 1",
                "--to",
                "Account 1",
                "--amount",
                "0.5",
                "--dry-run",
                "--json");
    JsonNode planned = plan.done().json();
    faults("refuse");
    List<String> send = new ArrayList<>();
    String gas = data.length() > 2 ? "900000" : "21000";
    if (data.length() > 2) {
      send.addAll(List.of("--data", data));
    }
    send.addAll(0, List.of("send", "--from", "Account 1", "--to", "Account 1", "--amount", "0.5"));
    send.addAll(List.of("--max-fee", "50", "--priority-fee", "1", "--gas", gas, "--yes"));
    send.addAll(List.of("--nonce", planned.path("nonce").asString(), "--wait", "accepted"));
    send.addAll(List.of("--timeout", "1", "--json"));
    Ended sent = calls().withPassword(send.toArray(String[]::new));
    assertThat(sent.status()).as(sent.err()).isEqualTo(5);
    return sent.json();
  }

  @Test
  void whatNobodyTakesShowsItsWaysAndGoesByHand() throws IOException {
    JsonNode sent = signedAlone();
    String hash = sent.path("hash").asString();
    assertThat(run("tx", "show", hash).out()).contains("belay tx ways " + hash);
    JsonNode ways = run("tx", "ways", hash, "--json").done().json();
    assertThat(ways.path("held").asBoolean()).isFalse();
    assertThat(ways.path("rungs")).hasSize(7);
    assertThat(ways.path("rungs").get(0).path("standing").asString()).isEqualTo("tried");
    assertThat(ways.path("rungs").get(0).path("tried")).hasSize(4);
    assertThat(ways.path("rungs").get(6).path("rung").asString()).isEqualTo("lifeboat");
    Ended told = run("tx", "ways", hash).done();
    assertThat(told.out()).contains("reveals: Nothing", "nobody took it so far", "--raw");

    Path text = directory.resolve("lifeboat.txt");
    Path picture = directory.resolve("lifeboat.png");
    Ended written = run("tx", "show", hash, "--raw", "--out", text.toString()).done();
    assertThat(written.err()).contains("Whoever has it can send it, once");
    run("tx", "show", hash, "--qr", "--out", picture.toString()).done();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(text)))
        .isEqualTo("rw-------");
    Ended again = run("tx", "show", hash, "--raw", "--out", text.toString(), "--json");
    assertThat(again.errorCode()).isEqualTo("file-exists");
    assertThat(run("tx", "show", hash, "--qr").done().out().lines().count()).isGreaterThan(20);

    for (String from : List.of(text.toString(), picture.toString())) {
      JsonNode decoded = run("tx", "decode", from, "--json").done().json();
      assertThat(decoded.path("hash").asString()).isEqualTo(hash);
      assertThat(decoded.path("own").asBoolean()).isTrue();
      assertThat(decoded.path("amount").asString()).isEqualTo("0.5");
    }
    assertThat(run("tx", "decode", text.toString()).out())
        .contains("your Account 1", "0.5 PETH", "2 (EIP-1559)", "data     none");
  }

  @Test
  void whatIsTooLongForOneCodeGoesInPartsInAnyOrder() throws IOException {
    String hash = signedAlone("0x" + "c0ffee0542".repeat(2_000)).path("hash").asString();
    JsonNode told = run("tx", "show", hash, "--qr", "--json").done().json();
    int count = told.path("parts").size();
    assertThat(count).isGreaterThan(10);
    assertThat(run("tx", "show", hash, "--qr").done().out())
        .contains("part 1/" + count, "part " + count + "/" + count);
    Path picture = directory.resolve("long.png");
    JsonNode written =
        run("tx", "show", hash, "--qr", "--out", picture.toString(), "--json").done().json();
    assertThat(written.path("files")).hasSize(count);
    List<String> decode = new ArrayList<>(List.of("tx", "decode", "--json"));
    written.path("files").forEach(file -> decode.add(2, file.asString())); // the last one first
    assertThat(run(decode.toArray(String[]::new)).done().json().path("hash").asString())
        .isEqualTo(hash);
    Ended missing = run("tx", "decode", told.path("parts").get(0).asString(), "--json");
    assertThat(missing.errorCode()).isEqualTo("qr-parts-missing");
  }

  @Test
  void anotherDirectoryTakesItOverAndSendsIt() throws IOException {
    String hash = signedAlone().path("hash").asString();
    String raw = run("tx", "show", hash, "--raw").done().out().strip();
    faults("ok");
    run("practice", "faucet", "Account 1").done(); // some other directory's business meanwhile

    // the same words elsewhere, but the same chain: the journal alone is another
    Path elsewhere = directory.resolve("elsewhere");
    Calls other = new Calls(elsewhere);
    other.cheapVault();
    Ended refused = other.run("tx", "broadcast", raw);
    assertThat(refused.status()).isEqualTo(2); // no terminal to ask at
    assertThat(other.run("tx", "list", "--json").json()).isEmpty();
    Ended sent = other.run("tx", "broadcast", raw, "--yes", "--timeout", "1", "--json");
    JsonNode adopted = sent.json();
    assertThat(adopted.path("hash").asString()).isEqualTo(hash);
    assertThat(adopted.path("id").asString()).isEqualTo("adopted-" + hash);
    assertThat(adopted.path("endpoints")).hasSize(4);
    assertThat(other.run("tx", "list", "--json").json()).hasSize(1);
    other.run("tx", "broadcast", raw, "--yes", "--timeout", "1");
    assertThat(other.run("tx", "list", "--json").json()).hasSize(1);
  }

  @Test
  void aStrangersTransactionIsSentOnceAndNotFollowed() {
    String hash = signedAlone().path("hash").asString();
    String raw = run("tx", "show", hash, "--raw").done().out().strip();
    faults("ok");
    // a directory without this account, on whose practice chain the sender owns nothing
    Calls other = new Calls(directory.resolve("stranger"));
    Ended sent = other.run(Calls.in(raw + "\n"), "tx", "broadcast", "-", "--yes", "--json");
    JsonNode json = sent.json();
    assertThat(sent.status()).isEqualTo(1);
    assertThat(json.path("state").asString()).isEqualTo("rejected");
    assertThat(json.path("own").asBoolean()).isFalse();
    assertThat(json.path("endpoints")).hasSize(4);
    assertThat(json.path("endpoints").get(0).path("class").asString())
        .isEqualTo("insufficient-funds");
    assertThat(other.run("tx", "list", "--json").json()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x", "0x02zz", "0x02c0", "nowhere.txt", CUT_OFF, "\0"})
  void whatIsNoTransactionIsOneLineAndNothingIsLost(String given) {
    for (String command : List.of("decode", "broadcast")) {
      Ended ended = run("tx", command, given, "--json");
      assertThat(ended.errorCode()).as(ended.err()).isEqualTo("bad-raw-transaction");
      assertThat(ended.status()).isEqualTo(2);
      assertThat(ended.err().strip().lines()).hasSize(1);
      assertThat(ended.out()).isEmpty();
    }
  }

  @Test
  void anotherNetworksTransactionIsNotSentHere() throws IOException {
    String hash = signedAlone().path("hash").asString();
    String raw = run("tx", "show", hash, "--raw").done().out().strip();
    Ended ended = run("tx", "broadcast", raw, "--yes", "--json", "--chain", "1");
    assertThat(ended.errorCode()).isEqualTo("wrong-chain");
    assertThat(ended.status()).isEqualTo(2);
    Path picture = Files.write(directory.resolve("no.png"), png());
    assertThat(run("tx", "decode", picture.toString(), "--json").errorCode())
        .isEqualTo("no-qr-code");
  }

  private static byte[] png() {
    return "\u0089PNG\r\n".getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void doorsSayWhatTheyAreAndWhenTheyAreAsked() {
    JsonNode base = endpoint("8453", "base-2");
    assertThat(base.path("enabled").asBoolean()).isFalse();
    assertThat(base.path("reserve").asBoolean()).isTrue();
    assertThat(endpoint("1", "flashbots").path("reserve").asBoolean()).isFalse();
    run("endpoint", "enable", "flashbots", "--chain", "1").done();
    assertThat(endpoint("1", "flashbots").path("reserve").asBoolean()).isTrue();
    assertThat(run("endpoint", "list", "--chain", "1").out())
        .contains("Flashbots Protect, provider, a private relay, in reserve");
    run("endpoint", "disable", "base-2", "--chain", "8453").done();
    assertThat(endpoint("8453", "base-2").path("reserve").asBoolean()).isFalse();
    assertThat(endpoint("1", "publicnode").path("reserve").asBoolean()).isFalse();
  }

  private JsonNode endpoint(String chain, String id) {
    for (JsonNode row : run("endpoint", "list", "--chain", chain, "--json").done().json()) {
      if (row.path("id").asString().equals(id)) {
        return row;
      }
    }
    throw new AssertionError("no endpoint " + id);
  }

  @Test
  void aProxyIsShownSetAndRemoved() {
    assertThat(run("network", "proxy", "--json").done().json().path("proxy").asString())
        .isEqualTo("off");
    JsonNode set =
        run("network", "proxy", "socks5://jo:5ecret@127.0.0.1:9050", "--json").done().json();
    assertThat(set.path("proxy").asString()).isEqualTo("socks5://127.0.0.1:9050");
    assertThat(set.path("circuits").asBoolean()).isFalse();
    Ended shown = run("network", "proxy").done();
    assertThat(shown.out()).contains("socks5://127.0.0.1:9050").doesNotContain("5ecret");
    Ended wrong = run("network", "proxy", "http://127.0.0.1:9050", "--json");
    assertThat(wrong.errorCode()).isEqualTo("bad-proxy");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(run("network", "proxy").out()).contains("socks5://127.0.0.1:9050");
    assertThat(run("network", "proxy", "socks5://127.0.0.1:9050").out())
        .contains("its own circuit");
    assertThat(run("network", "proxy", "off").out()).contains("no proxy");
  }
}

package io.belay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.cli.Calls.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Second signatures at a nonce and the nonces themselves, from the command line.
class NonceCliTest {
  private static final String FRIEND = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  @TempDir Path directory;
  private Calls calls = new Calls(Path.of(""));

  @BeforeEach
  void fund() {
    calls = new Calls(directory.resolve("data"));
    calls.cheapVault();
    calls.run("practice", "faucet", "Account 1").done();
    calls.run("practice", "mine").done();
  }

  private JsonNode json(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--json");
    Ended ended = calls.withPassword(all.toArray(String[]::new));
    assertThat(ended.status()).as(ended.err()).isIn(0, 5);
    return ended.json();
  }

  private JsonNode send(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("send", "--yes", "--from", "Account 1", "--to", FRIEND, "--amount", "1"));
    all.addAll(List.of(more));
    return json(all.toArray(String[]::new));
  }

  private JsonNode show(String hash) {
    return json("tx", "show", hash);
  }

  @Test
  void aTransactionIsSpedUpAtItsNonceAndCountsForTheSameId() {
    JsonNode old = send("--wait", "accepted", "--id", "rent");
    JsonNode fast = json("tx", "speed-up", old.path("hash").asString(), "--yes");
    assertThat(fast.path("nonce").asLong()).isEqualTo(old.path("nonce").asLong());
    assertThat(fast.path("purpose").asString()).isEqualTo("speed-up");
    assertThat(fast.path("replaces").asString()).isEqualTo(old.path("hash").asString());
    assertThat(fast.path("state").asString()).isIn("accepted", "seen", "included");

    JsonNode again = send("--wait", "none", "--id", "rent");
    assertThat(again.path("repeated").asBoolean()).isTrue();
    assertThat(again.path("hash").asString()).isEqualTo(fast.path("hash").asString());
    assertThat(json("tx", "list")).hasSize(2);
  }

  @Test
  void aTransactionIsCancelledByNothingToOneself() {
    JsonNode old = send("--wait", "accepted");
    JsonNode cancel = json("tx", "cancel", old.path("hash").asString(), "--yes");
    assertThat(cancel.path("purpose").asString()).isEqualTo("cancel");
    assertThat(cancel.path("wei").asString()).isEqualTo("0");
    assertThat(cancel.path("to").asString()).isEqualTo(cancel.path("from").asString());
    calls.run("practice", "mine", "2").done();
    assertThat(show(cancel.path("hash").asString()).path("state").asString())
        .isIn("included", "safe");
    JsonNode gone = show(old.path("hash").asString());
    assertThat(gone.path("state").asString()).isEqualTo("conflict");
    assertThat(gone.path("replacedBy").asString()).isEqualTo(cancel.path("hash").asString());
  }

  @Test
  void whatIsMinedCannotBeReplaced() {
    JsonNode old = send("--wait", "accepted");
    calls.run("practice", "mine", "1").done();
    show(old.path("hash").asString());
    String hash = old.path("hash").asString();
    for (String command : List.of("speed-up", "cancel")) {
      Ended ended = calls.withPassword("tx", command, hash, "--yes", "--json");
      assertThat(ended.errorCode()).isEqualTo("not-replaceable");
      assertThat(ended.status()).isEqualTo(1);
    }
    assertThat(calls.run("tx", "rebroadcast", hash, "--json").errorCode())
        .isEqualTo("not-replaceable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"speed-up", "cancel"})
  void withoutATerminalNothingIsSignedUnlessYesIsSaid(String command) {
    Ended ended = calls.run("tx", command, "0x" + "1".repeat(64), "--json");
    assertThat(ended.errorCode()).isEqualTo("usage");
    assertThat(ended.status()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"speed-up --yes", "cancel --yes", "rebroadcast"})
  void anUnknownHashIsSaid(String command) {
    List<String> args = new ArrayList<>(List.of("tx"));
    args.addAll(List.of(command.split(" ", -1)));
    args.add("0x" + "1".repeat(64));
    args.add("--json");
    assertThat(calls.run(args.toArray(String[]::new)).errorCode()).isEqualTo("unknown-transaction");
  }

  @Test
  void theStoredBytesAreSentAgain() {
    JsonNode old = send("--wait", "accepted");
    JsonNode again = json("tx", "rebroadcast", old.path("hash").asString());
    assertThat(again.path("hash").asString()).isEqualTo(old.path("hash").asString());
    assertThat(again.path("endpoints")).hasSize(4);
  }

  @Test
  void aGapIsShownAndFilled() {
    JsonNode later = send("--nonce", "1", "--wait", "none");
    assertThat(later.path("nonce").asLong()).isEqualTo(1);
    JsonNode chart = json("nonce", "Account 1");
    assertThat(chart.path("nonce").asLong()).isZero();
    assertThat(chart.path("slots").get(0).path("state").asString()).isEqualTo("gap");
    assertThat(chart.path("slots").get(0).path("repair").asString()).isEqualTo("fill");
    assertThat(chart.path("slots").get(1).path("nonce").asLong()).isEqualTo(1);

    Ended refused = calls.withPassword("nonce", "Account 1", "--repair", "--json");
    assertThat(refused.errorCode()).isEqualTo("usage");

    JsonNode repaired = json("nonce", "Account 1", "--repair", "--yes");
    assertThat(repaired.path("slots").get(0).path("state").asString()).isIn("in-pool", "mined");
    calls.run("practice", "mine", "2").done();
    assertThat(show(later.path("hash").asString()).path("state").asString())
        .isIn("included", "safe");
    assertThat(calls.run("nonce", "Account 1").out()).contains("next");
  }
}

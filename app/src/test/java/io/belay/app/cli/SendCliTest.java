package io.belay.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.cli.Calls.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `belay send` and what it plans, on the practice network.
@Timeout(60)
class SendCliTest {
  private static final String ALICE = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
  private static final String BOB = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  private static final String TOKEN = "0x0000000000000000000000000050726163746963";

  @TempDir Path directory;
  private Calls calls;

  @BeforeEach
  void fund() {
    calls = new Calls(directory.resolve("data"));
    calls.cheapVault();
    calls.run("practice", "faucet", ALICE).done();
    calls.run("practice", "mine").done();
  }

  private Ended send(String... options) {
    List<String> args = new ArrayList<>(List.of("send", "--json", "--from", "Account 1"));
    args.addAll(List.of("--to", BOB));
    args.addAll(List.of(options));
    return calls.withPassword(args.toArray(String[]::new));
  }

  @Test
  void aDryRunShowsWhatWouldComeOfIt() {
    JsonNode plan = send("--amount", "all", "--dry-run").done().json();
    assertThat(plan.path("simulation").path("outcome").asString()).isEqualTo("ok");
    assertThat(plan.path("simulation").path("evidence").asString()).isEqualTo("agreed");
    assertThat(plan.path("simulation").path("changes")).hasSize(2);
    assertThat(plan.path("warnings").toString()).contains("first-time-recipient");
    assertThat(plan.path("fees").path("slow").path("expectedWaitMs").asLong())
        .isGreaterThan(plan.path("fees").path("fast").path("expectedWaitMs").asLong());
    assertThat(plan.path("expectedWaitMs").asLong()).isPositive();
    // all that there is and the most the fee can be: nothing else
    long gas = plan.path("gas").asLong();
    assertThat(plan.path("maxCost").asString())
        .isEqualTo(
            new java.math.BigInteger(plan.path("wei").asString())
                .add(
                    new java.math.BigInteger(plan.path("maxFeePerGas").asString())
                        .multiply(java.math.BigInteger.valueOf(gas)))
                .toString());
    assertThat(calls.run("tx", "list", "--json").json()).isEmpty();
  }

  @Test
  void aTokenIsNamedByItsSymbolOrItsContract() {
    assertThat(send("--token", "PUSD", "--amount", "0.000001", "--dry-run").errorCode())
        .isEqualTo("insufficient-tokens");
    assertThat(send("--token", TOKEN, "--amount", "0.0000001", "--dry-run").errorCode())
        .isEqualTo("too-many-decimals");
    assertThat(send("--token", TOKEN, "--amount", "all", "--dry-run").errorCode())
        .isEqualTo("nothing-to-send");
    Ended none = send("--token", BOB, "--amount", "1");
    assertThat(none.errorCode()).isEqualTo("not-a-token");
    assertThat(none.status()).isEqualTo(2);
  }

  @Test
  void anExtremeFeeIsOnlyPaidAfterItsFigure() {
    String[] dear = {"--amount", "1", "--max-fee", "9000", "--yes", "--wait", "none"};
    Ended refused = send(dear);
    assertThat(refused.errorCode()).isEqualTo("fee-not-confirmed");
    assertThat(refused.err()).contains("--confirm-fee 0.19");
    assertThat(refused.status()).isEqualTo(2);
    List<String> wrong = new ArrayList<>(List.of(dear));
    wrong.addAll(List.of("--confirm-fee", "0.1"));
    assertThat(send(wrong.toArray(String[]::new)).errorCode()).isEqualTo("fee-not-confirmed");
    assertThat(calls.run("tx", "list", "--json").json()).isEmpty();
    List<String> right = new ArrayList<>(List.of(dear));
    right.addAll(List.of("--confirm-fee", "0.19"));
    assertThat(send(right.toArray(String[]::new)).json().path("hash").asString()).startsWith("0x");
  }

  @Test
  void aCallIsShownInWords() {
    String approve =
        "0x095ea7b3"
            + "0000000000000000000000005aaeb6053f3e94c9b9a09f33669435e7ef1beaed"
            + "0000000000000000000000000000000000000000000000000000000000000007";
    List<String> args = new ArrayList<>(List.of("send", "--from", "Account 1", "--to", TOKEN));
    args.addAll(List.of("--amount", "0", "--data", approve, "--yes", "--wait", "none", "--json"));
    String hash = calls.withPassword(args.toArray(String[]::new)).json().path("hash").asString();
    assertThat(calls.run("tx", "show", hash, "--json").json().path("meaning").asString())
        .isEqualTo("lets " + BOB + " take up to 7 smallest units of the token " + TOKEN);
    assertThat(calls.run("tx", "show", hash).out()).contains("does     lets " + BOB);
  }

  @Test
  void aTokensAmountIsListedByItsOwnDecimals() {
    String transfer =
        "0xa9059cbb"
            + "0000000000000000000000005aaeb6053f3e94c9b9a09f33669435e7ef1beaed"
            + "0000000000000000000000000000000000000000000000000000000000000000";
    List<String> args = new ArrayList<>(List.of("send", "--from", "Account 1", "--to", TOKEN));
    args.addAll(List.of("--amount", "0", "--data", transfer, "--yes", "--wait", "none", "--json"));
    String hash = calls.withPassword(args.toArray(String[]::new)).json().path("hash").asString();
    JsonNode token = calls.run("tx", "list", "--json").json().get(0).path("token");
    assertThat(token.path("contract").asString()).isEqualTo(TOKEN);
    assertThat(token.path("units").asString()).isEqualTo("0");
    assertThat(token.path("amount").asString()).isEqualTo("0");
    assertThat(token.path("symbol").asString()).isEqualTo("PUSD");
    assertThat(token.path("decimals").asInt()).isEqualTo(6);
    assertThat(token.path("evidence").asString()).isEqualTo("agreed");
    assertThat(calls.run("tx", "list").out())
        .contains("0 PUSD (token " + TOKEN + ", decimals agreed) to " + BOB);
    calls.run("practice", "fault", "practice-1", "refuse").done();
    assertThat(calls.run("tx", "show", hash).out()).contains("token    0 PUSD");
  }
}

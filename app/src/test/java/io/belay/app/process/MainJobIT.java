package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.practice.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(240)
@Tag("timed")
class MainJobIT {
  private static final String USUAL_BLOCKS = "blocks-every-four-seconds";
  private static final BigInteger TENTH = BigInteger.TEN.pow(17);
  private static final BigInteger HUNDRED = BigInteger.TEN.pow(20);

  @TempDir Path directory;
  private Served served;

  @BeforeEach
  void serve(TestInfo test) throws IOException, InterruptedException {
    served = new Served(directory, test.getTags().contains(USUAL_BLOCKS) ? 4 : 1);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private Program.Ended run(String... args) throws IOException, InterruptedException {
    return served.program().run(args);
  }

  @Test
  @Tag(USUAL_BLOCKS)
  void sendsToFinalWithOneEndpointDeadAndOneHanging() throws IOException, InterruptedException {
    run("practice", "fault", "1", "refuse").done(0);
    run("practice", "fault", "2", "hang").done(0);

    assertThat(provenInTime()).as("a balance proven within 2 s of the process's start").isTrue();

    Program.Ended sent = run(served.send("--wait", "final")).done(0);
    System.out.println("final after " + sent.took().toMillis() + " ms, blocks every 4 s");
    assertThat(sent.json().path("state").asString()).isEqualTo("final");
    assertThat(sent.json().path("status").asString()).isEqualTo("ok");
    assertThat(sent.json().path("endpoints")).hasSize(4);
    // three block times and the finality distance of four blocks
    assertThat(sent.took()).isLessThan(Duration.ofSeconds(3 * 4 + 4 * 4).plus(slowness()));
    assertThat(served.truth(Served.FRIEND)).isEqualTo(TENTH);
  }

  /// What a slow or busy machine adds to a call of five seconds' work, by what `--version` takes
  /// beyond the 0.45 s of an idle one; little more than nothing there.
  private Duration slowness() throws IOException, InterruptedException {
    long version = run("--version").done(0).took().toMillis();
    return Duration.ofMillis(Math.max(0, version - 450) * 5);
  }

  /// Up to three tries: what else a machine does can only add to the time, never take from it. On
  /// one so slow or busy that even `--version` takes over 0.45 s the limit grows with that.
  private boolean provenInTime() throws IOException, InterruptedException {
    for (int tries = 0; tries < 3; tries++) {
      long version = run("--version").done(0).took().toMillis();
      long limit = Math.max(2000, version * 2000 / 450);
      Program.Ended balance = run("balance", served.account(), "--json").done(0);
      assertThat(balance.json().get(0).path("evidence").asString()).isEqualTo("proven");
      assertThat(balance.json().get(0).path("wei").asString()).isEqualTo(HUNDRED.toString());
      long took = balance.took().toMillis();
      System.out.println("balance proven after " + took + " ms, --version took " + version + " ms");
      if (took < limit) {
        return true;
      }
    }
    return false;
  }

  @Test
  void oneEndpointLeftIsEnoughAndIsCalledSingle() throws IOException, InterruptedException {
    run("practice", "fault", "1", "refuse").done(0);
    run("practice", "fault", "2", "hang").done(0);
    run("practice", "fault", "3", "http500").done(0);

    JsonNode balance = run("balance", served.account(), "--json").done(0).json().get(0);
    assertThat(balance.path("evidence").asString()).isEqualTo("single");
    assertThat(balance.path("wei").asString()).isEqualTo(HUNDRED.toString());
    JsonNode connection = run("connectivity", "--json").done(0).json();
    assertThat(connection.path("mode").asString()).isEqualTo("degraded");
    JsonNode sent = run(served.send("--wait", "final")).done(0).json();
    assertThat(sent.path("state").asString()).isEqualTo("final");
    assertThat(sent.path("evidence").asString()).isEqualTo("single");
    assertThat(served.truth(Served.FRIEND)).isEqualTo(TENTH);
  }

  @Test
  void aLiarIsBlamedAndTheBalanceStaysTrue() throws IOException, InterruptedException {
    run("practice", "fault", "1", "lying").done(0);

    JsonNode balance = run("balance", served.account(), "--json").done(0).json().get(0);
    assertThat(balance.path("evidence").asString()).isEqualTo("proven");
    assertThat(balance.path("wei").asString()).isEqualTo(HUNDRED.toString());

    JsonNode liar = run("connectivity", "--json").done(0).json().path("endpoints").get(0);
    assertThat(liar.path("blamed").get(0).path("code").asString()).isEqualTo("bad-proof");
  }

  @Test
  void whatWasCutAfterPlanningIsSignedKeptAndSentOnceByTheNextProcess()
      throws IOException, InterruptedException {
    // the program asks for the password once it has planned: there the network is cut
    Path pipe = directory.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Program.Running sending =
        served.program().start(served.sendWith(pipe, "--wait", "accepted", "--timeout", "3"));
    try (OutputStream out = Files.newOutputStream(pipe)) {
      served.all(Fault.REFUSE);
      out.write(Served.PASSWORD.getBytes(StandardCharsets.UTF_8));
    }
    Program.Ended sent = sending.await().done(5);
    assertThat(sent.json().path("state").asString()).isEqualTo("signed");
    assertThat(served.nonce("latest")).isZero();

    healAndSeeItSentOnce();
  }

  @Test
  void signsOfflineFromAStoredViewAndSendsOnceLater() throws IOException, InterruptedException {
    run("balance", "--json").done(0); // leaves a verified view on disk
    served.all(Fault.REFUSE);

    Program.Ended sent =
        run(served.send(
                "--max-fee", "20", "--gas", "21000", "--wait", "accepted", "--timeout", "3"))
            .done(5);
    assertThat(sent.json().path("state").asString()).isEqualTo("signed");

    healAndSeeItSentOnce();
  }

  private void healAndSeeItSentOnce() throws IOException, InterruptedException {
    served.all(Fault.OK);
    run("balance").done(0);
    served.net().mine(2);
    JsonNode list = run("tx", "list", "--json").done(0).json();
    assertThat(list).hasSize(1);
    assertThat(list.get(0).path("state").asString()).isIn("included", "safe");
    assertThat(served.nonce("latest")).isEqualTo(1);
    assertThat(served.truth(Served.FRIEND)).isEqualTo(TENTH);
  }

  @Test
  void whatWasCutBeforeIsNotSigned() throws IOException, InterruptedException {
    served.all(Fault.REFUSE);

    Program.Ended sent = run(served.send("--timeout", "3")).done(6).withOneLine();
    assertThat(sent.errorCode()).isEqualTo("no-way-to-chain");
    // without a stored view not even own fees help
    run(served.send("--max-fee", "20", "--gas", "21000", "--timeout", "3")).done(6).withOneLine();
    assertThat(run("tx", "list", "--json").done(0).json()).isEmpty();
  }
}

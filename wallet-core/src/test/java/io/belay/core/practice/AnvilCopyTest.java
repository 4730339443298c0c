package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Wei;
import io.belay.core.send.NonceSlot;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// One account on two computers: a copied data directory, both send. Neither knows of the other but
/// by the chain; nobody signs anything again by itself, and both tell the truth.
@Timeout(240)
class AnvilCopyTest {
  private static final FeeChoice MORE = new FeeChoice.Custom(Wei.ofGwei("6"), Wei.ofGwei("3"));

  @TempDir Path directory;
  private Anvil anvil;
  private AnvilSession here;
  private AnvilSession there;
  private TxHash common = TxHash.ofRaw(new byte[0]);

  @BeforeEach
  void copy() throws IOException, InterruptedException {
    anvil = Anvil.start(PracticeGas.LIMIT);
    AnvilSession.fund(anvil);
    Path original = Files.createDirectory(directory.resolve("original"));
    try (AnvilSession before = new AnvilSession(original, anvil)) {
      common = before.send(before.plan(before.pay(BOB, milli(1), FeeChoice.Pace.NORMAL)));
    }
    Path copied = Files.createDirectory(directory.resolve("copied"));
    try (Stream<Path> files = Files.list(original)) {
      for (Path file : files.toList()) {
        Files.copy(file, copied.resolve(file.getFileName()));
      }
    }
    here = new AnvilSession(original, anvil);
    there = new AnvilSession(copied, anvil);
  }

  @AfterEach
  void stop() {
    anvil.close();
    here.close();
    there.close();
  }

  private void end() throws IOException, InterruptedException {
    here.mineToTheEnd();
    here.await(common, TxState.FINAL);
    there.await(common, TxState.FINAL);
  }

  private static NonceSlot.Kind slot(AnvilSession of, long nonce) throws InterruptedException {
    return of.session.nonces(of.alice.address()).slots().stream()
        .filter(slot -> slot.nonce() == nonce)
        .map(NonceSlot::kind)
        .findFirst()
        .orElseThrow();
  }

  private List<String> pool() throws IOException, InterruptedException {
    JsonNode pending = anvil.result("txpool_content", "").path("pending");
    return pending.values().stream()
        .flatMap(sender -> sender.values().stream())
        .map(tx -> tx.path("hash").asString())
        .toList();
  }

  private static Wei milli(long thousandths) {
    return Wei.of(PracticeFixture.ETHER.divide(BigInteger.valueOf(1000))).times(thousandths);
  }

  private Wei bob() throws IOException, InterruptedException {
    return Wei.of(
        Hex.toBigInteger(anvil.result("eth_getBalance", "'" + BOB + "','latest'").stringValue()));
  }

  private static int signatures(AnvilSession of) {
    return of.session.activity().get().size();
  }

  @Test
  void whoComesLaterTakesTheNextNonceAndSaysWhy() throws IOException, InterruptedException {
    TxHash one = here.send(here.plan(here.pay(BOB, milli(10), FeeChoice.Pace.NORMAL)));

    SendPlan plan = there.plan(there.pay(BOB, milli(100), FeeChoice.Pace.NORMAL));
    assertThat(PlanFixture.codes(plan)).contains("foreign-pending");
    assertThat(plan.transaction().nonce()).isEqualTo(2);
    TxHash two = there.send(plan);

    SendPlan next = here.plan(here.pay(BOB, milli(1000), FeeChoice.Pace.NORMAL));
    assertThat(PlanFixture.codes(next)).contains("foreign-pending");
    TxHash three = here.send(next);

    assertThat(pool())
        .containsExactlyInAnyOrder(
            common.toString(), one.toString(), two.toString(), three.toString());
    assertThat(slot(here, 2)).isEqualTo(NonceSlot.Kind.FOREIGN);
    assertThat(slot(there, 1)).isEqualTo(NonceSlot.Kind.FOREIGN);
    end();
    here.await(one, TxState.FINAL);
    here.await(three, TxState.FINAL);
    there.await(two, TxState.FINAL);
    assertThat(bob()).isEqualTo(milli(1111));
    assertThat(signatures(here)).isEqualTo(3);
    assertThat(signatures(there)).isEqualTo(2);
  }

  @Test
  void ofTwoAtOnceTheFirstIsMinedAndTheOtherSaysReplaced()
      throws IOException, InterruptedException {
    SendPlan mine = here.plan(here.pay(BOB, milli(10), FeeChoice.Pace.NORMAL));
    SendPlan theirs = there.plan(there.pay(BOB, milli(100), FeeChoice.Pace.NORMAL));
    assertThat(theirs.transaction().nonce()).isEqualTo(mine.transaction().nonce());
    TxHash first = here.send(mine);
    TxHash second = there.send(theirs);
    for (int i = 0; i < 3; i++) {
      here.step();
      there.step();
    }

    assertThat(pool()).containsExactlyInAnyOrder(common.toString(), first.toString());
    assertThat(slot(there, 1)).isEqualTo(NonceSlot.Kind.FOREIGN);
    end();
    assertTold(here.await(first, TxState.FINAL), there.await(second, TxState.REPLACED));
    assertThat(bob()).isEqualTo(milli(11));
    assertNextIsTwo(there);
  }

  @Test
  void ofTwoAtOnceWhoPaysMoreIsMinedAndTheFirstSaysReplaced()
      throws IOException, InterruptedException {
    SendPlan mine = here.plan(here.pay(BOB, milli(10), FeeChoice.Pace.SLOW));
    SendPlan theirs = there.plan(there.pay(BOB, milli(100), MORE));
    TxHash first = here.send(mine);
    here.await(first, TxState.SEEN);
    TxHash second = there.send(theirs);
    for (int i = 0; i < 3; i++) {
      here.step();
      there.step();
    }

    assertThat(pool()).containsExactlyInAnyOrder(common.toString(), second.toString());
    end();
    assertTold(there.await(second, TxState.FINAL), here.await(first, TxState.REPLACED));
    assertThat(bob()).isEqualTo(milli(101));
    assertNextIsTwo(here);
  }

  private void assertTold(TxRecord mined, TxRecord replaced) {
    assertThat(mined.succeeded()).contains(true);
    assertThat(replaced.succeeded()).isEmpty();
    assertThat(replaced.nextSend()).isEmpty();
    // nobody signed anything more
    assertThat(signatures(here)).isEqualTo(2);
    assertThat(signatures(there)).isEqualTo(2);
  }

  /// The one that lost may pay again, behind what the other did.
  private void assertNextIsTwo(AnvilSession loser) throws IOException, InterruptedException {
    SendPlan again = loser.plan(loser.pay(BOB, milli(1000), FeeChoice.Pace.NORMAL));
    assertThat(again.transaction().nonce()).isEqualTo(2);
    TxHash hash = loser.send(again);
    anvil.result("evm_mine", "");
    assertThat(loser.await(hash, TxState.INCLUDED).succeeded()).contains(true);
  }
}

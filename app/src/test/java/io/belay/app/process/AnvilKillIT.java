package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Hex;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `belay send` against a real node over four endpoints whose faults change all the time, killed at
/// any moment: what was signed is mined once, and nothing else is.
class AnvilKillIT {
  private static final int KILLS = Boolean.getBoolean("belay.full") ? 300 : 30;
  private static final BigInteger CENT = BigInteger.TEN.pow(16);
  private static final FaultProxy.Fault[] FAULTS = FaultProxy.Fault.values();
  private static final int MOST_ROUNDS = 10;

  @TempDir Path directory;
  private final long seed = Long.getLong("belay.seed", System.nanoTime());
  private final Random random = new Random(seed);
  // ids that were signed only when asked for again
  private final Set<String> signedLater = new HashSet<>();
  private long usual;
  private int kills;
  private int sends;

  @Test
  @Timeout(3600)
  void whatWasSignedIsMinedOnceAndNothingElse() throws IOException, InterruptedException {
    System.out.println(KILLS + " kills, -Dbelay.seed=" + seed);
    try (AnvilWallet wallet = new AnvilWallet(directory)) {
      String[] look = wallet.send(wallet.passwordFile(), "--dry-run");
      usual = wallet.program().run(look).done(0).took().toMillis();
      while (kills < KILLS) {
        String id = "payment-" + sends++;
        assertThat(sends).as("sends for %s kills", kills).isLessThan(3 * KILLS);
        killOne(wallet, id);
        // else the next one is the restart, in bad weather
        if (random.nextInt(4) > 0) {
          wallet.all(FaultProxy.Fault.OK);
          restart(wallet, id);
          minedAfterAll(wallet);
        }
      }
      wallet.all(FaultProxy.Fault.OK);
      end(wallet);
      account(wallet);
    }
  }

  private void killOne(AnvilWallet wallet, String id) throws IOException, InterruptedException {
    for (FaultProxy endpoint : wallet.endpoints()) {
      endpoint.set(fault(random));
    }
    CountDownLatch cue = cue(wallet);
    long moment = random.nextLong(usual / 3);
    long longest = cue.getCount() == 0 ? usual / 5 + random.nextLong(usual) : usual * 4;
    String wait = random.nextBoolean() ? "accepted" : "included";
    AtomicBoolean over = new AtomicBoolean();
    Thread weather = Thread.ofVirtual().start(() -> change(wallet, random.nextLong(), over));
    Process process =
        wallet
            .program()
            .start(wallet.send(wallet.passwordFile(), "--id", id, "--wait", wait))
            .process();
    try {
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(longest);
      boolean timed = cue.getCount() == 0;
      while (process.isAlive() && System.nanoTime() < until) {
        if (!timed && cue.await(5, TimeUnit.MILLISECONDS)) {
          process.waitFor(moment, TimeUnit.MILLISECONDS);
          break;
        }
        if (timed) {
          process.waitFor(5, TimeUnit.MILLISECONDS);
        }
      }
      kills += process.isAlive() ? 1 : 0;
    } finally {
      process.destroyForcibly().waitFor();
      over.set(true);
      weather.join();
    }
  }

  /// What the moment of the kill is counted from: the start, the end of planning, or the first byte
  /// of a transaction on the wire.
  private CountDownLatch cue(AnvilWallet wallet) {
    return switch (random.nextInt(3)) {
      case 0 -> new CountDownLatch(0);
      case 1 -> wallet.asked("eth_simulateV1");
      default -> wallet.asked("eth_sendRawTransaction");
    };
  }

  /// Half of the time an endpoint is well.
  private static FaultProxy.Fault fault(Random random) {
    return random.nextBoolean() ? FaultProxy.Fault.OK : FAULTS[random.nextInt(FAULTS.length)];
  }

  private static void change(AnvilWallet wallet, long seed, AtomicBoolean over) {
    Random random = new Random(seed);
    try {
      while (!over.get()) {
        Thread.sleep(100 + random.nextInt(300));
        int which = random.nextInt(wallet.endpoints().size());
        wallet.endpoints().get(which).set(fault(random));
      }
    } catch (IOException e) {
      throw new AssertionError("a port was taken", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void restart(AnvilWallet wallet, String id) throws IOException, InterruptedException {
    switch (random.nextInt(3)) {
      case 0 -> wallet.program().run("tx", "list", "--json").done(0);
      case 1 -> wallet.program().run("nonce", wallet.account(), "--json").done(0);
      default -> {
        String[] again = wallet.send(wallet.passwordFile(), "--id", id, "--wait", "accepted");
        JsonNode sent = wallet.program().run(again).done(0).json();
        if (!sent.path("repeated").asBoolean(false)) {
          signedLater.add(id);
        }
      }
    }
  }

  /// Where a call has not got everything into the pool, the next one does.
  private void minedAfterAll(AnvilWallet wallet) throws IOException, InterruptedException {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      wallet.node().result("evm_mine", "");
      List<TxRecord> journal = wallet.journal();
      assertThat(wallet.nonce("pending")).as("sent, not journalled").isLessThan(journal.size() + 1);
      if (wallet.nonce("latest") == journal.size()) {
        return;
      }
      System.out.println(
          "after %d kills: %d of %d mined, one more call"
              .formatted(kills, wallet.nonce("latest"), journal.size()));
      wallet.program().run("tx", "list", "--json").done(0);
    }
    throw new AssertionError("signed and not mined: " + wallet.journal());
  }

  private static void end(AnvilWallet wallet) throws IOException, InterruptedException {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      wallet.program().run("tx", "list", "--json").done(0);
      wallet.node().result("anvil_mine", "'0x3'");
      if (wallet.journal().stream().allMatch(r -> r.state() == TxState.FINAL)) {
        return;
      }
    }
    throw new AssertionError("not final: " + wallet.journal());
  }

  private void account(AnvilWallet wallet) throws IOException, InterruptedException {
    List<String> signed =
        wallet.journal().reversed().stream().map(r -> r.hash().toString()).toList();
    List<JsonNode> mined = wallet.mined();
    List<String> hashes = mined.stream().map(t -> t.path("hash").asString()).toList();
    Set<String> lost = new HashSet<>(signed);
    hashes.forEach(lost::remove);
    int doubled = hashes.size() - new HashSet<>(hashes).size();
    System.out.println(
        "%d kills of %d sends, %d after signing, %d lost, %d doubled"
            .formatted(kills, sends, signed.size() - signedLater.size(), lost.size(), doubled));

    assertThat(signed.size()).as("signed before the kill").isGreaterThan(signedLater.size());
    assertThat(hashes).containsExactlyInAnyOrderElementsOf(signed);
    assertThat(wallet.journal()).extracting(TxRecord::intentId).doesNotHaveDuplicates();
    for (int i = 0; i < mined.size(); i++) {
      assertThat(Hex.toLong(mined.get(i).path("nonce").asString())).isEqualTo(i);
    }
    // no gap, and nothing that waits behind one
    assertThat(wallet.nonce("pending")).isEqualTo(signed.size());
    JsonNode pool = wallet.node().result("txpool_status", "");
    assertThat(pool.path("queued").asString()).isEqualTo("0x0");
    assertThat(wallet.balance(Served.FRIEND))
        .isEqualTo(CENT.multiply(BigInteger.valueOf(signed.size())));
  }
}

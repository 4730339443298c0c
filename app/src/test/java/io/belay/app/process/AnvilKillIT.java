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
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `belay send` against a real node over four endpoints whose faults change all the time, killed at
/// every stage of a send: what was signed is mined once, and nothing else is.
class AnvilKillIT {
  private static final int KILLS = Boolean.getBoolean("belay.full") ? 300 : 30;
  private static final BigInteger CENT = BigInteger.TEN.pow(16);
  private static final int MOST_ROUNDS = 10;

  @TempDir Path directory;
  private final long seed = Long.getLong("belay.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final KillTally tally = new KillTally(List.of(KillStage.values()), random);
  // ids that were signed only when asked for again
  private final Set<String> signedLater = new HashSet<>();
  private Map<KillStage, Long> stays = Map.of();
  private int sends;

  @Test
  @Timeout(3600)
  void whatWasSignedIsMinedOnceAndNothingElse() throws IOException, InterruptedException {
    System.out.println(KILLS + " kills, -Dbelay.seed=" + seed);
    try (AnvilWallet wallet = new AnvilWallet(directory)) {
      Path pipe = WatchedSend.pipe(directory);
      look(wallet, pipe);
      while (tally.all() < KILLS) {
        assertThat(sends).as("sends for " + tally).isLessThan(3 * KILLS);
        sends++;
        killOne(wallet, pipe);
        // else the next one is the restart, in bad weather
        if (random.nextBoolean()) {
          wallet.all(FaultProxy.Fault.OK);
          restart(wallet);
          minedAfterAll(wallet);
        }
      }
      wallet.all(FaultProxy.Fault.OK);
      end(wallet);
      account(wallet);
    }
  }

  private String id() {
    return "payment-%03d".formatted(sends);
  }

  /// No two payments are alike, so that their bytes are told apart on the wire.
  private BigInteger amount() {
    return CENT.add(BigInteger.valueOf(sends));
  }

  private String[] send(AnvilWallet wallet, Path password, String wait) {
    return wallet.send(amount(), password, "--id", id(), "--wait", wait);
  }

  private WatchedSend watched(AnvilWallet wallet, Path pipe) {
    wallet.endpoints().forEach(endpoint -> endpoint.await(amount().toString(16)));
    return new WatchedSend(wallet.program(), pipe, id(), wallet::wire);
  }

  /// How long a send stays at each stage here when nothing is wrong.
  private void look(AnvilWallet wallet, Path pipe) throws IOException, InterruptedException {
    signedLater.add(id());
    stays = watched(wallet, pipe).follow(wallet.program().start(send(wallet, pipe, "included")));
    System.out.println("stays in ms: " + stays);
  }

  private void killOne(AnvilWallet wallet, Path pipe) throws IOException, InterruptedException {
    KillStage wanted = tally.next();
    String wait = random.nextBoolean() ? "accepted" : "included";
    WatchedSend send = watched(wallet, pipe);
    FaultWeather weather = new FaultWeather(wallet.endpoints(), random.nextLong());
    try {
      Program.Running call = wallet.program().start(send(wallet, pipe, wait));
      long moment = random.nextLong(WatchedSend.LEAST_MILLIS + stays.getOrDefault(wanted, 0L));
      send.kill(call, wanted, moment, () -> weather.suit(wanted)).ifPresent(tally::add);
    } finally {
      weather.end();
    }
  }

  private void restart(AnvilWallet wallet) throws IOException, InterruptedException {
    switch (random.nextInt(3)) {
      case 0 -> wallet.program().run("tx", "list", "--json").done(0);
      case 1 -> wallet.program().run("nonce", wallet.account(), "--json").done(0);
      default -> {
        String[] again = send(wallet, wallet.passwordFile(), "accepted");
        JsonNode sent = wallet.program().run(again).done(0).json();
        if (!sent.path("repeated").asBoolean(false)) {
          signedLater.add(id());
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
              .formatted(tally.all(), wallet.nonce("latest"), journal.size()));
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
    List<TxRecord> journal = wallet.journal();
    List<String> signed = journal.stream().map(r -> r.hash().toString()).toList();
    List<JsonNode> mined = wallet.mined();
    List<String> hashes = mined.stream().map(t -> t.path("hash").asString()).toList();
    Set<String> lost = new HashSet<>(signed);
    hashes.forEach(lost::remove);
    int doubled = hashes.size() - new HashSet<>(hashes).size();
    System.out.println(
        "%s, of %d payments; %d signed, %d of them before a kill, %d lost, %d doubled"
            .formatted(
                tally,
                sends + 1,
                signed.size(),
                signed.size() - signedLater.size(),
                lost.size(),
                doubled));

    tally.assertSpread();
    assertThat(hashes).containsExactlyInAnyOrderElementsOf(signed);
    assertThat(journal).extracting(TxRecord::intentId).doesNotHaveDuplicates();
    for (int i = 0; i < mined.size(); i++) {
      assertThat(Hex.toLong(mined.get(i).path("nonce").asString())).isEqualTo(i);
    }
    // no gap, and nothing that waits behind one
    assertThat(wallet.nonce("pending")).isEqualTo(signed.size());
    JsonNode pool = wallet.node().result("txpool_status", "");
    assertThat(pool.path("queued").asString()).isEqualTo("0x0");
    assertThat(wallet.balance(Served.FRIEND))
        .isEqualTo(
            journal.stream()
                .map(r -> r.transaction().value().value())
                .reduce(BigInteger.ZERO, BigInteger::add));
  }
}

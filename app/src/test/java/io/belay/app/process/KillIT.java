package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.practice.Fault;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class KillIT {
  private static final int KILLS = Boolean.getBoolean("belay.full") ? 200 : 30;
  private static final BigInteger TENTH = BigInteger.TEN.pow(17);

  @TempDir Path directory;
  private final long seed = Long.getLong("belay.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final KillTally tally =
      new KillTally(
          List.of(KillStage.PLANNING, KillStage.SIGNING, KillStage.JOURNALLED, KillStage.ACCEPTED),
          random);
  private final Set<String> hashes = new HashSet<>();
  private int sends;
  private int repeated;

  @Test
  @Timeout(1800)
  void killedAtAnyMomentOneIdPaysOnceAndNothingSignedIsLost()
      throws IOException, InterruptedException {
    System.out.println(KILLS + " kills, -Dbelay.seed=" + seed);
    try (Served served = new Served(directory, 1)) {
      served.net().setFault("practice-1", Fault.LOST_REPLY);
      served.net().setFault("practice-2", Fault.DROP_TX);
      Path pipe = WatchedSend.pipe(directory);
      // how long a call stays at each stage here
      Map<KillStage, Long> stays =
          watched(served, pipe).follow(served.program().start(send(served, pipe)));
      payAgain(served);
      System.out.println("stays in ms: " + stays);
      while (tally.all() < KILLS) {
        sends++;
        assertThat(sends).as("sends for " + tally).isLessThan(2 * KILLS);
        KillStage wanted = tally.next();
        long moment = random.nextLong(WatchedSend.LEAST_MILLIS + stays.getOrDefault(wanted, 0L));
        Optional<KillStage> killed =
            watched(served, pipe)
                .kill(served.program().start(send(served, pipe)), wanted, moment, () -> {});
        killed.ifPresent(tally::add);
        boolean before = payAgain(served);
        if (killed.equals(Optional.of(KillStage.ACCEPTED))) {
          assertThat(before).as(id() + " was in the pool").isTrue();
        }
      }
      account(served);
    }
  }

  private String id() {
    return "payment-%03d".formatted(sends);
  }

  private String[] send(Served served, Path password) {
    return served.sendWith(password, "--id", id(), "--wait", "accepted");
  }

  private WatchedSend watched(Served served, Path pipe) {
    return new WatchedSend(
        served.program(),
        pipe,
        id(),
        () -> served.nonce("pending") > sends ? KillStage.ACCEPTED : KillStage.JOURNALLED);
  }

  /// The same call once more.
  ///
  /// @return whether it was signed already
  private boolean payAgain(Served served) throws IOException, InterruptedException {
    JsonNode again = served.program().run(send(served, served.passwordFile())).done(0).json();
    hashes.add(again.path("hash").asString());
    boolean before = again.path("repeated").asBoolean(false);
    repeated += before ? 1 : 0;
    return before;
  }

  private void account(Served served) throws IOException, InterruptedException {
    served.net().mine(2);
    System.out.println("%s, %d of %d signed before".formatted(tally, repeated, sends + 1));
    tally.assertSpread();
    assertThat(hashes).hasSize(sends + 1);
    JsonNode journal = served.program().run("tx", "list", "--json").done(0).json();
    assertThat(journal).hasSize(sends + 1);
    assertThat(served.nonce("latest")).isEqualTo(sends + 1);
    assertThat(served.truth(Served.FRIEND))
        .isEqualTo(TENTH.multiply(BigInteger.valueOf(sends + 1)));
  }
}

package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Bytes32;
import io.belay.core.chain.BlockRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FreshnessTest extends NetworkInHand {
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);

  private final Map<Endpoint, HeadReport> reports = new HashMap<>();

  /// A group whose head is so old.
  private FreshnessTest group(String id, long secondsOld) {
    long time = NOW.getEpochSecond() - secondsOld;
    SeenBlock head =
        new SeenBlock(
            new BlockRef(10_000 - secondsOld, Bytes32.ZERO),
            Bytes32.ZERO,
            Bytes32.ZERO,
            time,
            Optional.empty(),
            0,
            1,
            true);
    reports.put(
        network.endpoint(id, new ScriptedTransport()),
        new HeadReport(head, Optional.empty(), Optional.empty(), Map.of(), NOW));
    return this;
  }

  private String fresh(Instant now) {
    TreeSet<String> groups = new TreeSet<>();
    new Freshness(now, Duration.ofSeconds(36))
        .fresh(reports)
        .keySet()
        .forEach(e -> groups.add(e.group()));
    return String.join(" ", groups);
  }

  @Test
  void aStalledMajorityLosesToAFreshPair() {
    group("a", 4).group("b", 8).group("c", 600).group("d", 600).group("e", 600);
    assertThat(fresh(NOW)).isEqualTo("a b");
  }

  @Test
  void oneThatRunsAheadAloneTakesNobodysVote() {
    group("a", 0).group("b", 600).group("c", 600);
    assertThat(fresh(NOW)).isEqualTo("a b c");
  }

  @Test
  void ofTwoTheOneThatStoppedHasNoVote() {
    group("a", 5).group("b", 600);
    assertThat(fresh(NOW)).isEqualTo("a");
  }

  @Test
  void theLastOneIsKeptHoweverOld() {
    group("a", 60_000);
    assertThat(fresh(NOW)).isEqualTo("a");
  }

  @Test
  void aWallClockMinutesOffChangesNothing() {
    group("a", 0).group("b", 12).group("c", 900);
    for (int minutes : new int[] {-10, -2, 0, 2, 10}) {
      assertThat(fresh(NOW.plus(Duration.ofMinutes(minutes))))
          .as("%d min", minutes)
          .isEqualTo("a b");
    }
  }

  @Test
  void nobodyIsNobody() {
    assertThat(fresh(NOW)).isEmpty();
  }
}

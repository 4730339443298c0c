package io.belay.core.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.store.Database;
import io.belay.core.store.MemoryStore;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Sends under all write faults and pairs of them, with reorgs, crashes at any moment, sleep, lists
/// of endpoints that change, and another wallet of the same account, in virtual time. A run that
/// breaks an invariant is printed with its seed: `-Dbelay.sim.seed=N` plays that one alone.
class SendSimulationTest {
  private static final long RUNS = Boolean.getBoolean("belay.full") ? 10_000 : 1_000;
  // a run mostly waits for one of its own threads to hand over to the next
  private static final int THREADS = 4 * Runtime.getRuntime().availableProcessors();

  private final SendTally tally = new SendTally();
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();
  private final BlockingQueue<Database> databases = new ArrayBlockingQueue<>(THREADS);

  private void open() {
    for (int i = 0; i < THREADS; i++) {
      databases.add(MemoryStore.open());
    }
  }

  @AfterEach
  void close() {
    databases.forEach(Database::close);
  }

  private void play(LongStream seeds) {
    open();
    long start = System.nanoTime();
    long[] all = seeds.toArray();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      LongStream.of(all).forEach(seed -> pool.execute(() -> play(seed)));
    }
    System.out.printf(
        "send simulation: %d kinds of faults, %d runs, %d broken, %s, %d s%n",
        SendSimPlan.kindsOfFaults(),
        all.length,
        broken.size(),
        tally,
        (System.nanoTime() - start) / 1_000_000_000);
  }

  private void play(long seed) {
    SendSimPlan plan = SendSimPlan.of(seed);
    try {
      Database database = databases.take();
      try {
        empty(database);
        List<String> violations = new SendSimRun(plan, database, tally).violations();
        if (!violations.isEmpty()) {
          broken.add("\n" + plan + "\n  " + String.join("\n  ", violations));
        }
      } finally {
        databases.add(database);
      }
    } catch (IllegalStateException e) {
      broken.add("\n" + plan + "\n  the run failed: " + e + ", " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void empty(Database database) {
    database.write(c -> {
      try (Statement statement = c.createStatement()) {
        for (String table : List.of("attempts", "same_again", "transactions", "leases")) {
          statement.executeUpdate("DELETE FROM " + table);
        }
        return 0;
      }
    });
  }

  @Test
  void whatIsNeverSentAgainIsSeenToBeLost() throws InterruptedException {
    open();
    Database database = databases.take();
    databases.add(database);
    empty(database);
    assertThat(new SendSimRun(SendSimPlan.forgotten(), database, tally).violations()).isEmpty();
    empty(database);
    assertThat(new SendSimRun(SendSimPlan.forgotten(), database, tally).sabotaged().violations())
        .anyMatch(violation -> violation.contains("lost"));
  }

  @Test
  void nothingIsLostNothingIsDoubleNothingIsCalledFailedThatIsNot() {
    Long only = Long.getLong("belay.sim.seed");
    long runs = Long.getLong("belay.sim.runs", RUNS);
    play(only == null ? LongStream.range(0, runs) : LongStream.of(only));
    assertThat(broken.stream().limit(5)).isEmpty();
    assertThat(tally.proven()).isPositive().isGreaterThan(tally.ended() * 9 / 10);
    if (only == null) {
      assertThat(tally.ended()).isGreaterThan(tally.transactions() * 7 / 10);
      for (String ending :
          List.of(
              "done",
              "reverted",
              "rejected",
              "replaced by an own one",
              "replaced by another wallet's, named")) {
        assertThat(tally.ended(ending)).as(ending).isPositive();
      }
      for (String act :
          List.of(
              "speed_up", "cancel", "resend", "fill a gap", "crash", "sleep", "swap", "reorg")) {
        assertThat(tally.count(act)).as(act).isPositive();
      }
    }
  }
}

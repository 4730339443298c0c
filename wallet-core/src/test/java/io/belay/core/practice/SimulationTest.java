package io.belay.core.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Thousands of outages, lies and accidents in virtual time. A run that breaks an invariant is
/// printed with its seed: `-Dbelay.sim.seed=N` plays that one alone.
class SimulationTest {
  private static final long RUNS = Boolean.getBoolean("belay.full") ? 10_000 : 1_000;

  private final SimTally tally = new SimTally();
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();

  private void play(LongStream seeds, LongFunction<SimPlan> plans) {
    long start = System.nanoTime();
    long[] all = seeds.toArray();
    LongStream.of(all).parallel().forEach(seed -> play(plans.apply(seed)));
    System.out.printf(
        "simulation: %d runs, %d broken, %s, %d s%n",
        all.length, broken.size(), tally, (System.nanoTime() - start) / 1_000_000_000);
  }

  private void play(SimPlan plan) {
    List<String> violations;
    try {
      violations = new SimRun(plan, SimChains.TRUE, SimChains.OTHER, tally).violations();
    } catch (IllegalStateException e) {
      violations = List.of("the run failed: " + e + ", " + e.getCause());
    }
    if (!violations.isEmpty()) {
      broken.add("\n" + plan + "\n  " + String.join("\n  ", violations));
    }
  }

  @Test
  void invariantsHoldWhateverFails() {
    Long only = Long.getLong("belay.sim.seed");
    long runs = Long.getLong("belay.sim.runs", RUNS);
    System.out.println("simulation: " + SimPlan.kindsOfFaults() + " kinds of faults");
    play(only == null ? LongStream.range(0, runs) : LongStream.of(only), SimPlan::of);
    assertThat(broken.stream().limit(10)).isEmpty();
  }

  @Test
  void oneGroupThatDiesOrHangsStopsNobody() {
    play(LongStream.range(0, Long.getLong("belay.sim.runs", RUNS) / 2), SimPlan::oneGroupGone);
    assertThat(broken.stream().limit(10)).isEmpty();
    assertThat(tally.known()).isGreaterThanOrEqualTo((int) (tally.reads() * 0.9999));
  }

  @Test
  void aLieThatNobodyCanSeeThroughIsSeenByTheSimulation() {
    play(SimPlan.mostCollude(1));
    assertThat(broken).isEmpty(); // the rules ask for no more than fewer than half
    List<String> seen =
        new SimRun(SimPlan.mostCollude(1), SimChains.TRUE, SimChains.OTHER, tally)
            .strict()
            .violations();
    assertThat(seen).isNotEmpty().first().asString().contains("I1 balance PROVEN and wrong");
  }
}

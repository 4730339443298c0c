package io.belay.app.fake;

import io.belay.app.drill.Drills;
import io.belay.core.practice.Drill;
import io.belay.core.practice.DrillAct;
import io.belay.core.practice.DrillJob;
import io.belay.core.practice.DrillReport;
import io.belay.core.practice.DrillResult;
import io.belay.core.practice.DrillScene;
import io.belay.core.practice.DrillScene.Kind;
import io.belay.core.practice.DrillScene.Need;
import io.belay.core.practice.Fault;
import io.belay.core.state.Observed.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Drills that were held before they begin: the one kept went badly, the next goes well.
public final class FakeDrills implements Drills {
  public static final Map<String, String> GROUPS = new LinkedHashMap<>();

  static {
    FakeNetwork.GROUPS.forEach(
        g -> GROUPS.put(g, Character.toUpperCase(g.charAt(0)) + g.substring(1)));
  }

  public Optional<DrillReport> kept = Optional.of(bad());
  public int runs;

  @Override
  public Optional<DrillReport> last() {
    return kept;
  }

  @Override
  public DrillReport run(Optional<Fault> only, Drill.Listener listener) {
    runs++;
    List<DrillAct> acts = good().acts();
    for (int i = 0; i < acts.size(); i++) {
      listener.begins(acts.get(i).scene(), i + 1, acts.size());
    }
    kept = Optional.of(good());
    return good();
  }

  public static DrillReport bad() {
    DrillScene cut = new DrillScene(Kind.CUT, Fault.REFUSE, List.of("dune"), Need.SINGLE);
    List<DrillResult> nothing = new ArrayList<>();
    for (DrillJob job : DrillJob.values()) {
      nothing.add(new DrillResult(job, Level.UNKNOWN, false, false, 2_500, 0));
    }
    return report(
        FakeSession.NOW.minusSeconds(90_000),
        List.of(calm(), new DrillAct(cut, nothing, Map.of())));
  }

  public static DrillReport good() {
    List<DrillAct> acts = new ArrayList<>(List.of(calm()));
    GROUPS.keySet().forEach(g -> acts.add(known(Kind.CUT, Fault.REFUSE, List.of(g), Map.of())));
    acts.add(known(Kind.PAIR, Fault.REFUSE, List.of("alpine", "birch"), Map.of()));
    acts.add(dark());
    acts.add(
        act(Kind.ALONE, Fault.REFUSE, List.of("birch", "cedar", "dune", "ember"), Need.SINGLE));
    acts.add(known(Kind.LIAR, Fault.LYING, List.of("cedar"), Map.of("practice-4", "bad-proof")));
    acts.add(known(Kind.STALE, Fault.STALE, List.of("alpine"), Map.of()));
    return report(FakeSession.NOW, acts);
  }

  private static DrillReport report(Instant at, List<DrillAct> acts) {
    return new DrillReport(at, FakeSession.CHAIN.id(), "Practice", GROUPS, acts, 9_400);
  }

  private static DrillAct calm() {
    return known(Kind.CALM, Fault.OK, List.of(), Map.of());
  }

  private static DrillAct known(
      Kind kind, Fault fault, List<String> broken, Map<String, String> blamed) {
    DrillAct act = act(kind, fault, broken, Need.KNOWN);
    return new DrillAct(act.scene(), act.results(), blamed);
  }

  private static DrillAct act(Kind kind, Fault fault, List<String> broken, Need need) {
    boolean one = need == Need.SINGLE;
    Level level = one ? Level.SINGLE : Level.PROVEN;
    Level head = one ? Level.SINGLE : Level.AGREED;
    return new DrillAct(
        new DrillScene(kind, fault, broken, need),
        List.of(
            new DrillResult(DrillJob.BALANCE, level, true, false, 120, 0),
            new DrillResult(DrillJob.NONCE, level, true, false, 1, 0),
            new DrillResult(DrillJob.FEE, head, true, false, 60, 0),
            new DrillResult(DrillJob.SIGN, head, true, false, 2, 0),
            new DrillResult(DrillJob.SEND, head, true, false, 90, 5 - broken.size())),
        Map.of());
  }

  private static DrillAct dark() {
    List<DrillResult> results = new ArrayList<>();
    for (DrillJob job : DrillJob.values()) {
      Level level = job == DrillJob.SEND ? Level.UNKNOWN : Level.STALE;
      results.add(new DrillResult(job, level, true, false, 500, 0));
    }
    return new DrillAct(
        new DrillScene(Kind.DNS, Fault.DNS, List.copyOf(GROUPS.keySet()), Need.HONEST),
        results,
        Map.of());
  }
}

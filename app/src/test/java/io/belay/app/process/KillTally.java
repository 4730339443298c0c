package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Where the kills fell, and where the next one is to fall: at all stages alike, but at least half
/// of them once there is something to lose.
final class KillTally {
  private final Map<KillStage, Integer> kills = new EnumMap<>(KillStage.class);
  private final Random random;

  KillTally(List<KillStage> stages, Random random) {
    stages.forEach(stage -> kills.put(stage, 0));
    this.random = random;
  }

  void add(KillStage stage) {
    kills.merge(stage, 1, Integer::sum);
  }

  int all() {
    return kills.values().stream().mapToInt(n -> n).sum();
  }

  int signed() {
    return kills.entrySet().stream()
        .filter(e -> e.getKey().isSigned())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /// The stage with the fewest kills.
  KillStage next() {
    boolean any = signed() * 2 > all();
    List<KillStage> open =
        kills.keySet().stream().filter(stage -> any || stage.isSigned()).toList();
    int fewest = open.stream().mapToInt(this::at).min().orElseThrow();
    List<KillStage> best = open.stream().filter(stage -> at(stage) == fewest).toList();
    return best.get(random.nextInt(best.size()));
  }

  private int at(KillStage stage) {
    return kills.getOrDefault(stage, 0);
  }

  void assertSpread() {
    assertThat(kills.values()).as(kills.toString()).allMatch(n -> n > 0);
    assertThat(signed() * 2).as(kills.toString()).isGreaterThanOrEqualTo(all());
  }

  @Override
  public String toString() {
    return all() + " kills: " + kills;
  }
}

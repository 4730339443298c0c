package io.belay.core.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/// Facts of two chains, compared and counted.
final class Facts {
  private final List<String> differences = new ArrayList<>();
  private int compared;

  void compare(String what, Object practice, Object anvil) {
    compared++;
    if (!practice.equals(anvil)) {
      differences.add(what + ": practice " + practice + ", anvil " + anvil);
    }
  }

  void assertNoDifference(String history) {
    System.out.println(
        "anvil, "
            + history
            + ": "
            + compared
            + " facts compared, "
            + differences.size()
            + " differences");
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(100);
  }
}

package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The table of scenarios names every number, and only tests that are there.
class ScenarioTableTest {
  private static final Map<String, Integer> FAMILIES =
      Map.of("R", 19, "H", 5, "Q", 9, "F", 20, "I", 13, "L", 6, "W", 18, "X", 20);

  private static Map<String, String> table() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    try (InputStream in = ScenarioTableTest.class.getResourceAsStream("scenarios.md")) {
      assertThat(in).isNotNull();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (line.matches("\\| [A-Z]\\d\\d \\|.*")) {
          rows.put(line.substring(2, 5), line.substring(8, line.length() - 2).strip());
        }
      }
    }
    return rows;
  }

  @Test
  void everyNumberHasARow() throws IOException {
    List<String> wanted = new ArrayList<>();
    FAMILIES.forEach((letter, count) -> {
      for (int i = 1; i <= count; i++) {
        wanted.add("%s%02d".formatted(letter, i));
      }
    });
    assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    int named = 0;
    int reasons = 0;
    for (Map.Entry<String, String> row : table().entrySet()) {
      if (row.getValue().startsWith("- ")) {
        reasons++;
        continue;
      }
      for (String test : row.getValue().split(",\\s*", -1)) {
        if (!test.equals("sim") && !test.equals("send-sim")) {
          assertThat(isThere(test)).as(row.getKey() + " " + test).isTrue();
        }
        named++;
      }
    }
    System.out.printf(
        "scenarios: %d rows, %d tests named, %d reasons%n", table().size(), named, reasons);
    assertThat(named).isGreaterThan(80);
  }

  private static boolean isThere(String test) {
    String[] parts = test.split("#", -1);
    try {
      Class<?> type =
          Class.forName(
              "io.belay.core." + parts[0], false, ScenarioTableTest.class.getClassLoader());
      return Arrays.stream(type.getDeclaredMethods()).anyMatch(m -> m.getName().equals(parts[1]));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}

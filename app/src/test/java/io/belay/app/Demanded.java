package io.belay.app;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Tools that a test needs and a machine may lack: then the test says so and is skipped, unless the
/// build demands it (`BELAY_DEMAND=true`).
public final class Demanded {
  private Demanded() {}

  /// Goes on only where a program is on the path.
  public static void tool(String name) {
    boolean there =
        Arrays.stream(System.getenv("PATH").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    demand(there, name);
  }

  /// Goes on only where a file is there.
  public static void file(Path file) {
    demand(Files.exists(file), String.valueOf(file.getFileName()));
  }

  private static void demand(boolean there, String name) {
    if (there) {
      return;
    }
    if (Boolean.getBoolean("belay.demand")) {
      fail(name + " is missing");
    }
    System.out.println("skipped: " + name + " is missing");
    abort(name + " is missing");
  }
}

package io.belay.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed while it brings data up to date loses nothing, whenever that is.
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UpgradeKillTest {
  private static final int KILLS = Boolean.getBoolean("belay.full") ? 100 : 8;
  private static final int ROWS = 4000;
  private static final int OLD = 3;

  @TempDir Path directory;
  private final long seed = Long.getLong("belay.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private int before;
  private int after;

  @Test
  void killedAtAnyMomentTheDataIsOldOrNewAndWhole()
      throws IOException, InterruptedException, SQLException {
    System.out.println(KILLS + " kills, -Dbelay.seed=" + seed);
    Path original = directory.resolve("original.db");
    OldFile.make(original, OLD, ROWS);
    long takes = upgrade(fresh(original, "measured"), Long.MAX_VALUE);
    for (int kill = 0; kill < KILLS; kill++) {
      Path data = fresh(original, "killed-" + kill);
      upgrade(data, (long) (takes * (kill + random.nextDouble()) / KILLS));
      mustBeWhole(data);
      Schema.open(data).close();
      assertThat(OldFile.mustBeWhole(data.resolve("belay.db"), ROWS)).isGreaterThan(OLD);
      assertThat(OldFile.mustBeWhole(data.resolve("belay.db.schema-" + OLD), ROWS)).isEqualTo(OLD);
    }
    assertThat(before).as("killed before the change was done").isPositive();
    System.out.println(before + " killed before the change was done, " + after + " after it");
  }

  private Path fresh(Path original, String name) throws IOException {
    Path data = Files.createDirectory(directory.resolve(name));
    Files.copy(original, data.resolve("belay.db"));
    return data;
  }

  /// As the killed process left it.
  private void mustBeWhole(Path data) throws IOException, SQLException {
    Path copy = data.resolve("belay.db.schema-" + OLD);
    if (Files.exists(copy)) {
      assertThat(OldFile.mustBeWhole(copy, ROWS)).isEqualTo(OLD);
    }
    Path look = Files.createDirectory(data.resolve("look")); // looking would mend it
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.filter(f -> f.toString().contains("belay.db")).toList()) {
        Files.copy(file, look.resolve(file.getFileName()));
      }
    }
    if (OldFile.mustBeWhole(look.resolve("belay.db"), ROWS) == OLD) {
      before++;
    } else {
      assertThat(copy).exists();
      after++;
    }
  }

  /// @param nanos until it is killed, from the moment it is ready
  /// @return how long it took
  private static long upgrade(Path data, long nanos) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    UpgradeKillTest.class.getName(),
                    data.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(process.getInputStream().read()).isEqualTo('r');
      long since = System.nanoTime();
      if (process.waitFor(nanos, TimeUnit.NANOSECONDS)) {
        assertThat(process.exitValue()).isZero();
      }
      return System.nanoTime() - since;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /// The process that is killed.
  public static void main(String[] args) throws IOException {
    Database.open(Path.of(args[0], "warm.db"), Schema.scripts()).close(); // the driver is loaded
    System.out.print("r");
    System.out.flush();
    Schema.open(Path.of(args[0])).close();
  }
}

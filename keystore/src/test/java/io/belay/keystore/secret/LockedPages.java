package io.belay.keystore.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Memory that Linux counts as locked. Each open secret holds a page of its own, so what some work
/// left open is seen from outside, whoever made it.
public final class LockedPages {
  private static final Path STATUS = Path.of("/proc/self/status");

  private LockedPages() {}

  /// Work that may fail.
  public interface Work {
    void run() throws Exception;
  }

  /// Runs the work and asserts that it closed every secret that it opened. Skips where the system
  /// does not count.
  public static void assertNoneLeft(Work work) throws Exception {
    Assumptions.assumeTrue(isCounted(), "locked memory is not counted");
    work.run(); // classes that are loaded now keep what they keep
    long before = kib();
    work.run();
    // fewer is no fault: the collector may have found what an earlier test forgot
    assertThat(kib()).as("KiB of locked memory").isLessThanOrEqualTo(before);
  }

  private static boolean isCounted() throws IOException {
    long before = kib();
    try (SecretBytes _ = SecretBytes.copyOf(new byte[1])) {
      return kib() > before;
    }
  }

  /// All that this process has locked; 0 where the system does not count.
  public static long kib() throws IOException {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith("VmLck:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return 0;
  }
}

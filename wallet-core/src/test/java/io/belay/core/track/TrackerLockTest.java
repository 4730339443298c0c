package io.belay.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.OnWindowThread;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackerLockTest {
  @TempDir Path directory;

  @Test
  void windowsThreadDoesNotWaitForIt() throws Exception {
    AtomicInteger worked = new AtomicInteger();
    TrackerLock lock = new TrackerLock(directory.resolve("tracker.lock"));
    OnWindowThread.isRefused(
        "the tracker's lock",
        () -> {
          lock.ifFree(worked::incrementAndGet);
          return 0;
        });
    assertThat(worked).hasValue(0);
    lock.ifFree(worked::incrementAndGet);
    assertThat(worked).hasValue(1);
  }
}

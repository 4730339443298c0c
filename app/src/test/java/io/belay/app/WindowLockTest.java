package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowLockTest {
  @TempDir Path directory;

  @Test
  void thereIsOneWindowAndAnotherAfterIt() {
    try (WindowLock first = WindowLock.take(directory).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(WindowLock.take(directory)).isEmpty();
    }
    WindowLock second = WindowLock.take(directory).orElseThrow();
    second.close();
  }

  @Test
  void theFirstWindowIsRaised() throws Exception {
    CountDownLatch raised = new CountDownLatch(1);
    try (WindowLock first = WindowLock.take(directory).orElseThrow()) {
      WindowLock.raise(directory);
      first.onRaise(raised::countDown);
      assertThat(raised.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}

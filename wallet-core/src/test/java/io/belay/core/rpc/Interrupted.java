package io.belay.core.rpc;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What a caller of a transport gets who is interrupted while it waits.
final class Interrupted {
  private Interrupted() {}

  /// Asks, interrupts once the other side was asked, and hands back how it ended.
  static Exception exchange(Transport transport, CountDownLatch asked) throws Exception {
    CompletableFuture<Exception> ended = new CompletableFuture<>();
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                transport.exchange(
                    "{}".getBytes(StandardCharsets.US_ASCII), Duration.ofSeconds(10));
              } catch (InterruptedException | TransportException e) {
                ended.complete(e);
              }
            });
    if (!asked.await(5, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the other side was not asked");
    }
    waiting.interrupt();
    return ended.get(5, TimeUnit.SECONDS);
  }
}

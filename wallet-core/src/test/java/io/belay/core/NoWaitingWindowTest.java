package io.belay.core;

import static io.belay.core.OnWindowThread.isRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.practice.Fault;
import io.belay.core.practice.FaultyTransport;
import io.belay.core.rpc.EndpointUrl;
import io.belay.core.rpc.HttpTransport;
import io.belay.core.rpc.IpcTransport;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.Transport;
import io.belay.core.state.Timing;
import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import io.belay.core.store.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window's thread waits for no disk and no endpoint: it is refused before anything is begun.
class NoWaitingWindowTest {
  private static final byte[] BODY = {'[', ']'};
  private static final Duration SOON = Duration.ofSeconds(1);

  @TempDir Path directory;

  @Test
  void dataFileIsNeitherOpenedReadWrittenNorClosedThere() throws Exception {
    try (Database database = Schema.open(directory)) {
      Settings settings = new Settings(database);
      isRefused("the data file", () -> Database.open(directory.resolve("other.db"), List.of()));
      isRefused("the data file", () -> settings.get("a"));
      isRefused(
          "the data file",
          () -> {
            settings.set("a", "b");
            return 0;
          });
      isRefused("the data file", () -> database.snapshot(directory.resolve("copy")));
      isRefused("the data file", () -> close(database));
      assertThat(settings.get("a")).isEqualTo(Optional.empty());
      assertThat(directory.resolve("other.db")).doesNotExist();
    }
  }

  @Test
  void noEndpointIsAskedThere() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Transport inner =
        (body, timeout) -> {
          asked.incrementAndGet();
          return Reply.ok(body);
        };
    Transport faulty =
        new FaultyTransport(
            inner, () -> Fault.OK, Timing.real(InstantSource.system()), new Random(1));
    Transport http =
        new HttpTransport(HttpTransport.sharedClient(), URI.create("http://127.0.0.1:9"));
    try (IpcTransport ipc = new IpcTransport(EndpointUrl.parse("ipc:" + directory + "/none"))) {
      isRefused("an endpoint", () -> faulty.exchange(BODY, SOON));
      isRefused("an endpoint", () -> http.exchange(BODY, SOON));
      isRefused("an endpoint", () -> ipc.exchange(BODY, SOON));
    }
    assertThat(asked).hasValue(0);
  }

  private static int close(Database database) {
    database.close();
    return 0;
  }
}

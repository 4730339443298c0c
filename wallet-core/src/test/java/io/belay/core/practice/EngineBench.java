package io.belay.core.practice;

import com.sun.management.OperatingSystemMXBean;
import io.belay.core.chain.Chain;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.NodeErrors;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.View;
import io.belay.core.state.Timing;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Prints what the reading engine costs: memory of many networks, and processor time of one whose
/// account and fees are looked at.
final class EngineBench {
  private static final int NETWORKS = 19;
  private static final int ENDPOINTS = 10;
  private static final int WARM = 2_000;
  private static final Duration WATCHED = Duration.ofSeconds(30);
  private static final NodeErrors ERRORS = NodeErrors.load();

  private final Instant start = Instant.now();
  private final Timing timing = Timing.real(Instant::now);

  private EngineBench() {}

  /// Runs both.
  public static void main(String[] args) throws InterruptedException {
    EngineBench bench = new EngineBench();
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < NETWORKS; i++) {
      Reader reader = bench.reader(i);
      reader.refresh();
      reader.account(reader.view(), SimChain.ALICE);
      readers.add(reader);
    }
    long with = used();
    Reader watched = readers.getFirst();
    readers.clear();
    // what goes with the readers is theirs; the one that stays is counted in
    double each = (with - used()) / (NETWORKS - 1.0);
    System.out.printf(
        "engine: %.1f MB of heap for %d networks of %d endpoints%n",
        each * NETWORKS / 1e6, NETWORKS, ENDPOINTS);
    System.out.printf("engine: %.2f %% of a core while nothing is watched%n", cpu(WATCHED));
    for (int i = 0; i < WARM; i++) {
      watched.refresh();
      look(watched); // so that what runs once in a poll is compiled, as after some hours
    }
    cpu(WATCHED); // compiling ends
    System.out.printf("engine: %.2f %% of a core while one network is watched%n", idle(watched));
  }

  private static long used() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(250);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  private static double idle(Reader reader) throws InterruptedException {
    return cpu(() -> {
      long until = System.nanoTime() + WATCHED.toNanos();
      while (System.nanoTime() < until) {
        look(reader);
        Thread.sleep(reader.pollInterval());
      }
    });
  }

  /// As a window does that shows an account and what a payment would cost.
  private static void look(Reader reader) throws InterruptedException {
    View view = reader.poll();
    reader.account(view, SimChain.ALICE);
    reader.feeHistory();
  }

  private static double cpu(Duration asleep) throws InterruptedException {
    return cpu(() -> Thread.sleep(asleep));
  }

  /// Of one core, the whole process.
  private static double cpu(Work work) throws InterruptedException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = System.nanoTime();
    long before = system.getProcessCpuTime();
    work.run();
    return 100.0 * (system.getProcessCpuTime() - before) / (System.nanoTime() - start);
  }

  private Reader reader(int network) {
    Chain chain = ChainRegistry.practice(Duration.ofSeconds(SimChain.BLOCK_SECONDS));
    DrillMemory memory = new DrillMemory();
    Endpoint.Tools tools = new Endpoint.Tools(new JsonRpc(), ERRORS, Instant::now, memory);
    List<Endpoint> endpoints = new ArrayList<>();
    for (int i = 0; i < ENDPOINTS; i++) {
      String id = "n" + network + "-" + i;
      endpoints.add(
          new Endpoint(
              new EndpointConfig(
                  new EndpointId(id),
                  chain.id(),
                  URI.create("practice:" + id),
                  id,
                  id,
                  EndpointConfig.Kind.PROVIDER,
                  true),
              (body, timeout) -> Reply.ok(SimChains.TRUE.reply(body, head())),
              tools));
    }
    return new Reader(chain, endpoints, memory, timing);
  }

  private long head() {
    return 100 + Duration.between(start, Instant.now()).toSeconds() / SimChain.BLOCK_SECONDS;
  }
}

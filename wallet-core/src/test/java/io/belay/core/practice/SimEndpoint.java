package io.belay.core.practice;

import io.belay.core.rpc.Reply;
import io.belay.core.rpc.Transport;
import io.belay.core.rpc.TransportException;
import io.belay.core.rpc.TransportException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// One endpoint of a simulation: the true chain behind a latency, and whatever is wrong with it.
final class SimEndpoint implements Transport {
  private final SimWorld world;
  private final List<SimFault> faults;
  private final RandomGenerator random;
  private final int latency;
  private final Map<Fault, FaultyTransport> faulty = new HashMap<>();
  private int honest;
  private int requests;

  /// @param latency least time for an answer, ms
  SimEndpoint(SimWorld world, List<SimFault> faults, int latency, RandomGenerator random) {
    this.world = world;
    this.faults = List.copyOf(faults);
    this.random = random;
    this.latency = latency;
  }

  /// HTTP requests so far.
  int requests() {
    return requests;
  }

  /// What is wrong now.
  Optional<SimFault.Kind> now() {
    Duration time = world.time().elapsed();
    return faults.stream().filter(f -> f.isOn(time)).map(SimFault::kind).findFirst();
  }

  @Override
  public Reply exchange(byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    requests++;
    if (now().isEmpty()) {
      return honest(body, timeout);
    }
    return switch (now().get()) {
      case SimFault.Kind.Known(Fault fault) -> spoiled(fault, body, timeout);
      case SimFault.Kind.OnlyAbout(Fault fault) ->
          new String(body, StandardCharsets.UTF_8).contains(SimChain.ALICE.toLowerHex())
              ? spoiled(fault, body, timeout)
              : honest(body, timeout);
      case SimFault.Kind.After(Fault fault, int answers) ->
          honest++ < answers ? honest(body, timeout) : spoiled(fault, body, timeout);
      case SimFault.Kind.OtherChain o -> late(body, timeout, world.other(), world.head());
      case SimFault.Kind.Stuck s -> late(body, timeout, world.chain(), world.firstHead() - 30);
      case SimFault.Kind.Intercepted i ->
          throw new TransportException(Reason.TLS, "another certificate");
    };
  }

  private Reply spoiled(Fault fault, byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    return faulty
        .computeIfAbsent(
            fault, f -> new FaultyTransport(this::honest, () -> f, world.time(), random))
        .exchange(body, timeout);
  }

  private Reply honest(byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    return late(body, timeout, world.chain(), world.head());
  }

  private Reply late(byte[] body, Duration timeout, SimChain chain, long head)
      throws TransportException, InterruptedException {
    Duration wait = Duration.ofMillis(latency + random.nextInt(10));
    if (wait.compareTo(timeout) >= 0) {
      world.time().sleep(timeout);
      throw new TransportException(Reason.TIMEOUT, "no answer in time");
    }
    world.time().sleep(wait);
    return Reply.ok(chain.reply(body, head));
  }
}

package io.belay.core.practice;

import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.Transport;
import io.belay.core.rpc.TransportException;
import io.belay.core.state.Timing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/// The way to one endpoint in a drill: the real one, held before the wire, with the scene's fault.
final class DrillWay implements Transport {
  /// Longest wait for one answer: a drill shows what happens, it need not wait for the last moment.
  static final Duration PATIENCE = Duration.ofMillis(2_500);

  private final EndpointConfig config;
  private final Transport faulty;
  private final List<String> held = new CopyOnWriteArrayList<>();
  private volatile Fault fault = Fault.OK;

  DrillWay(EndpointConfig config, Transport real, Timing timing, RandomGenerator random) {
    this.config = config;
    this.faulty = new FaultyTransport(new HeldWire(real, held::add), () -> fault, timing, random);
  }

  EndpointConfig config() {
    return config;
  }

  /// Sets a scene.
  void play(DrillScene scene) {
    held.clear();
    fault = scene.broken().contains(config.group()) ? scene.fault() : Fault.OK;
  }

  /// Whether exactly these bytes would have gone out here.
  boolean holds(String raw) {
    return held.contains(raw);
  }

  @Override
  public Reply exchange(byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    return faulty.exchange(body, timeout.compareTo(PATIENCE) > 0 ? PATIENCE : timeout);
  }

  @Override
  public void close() {
    faulty.close();
  }
}

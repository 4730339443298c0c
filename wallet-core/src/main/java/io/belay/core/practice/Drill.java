package io.belay.core.practice;

import io.belay.base.WalletException;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.NodeErrors;
import io.belay.core.rpc.Reader;
import io.belay.core.state.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Rehearses outages over a network's real endpoints: breaks them scene by scene on this side of
/// the wire and does a wallet's jobs all the same. Each scene has an engine, health and memory of
/// its own, so the wallet's breakers, blame and remembered values stay as they are; an account that
/// nobody knows is asked about, and no transaction ever leaves ([HeldWire]).
public final class Drill {
  private final DrillNet net;
  private final ThrowAwaySigner signer;
  private final DrillDuties duties;
  private final Timing timing;
  private final RandomGenerator random;
  private final NodeErrors errors = NodeErrors.load();
  private final JsonRpc json = new JsonRpc();

  /// Told before each scene, on the drill's thread.
  public interface Listener {
    /// A scene begins.
    ///
    /// @param number from 1
    /// @param all how many there are
    void begins(DrillScene scene, int number, int all);
  }

  /// A drill; nothing is asked until it is run.
  ///
  /// @param random for what varies in faults and pauses
  public Drill(
      DrillNet net,
      ThrowAwaySigner signer,
      DrillDuties duties,
      Timing timing,
      RandomGenerator random) {
    this.net = net;
    this.signer = signer;
    this.duties = duties;
    this.timing = timing;
    this.random = random;
  }

  /// Plays the scenes one after the other; interrupting the thread ends it without a report.
  ///
  /// @param only plays the calm scene and those with this fault; all the usual ones where empty
  /// @throws WalletException `unknown-fault` for the fault of having none, `nothing-to-drill`
  public DrillReport run(Optional<Fault> only, Listener listener) throws InterruptedException {
    if (net.endpoints().isEmpty()) {
      throw new WalletException("nothing-to-drill", "the network has no endpoint to rehearse with");
    }
    List<DrillScene> scenes = new DrillScenes(net).list(only);
    Instant at = timing.instant();
    long start = timing.nanos();
    List<DrillWay> ways = new ArrayList<>();
    try {
      net.endpoints().forEach(e -> ways.add(new DrillWay(e, net.way().apply(e), timing, random)));
      List<DrillAct> acts = play(scenes, ways, listener);
      Duration took = Duration.ofNanos(timing.nanos() - start);
      return new DrillReport(
          at, net.chain().id(), net.chain().name(), net.groups(), acts, took.toMillis());
    } finally {
      ways.forEach(DrillWay::close);
    }
  }

  private List<DrillAct> play(List<DrillScene> scenes, List<DrillWay> ways, Listener listener)
      throws InterruptedException {
    List<DrillAct> acts = new ArrayList<>();
    DrillMemory calm = new DrillMemory();
    Optional<Wei> usual = Optional.empty();
    for (DrillScene scene : scenes) {
      listener.begins(scene, acts.size() + 1, scenes.size());
      ways.forEach(way -> way.play(scene));
      // what was known before the outage is known in it
      DrillMemory memory = acts.isEmpty() ? calm : calm.forgiving();
      DrillStage.Played played =
          new DrillStage(
                  scene,
                  reader(ways, memory),
                  memory,
                  ways,
                  new DrillStage.Cast(signer, duties, timing, acts.size() + 1, usual))
              .play();
      usual = acts.isEmpty() ? played.fee() : usual;
      acts.add(new DrillAct(scene, played.results(), memory.blamed()));
    }
    return acts;
  }

  private Reader reader(List<DrillWay> ways, DrillMemory memory) {
    Endpoint.Tools tools = new Endpoint.Tools(json, errors, timing, memory, random);
    List<Endpoint> endpoints =
        ways.stream().map(way -> new Endpoint(way.config(), way, tools)).toList();
    return new Reader(net.chain(), endpoints, memory, timing);
  }
}

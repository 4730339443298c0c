package io.belay.core.practice;

import io.belay.base.ChainId;
import io.belay.base.TxHash;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.NodeErrors;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.state.Timing;
import io.belay.core.store.Database;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// One simulated run of sending, and what must hold of it whatever happens.
final class SendSimRun {
  private static final NodeErrors ERRORS = NodeErrors.load();
  private static final Duration LONGEST = Duration.ofMinutes(9);
  private static final Duration THREE_BLOCKS = Duration.ofSeconds(3L * SendWorld.BLOCK_SECONDS);
  private static final Wei OTHER_FEE = Wei.of(5 * SendWorld.BASE_FEE);

  private final SendSimPlan plan;
  private final SendWorld world = new SendWorld();
  private final VirtualTime time = world.time();
  private final Database database;
  private final DrillMemory memory = new DrillMemory();
  private final SendTally tally;
  private final List<SendPool> pools = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final Map<TxHash, TxState> last = new HashMap<>();
  private final Map<TxHash, Duration> pooledSince = new HashMap<>();
  private final Set<String> made = new HashSet<>();
  private List<SendNode> nodes = List.of();
  private Optional<TxHash> foreign = Optional.empty();
  private SendWallet wallet;
  private boolean sabotaged;

  SendSimRun(SendSimPlan plan, Database database, SendTally tally) {
    this.plan = plan;
    this.database = database;
    this.tally = tally;
    plan.faults().forEach(f -> pools.add(world.pool()));
    wallet = open();
    SendSimPlan.Happenings happen = plan.happenings();
    happen.forget().ifPresent(at -> world.at(at, world::forget));
    happen
        .reorg()
        .ifPresent(at -> world.at(at, () -> world.reorg(happen.depth(), happen.vanish())));
    happen.foreign().ifPresent(at -> world.at(at, this::sendElsewhere));
  }

  private void sendElsewhere() {
    byte[] raw = SendWallet.sign(SendWallet.transaction(world.nonce(), OTHER_FEE)).raw();
    foreign = Optional.of(TxHash.ofRaw(raw));
    // the other wallet does not give up either, else its nonce would be a gap after a reorg
    for (int i = 0; i < 9; i++) {
      world.at(time.elapsed().plusSeconds(20L * i), () -> pools.forEach(pool -> pool.hear(raw)));
    }
  }

  List<String> violations() {
    time.run(this::play);
    return violations;
  }

  private SendWallet open() {
    SplittableRandom random = plan.random().split();
    List<SendNode> fresh = new ArrayList<>();
    List<Endpoint> endpoints = new ArrayList<>();
    Endpoint.Tools tools = new Endpoint.Tools(new JsonRpc(), ERRORS, time, memory, random.split());
    for (int i = 0; i < pools.size(); i++) {
      SendNode node =
          new SendNode(
              world,
              pools.get(i),
              plan.faults().get(i),
              random.nextInt(15, 80),
              random.split(),
              this::received);
      fresh.add(node);
      endpoints.add(endpoint(Character.toString('a' + i), node, tools));
    }
    nodes = fresh;
    return new SendWallet(time, endpoints, database, memory);
  }

  static Endpoint endpoint(String id, SendNode node, Endpoint.Tools tools) {
    return new Endpoint(
        new EndpointConfig(
            new EndpointId(id),
            ChainId.of(ChainBox.CHAIN_ID),
            URI.create("practice:" + id),
            id,
            id,
            EndpointConfig.Kind.PROVIDER,
            true),
        node,
        tools);
  }

  /// I5, I11: what reaches a node is in the journal, byte for byte.
  private void received(byte[] raw) {
    if (wallet.journal.signed(TxHash.ofRaw(raw)).isEmpty()) {
      violate("I5 bytes left that no journal holds");
    }
  }

  private void play() {
    try {
      SplittableRandom random = plan.random().split();
      for (int step = 0; time.elapsed().compareTo(LONGEST) < 0 && !isDone(); step++) {
        world.advance();
        happen(step);
        sign();
        if (plan.happenings().crashes().contains(step)) {
          crash(random);
        } else {
          wallet.step();
        }
        world.advance();
        observe();
        time.sleep(wallet.pause());
      }
      judge();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Nothing is sent again, whatever becomes of it, to see that the eyes are open.
  SendSimRun sabotaged() {
    sabotaged = true;
    return this;
  }

  private void happen(int step) {
    if (sabotaged) {
      wallet.journal.all().stream()
          .filter(r -> r.state().isReplaceable() && r.state() != TxState.SIGNED)
          .forEach(r -> wallet.journal.progress(r.in(TxState.CONFLICT, r.evidence()).sendNoMore()));
    }
    if (plan.happenings().sleep().filter(at -> at == step).isPresent()) {
      time.suspend(Duration.ofSeconds(150));
    }
    if (plan.happenings().swap().filter(at -> at == step).isPresent()) {
      wallet = open(); // what the old list carries goes on
    }
  }

  private void sign() throws InterruptedException {
    for (int i = 0; i < plan.sends().size(); i++) {
      String intent = "intent-" + i;
      if (plan.sends().get(i).compareTo(time.elapsed()) <= 0 && !made.contains(intent)) {
        Optional<TxHash> hash = wallet.send(intent);
        if (hash.isPresent() && hash.equals(wallet.send(intent))) { // a double click
          made.add(intent);
        }
      }
    }
  }

  /// The process dies at any moment of a step, and another begins.
  private void crash(SplittableRandom random) throws InterruptedException {
    SendWallet old = wallet;
    Timing.Task running =
        time.start(
            "step",
            () -> {
              try {
                old.step();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    time.sleep(Duration.ofMillis(random.nextInt(1_200)));
    old.die();
    running.cancel();
    time.sleep(Duration.ofMillis(random.nextInt(1, 3_000)));
    wallet = open();
  }

  private boolean isDone() {
    return made.size() == plan.sends().size()
        && wallet.journal.all().stream().allMatch(r -> r.state().isOver());
  }

  private void observe() {
    for (TxRecord record : wallet.journal.all()) {
      TxState before = last.getOrDefault(record.hash(), TxState.SIGNED);
      notePools(record.hash());
      if (record.state() != before) {
        last.put(record.hash(), record.state());
        check(record);
      }
    }
  }

  private void notePools(TxHash hash) {
    boolean honest = nodes.stream().anyMatch(n -> n.isGood(THREE_BLOCKS) && n.pool().holds(hash));
    if (honest) {
      pooledSince.putIfAbsent(hash, time.elapsed());
    } else {
      pooledSince.remove(hash);
    }
  }

  private void check(TxRecord record) {
    TxHash hash = record.hash();
    switch (record.state()) {
      case REJECTED -> {
        if (world.isPooled(hash) || world.everMined(hash)) {
          violate("I6 said rejected, and it is out");
        }
      }
      case DROPPED -> {
        Duration since = pooledSince.getOrDefault(hash, time.elapsed());
        if (time.elapsed().minus(since).compareTo(THREE_BLOCKS) > 0) {
          violate("said dropped, and an honest pool held it all the time");
        }
      }
      case INCLUDED, SAFE, FINAL -> checkIncluded(record);
      case REPLACED -> {
        if (foreign.isEmpty() || world.blockOf(foreign.get()).isEmpty()) {
          violate("said replaced, and nothing else has its nonce");
        }
      }
      default -> {}
    }
  }

  private void checkIncluded(TxRecord record) {
    boolean known =
        record.evidence() == Observed.Level.PROVEN || record.evidence() == Observed.Level.AGREED;
    if (known && !world.everMined(record.hash())) {
      violate("I1 said " + record.state() + ", and no block ever held it");
    }
    if (record.state() == TxState.FINAL && world.blockOf(record.hash()).isEmpty()) {
      violate("I3 said final, and the chain does not hold it");
    }
  }

  private void judge() {
    Map<Long, TxHash> minedAt = new HashMap<>();
    for (TxRecord record : wallet.journal.all()) {
      boolean mined = world.blockOf(record.hash()).isPresent();
      boolean lost = !mined && !record.state().isOver();
      if (lost || (record.state() == TxState.FINAL && !mined)) {
        violate("lost: " + record.state() + " " + record.hash() + " nonce " + record.nonce());
      } else if (!record.state().isOver()) {
        violate("not told to the end: " + record.state() + " nonce " + record.nonce());
      }
      if (mined && minedAt.put(record.nonce(), record.hash()) != null) {
        violate("two mined at nonce " + record.nonce());
      }
      tally.add(record, time.elapsed());
    }
    if (wallet.journal.all().stream().map(TxRecord::intentId).distinct().count()
        != wallet.journal.all().size()) {
      violate("I4 two transactions of one intent");
    }
    if (made.size() < plan.sends().size()) {
      tally.unsigned();
    }
  }

  private void violate(String what) {
    violations.add("at " + time.elapsed().toMillis() + " ms: " + what);
  }
}

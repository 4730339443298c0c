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
import io.belay.core.state.Timing;
import io.belay.core.store.Database;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/// One simulated run of sending, of which nothing must be lost whatever happens.
final class SendSimRun implements SendNode.Ear {
  private static final NodeErrors ERRORS = NodeErrors.load();
  private static final Duration LONGEST = Duration.ofMinutes(12);
  // what an old list of endpoints has on its way ends within so long
  private static final Duration LET_GO = Duration.ofSeconds(20);
  // I15: the chain is asked for within a minute, and an answer takes at most 4 s
  private static final Duration CHAIN_KNOWN = Duration.ofSeconds(68);
  private static final Wei OTHER_FEE = Wei.of(5 * SendWorld.BASE_FEE);
  private static final byte[] ACCOUNT =
      SendWallet.ALICE.toLowerHex().substring(2).getBytes(StandardCharsets.UTF_8);

  private final SendSimPlan plan;
  private final SendWorld world = new SendWorld();
  private final VirtualTime time = world.time();
  private final Database database;
  private final DrillMemory memory = new DrillMemory();
  private final SendTally tally;
  private final List<SendPool> pools = new ArrayList<>();
  private final SendEyes eyes = new SendEyes(world);
  private final SendPerson person;
  private final Map<SendNode, Duration> dropped = new HashMap<>();
  private List<SendNode> nodes = List.of();
  private SendWallet wallet;
  private boolean sabotaged;

  SendSimRun(SendSimPlan plan, Database database, SendTally tally) {
    this.plan = plan;
    this.database = database;
    this.tally = tally;
    this.person = new SendPerson(plan, time, tally);
    plan.faults().forEach(f -> pools.add(world.pool()));
    wallet = open(OptionalInt.empty());
    SendSimPlan.Happenings happen = plan.happenings();
    happen.forget().ifPresent(at -> world.at(at, this::forget));
    happen.reorg().ifPresent(at -> world.at(at, this::reorg));
    happen.foreign().ifPresent(at -> world.at(at, this::sendElsewhere));
  }

  private void forget() {
    tally.did("pools forget");
    world.forget();
  }

  private void reorg() {
    tally.did("reorg");
    world.reorg(plan.happenings().depth(), plan.happenings().vanish());
  }

  private void sendElsewhere() {
    tally.did("another wallet sends");
    byte[] raw = SendWallet.sign(SendWallet.transaction(world.nonce(), OTHER_FEE)).raw();
    eyes.foreign(TxHash.ofRaw(raw));
    // the other wallet does not give up either, else its nonce would be a gap after a reorg
    for (int i = 0; i < 9; i++) {
      world.at(time.elapsed().plusSeconds(20L * i), () -> pools.forEach(pool -> pool.hear(raw)));
    }
  }

  List<String> violations() {
    time.run(this::play);
    return eyes.violations();
  }

  /// A process over all endpoints but one.
  private SendWallet open(OptionalInt without) {
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
              this);
      if (without.orElse(-1) != i) {
        fresh.add(node);
        endpoints.add(endpoint(Character.toString('a' + i), node, tools));
      }
    }
    nodes.forEach(node -> dropped.put(node, time.elapsed()));
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

  /// I14: who is on the list no more is told of no account, once what was on its way is through.
  @Override
  public void asked(SendNode node, byte[] body) {
    Duration since = dropped.getOrDefault(node, time.elapsed());
    if (time.elapsed().minus(since).compareTo(LET_GO) > 0 && names(body)) {
      eyes.violate("I14 told an endpoint of the account that is on the list no more");
    }
  }

  private static boolean names(byte[] body) {
    return new String(body, StandardCharsets.ISO_8859_1)
        .contains(new String(ACCOUNT, StandardCharsets.ISO_8859_1));
  }

  /// I5, I11: what reaches a node is in the journal, byte for byte. I15: and none of another chain.
  @Override
  public void received(SendNode node, byte[] raw) {
    if (wallet.journal.signed(TxHash.ofRaw(raw)).isEmpty()) {
      eyes.violate("I5 bytes left that no journal holds");
    }
    if (node.isElsewhereFor(CHAIN_KNOWN)) {
      eyes.violate("I15 a node of another chain got it");
    }
  }

  private void play() {
    try {
      SplittableRandom random = plan.random().split();
      boolean over = false;
      List<TxRecord> records = List.of();
      for (int step = 0; time.elapsed().compareTo(LONGEST) < 0 && !over; step++) {
        world.advance();
        happen(step, random);
        person.act(wallet, records);
        if (plan.happenings().crashes().contains(step)) {
          crash(random);
        } else {
          wallet.step();
        }
        world.advance();
        records = wallet.journal.all();
        eyes.observe(records, nodes);
        over = person.isContent() && records.stream().allMatch(r -> r.state().isOver());
        time.sleep(wallet.pause());
      }
      eyes.judge(wallet.journal.all(), tally);
      nameNobodyHonest();
      if (!person.isContent()) {
        tally.unsigned();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Who never did anything wrong is no black hole, unless everybody forgot what it had told them.
  private void nameNobodyHonest() {
    if (plan.happenings().forget().isPresent() || plan.happenings().vanish()) {
      return;
    }
    for (int i = 0; i < pools.size(); i++) {
      String id = Character.toString('a' + i);
      boolean named =
          memory.blames(new EndpointId(id)).stream().anyMatch(b -> b.code().equals("black-hole"));
      if (named) {
        tally.did("black hole named");
      }
      if (named && plan.faults().get(i).isEmpty()) {
        eyes.violate("an honest endpoint was called a black hole: " + id);
      }
    }
  }

  /// Nothing is sent again, whatever becomes of it, to see that the eyes are open.
  SendSimRun sabotaged() {
    sabotaged = true;
    return this;
  }

  private void happen(int step, SplittableRandom random) {
    if (sabotaged) {
      wallet.journal.all().stream()
          .filter(r -> r.state().isReplaceable() && r.state() != TxState.SIGNED)
          .forEach(r -> wallet.journal.progress(r.in(TxState.CONFLICT, r.evidence()).sendNoMore()));
    }
    if (plan.happenings().sleep().filter(at -> at == step).isPresent()) {
      tally.did("sleep");
      time.suspend(plan.happenings().nap());
    }
    if (plan.happenings().swaps().contains(step)) {
      OptionalInt without = plan.dispensable(random);
      tally.did(without.isPresent() ? "swap, one endpoint less" : "swap");
      wallet = open(without); // what the old list carries goes on
    }
  }

  /// The process dies at any moment of a step, and another begins.
  private void crash(SplittableRandom random) throws InterruptedException {
    tally.did("crash");
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
    wallet = open(OptionalInt.empty());
  }
}

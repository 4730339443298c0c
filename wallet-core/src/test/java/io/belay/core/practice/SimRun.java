package io.belay.core.practice;

import io.belay.core.chain.BlockRef;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.Blame;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.View;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import io.belay.core.state.Timing;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/// One simulated run: a few groups, faults at some of them, reads now and then; and the invariants
/// of connectivity.md that a reader must keep whatever happens.
final class SimRun {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  // cold start, one silence and a proof; everybody honest answers within 90 ms
  private static final Duration LONGEST = Duration.ofMillis(1_700);

  private final SimPlan plan;
  private final SimWorld world;
  private final VirtualTime time;
  private final DrillMemory memory = new DrillMemory();
  private final SimTally tally;
  private final List<String> violations = new ArrayList<>();
  private final Set<String> liars = new HashSet<>();
  private SimNet net;
  private boolean strict;
  private long shown = -1;
  private Optional<BlockRef> finalized = Optional.empty();
  private volatile Reader reader;

  SimRun(SimPlan plan, SimChain chain, SimChain other, SimTally tally) {
    this.plan = plan;
    this.tally = tally;
    long first = plan.random().nextLong(100, SimChain.HEIGHT - 100);
    this.time = new VirtualTime(SimChain.GENESIS.plusSeconds(first * SimChain.BLOCK_SECONDS + 1));
    this.world = new SimWorld(time, chain, other, first);
    this.net = new SimNet(world, memory, plan.random().split());
    time.setWall(plan.wall());
    this.reader = net().reader();
  }

  /// Holds the run to the truth even where liars are too many, to see that the eyes are open.
  SimRun strict() {
    strict = true;
    return this;
  }

  /// What was violated; empty where all is well.
  List<String> violations() {
    time.run(this::play);
    return violations;
  }

  private void play() {
    Optional<Timing.Task> watch =
        plan.watched() ? Optional.of(time.start("watch", this::watch)) : Optional.empty();
    try {
      SplittableRandom random = plan.random().split();
      for (int round = 0; round < plan.rounds(); round++) {
        read();
        Duration pause = Duration.ofMillis(random.nextInt(200, 9_000));
        if (plan.sleeps() && round == 2) {
          time.suspend(Duration.ofMinutes(3));
        }
        time.sleep(pause);
        if (plan.swaps() && round == 3) {
          reader = reader.with(net().engine());
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      watch.ifPresent(Timing.Task::cancel);
    }
  }

  private void watch() {
    try {
      while (true) {
        reader.poll();
        time.sleep(reader.pollInterval());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the run is over
    }
  }

  private SimNet net() {
    SplittableRandom random = plan.random().split();
    net = new SimNet(world, memory, random.split());
    for (List<SimFault> faults : plan.faults()) {
      if (faults.stream().anyMatch(f -> f.kind().lies())) {
        liars.add(net.nextId());
      }
      net.add(new SimEndpoint(world, faults, random.nextInt(15, 80), random.split()));
    }
    return net;
  }

  private void read() throws InterruptedException {
    long before = net.requests();
    Duration start = time.elapsed();
    Observed<AccountState> account = reader.account(SimChain.ALICE, PATIENCE);
    Duration took = time.elapsed().minus(start);
    check("balance", account, this::balance);
    Observed<JsonNode> token =
        reader.read(
            "eth_call", reader.parameters(SimChain.balanceOf(SimChain.ALICE), "latest"), PATIENCE);
    check("token", token, (said, height) -> isToken(said, height));
    checkView(reader.view());
    checkWords(account);
    checkWords(token);
    checkAvailable(account, took);
    tally.add(account.level(), took, net.requests() - before);
  }

  private boolean balance(AccountState said, long height) {
    return said.balance().value().equals(world.chain().balance(height)) && said.nonce() == 0;
  }

  private boolean isToken(JsonNode said, long height) {
    BigInteger value = new BigInteger(said.asString("0x0").substring(2), 16);
    return value.equals(world.chain().token(height));
  }

  private interface Truth<T> {
    boolean is(T said, long height);
  }

  /// I1, I8: whatever is called proven or agreed is the truth at the block it names, and two groups
  /// stand behind it; what one group says alone may be wrong only if that group lies.
  private <T> void check(String what, Observed<T> observed, Truth<T> truth) {
    if (observed.maybe().isEmpty() || observed instanceof Observed.Stale<T>) {
      return;
    }
    Evidence evidence = observed.proof().orElseThrow();
    long height = evidence.blockNumber();
    boolean right =
        height <= SimChain.HEIGHT
            && evidence.blockHash().equals(world.chain().hash(height))
            && truth.is(observed.maybe().get(), height);
    if (observed instanceof Observed.Single<T>) {
      if (!right && evidence.groups().stream().noneMatch(liars::contains)) {
        violate("I8 " + what + " wrong by an honest group " + observed);
      }
      return;
    }
    if (evidence.groups().size() < 2) {
      violate("I1 " + what + " " + observed.level() + " by " + evidence.groups());
    }
    if (!right && (strict || plan.liarsAreFew())) {
      violate("I1 " + what + " " + observed.level() + " and wrong: " + observed);
    }
  }

  /// I2, I3.
  private void checkView(View view) {
    view.head()
        .ifPresent(head -> {
          long number = head.ref().number();
          if (number < shown && view.turn() != View.Turn.BACK) {
            violate("I2 height fell from " + shown + " to " + number);
          }
          if (number < shown && plan.liarsAreFew() && plan.othersAnswer()) {
            violate("I2 height fell from " + shown + " to " + number + " without a reorg");
          }
          shown = number;
        });
    if (view.finalized() instanceof Observed.Agreed<BlockRef>(BlockRef ref, Evidence e)) {
      boolean fell = finalized.filter(f -> f.number() > ref.number()).isPresent();
      boolean changed =
          finalized.filter(f -> f.number() == ref.number() && !f.equals(ref)).isPresent();
      if (fell || changed) {
        violate("I3 finalized went from " + finalized + " to " + ref);
      }
      if (plan.liarsAreFew() && !ref.hash().equals(world.chain().hash(ref.number()))) {
        violate("I3 finalized is not the chain's: " + ref);
      }
      finalized = Optional.of(ref);
    }
  }

  /// I8, I9: with enough honest groups there is an answer, it is known well, and soon; unless two
  /// collude.
  private void checkAvailable(Observed<AccountState> account, Duration took) {
    if (!plan.othersAnswer() || !plan.liarsAreFew()) {
      return;
    }
    Observed.Level level = account.level();
    boolean halted = level == Observed.Level.DISPUTED && plan.twoCollude();
    if (level != Observed.Level.PROVEN && level != Observed.Level.AGREED && !halted) {
      violate("I8 " + level + " though most groups are honest: " + account);
    }
    if (took.compareTo(LONGEST) > 0) {
      violate("I9 it took " + took.toMillis() + " ms");
    }
  }

  /// I10: no words of an endpoint reach anybody unescaped.
  private void checkWords(Observed<?> observed) {
    List<String> words = new ArrayList<>();
    if (observed instanceof Observed.Disputed<?>(List<String> claims)) {
      words.addAll(claims);
    }
    for (String id : List.of("a", "b", "c", "d", "e")) {
      memory.blames(new EndpointId(id)).stream().map(Blame::detail).forEach(words::add);
    }
    boolean hostile =
        words.stream()
            .anyMatch(w -> w.length() > 400 || w.chars().anyMatch(Character::isISOControl));
    if (hostile) {
      violate("I10 " + words);
    }
  }

  private void violate(String what) {
    violations.add("at " + time.elapsed().toMillis() + " ms: " + what);
  }
}

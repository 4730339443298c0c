package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.core.chain.Chain;
import io.belay.core.money.Wei;
import io.belay.core.practice.DrillScene.Need;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.ChainMemory;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.FeeHistory;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.SeenBlock;
import io.belay.core.rpc.View;
import io.belay.core.state.Observed;
import io.belay.core.state.Observed.Level;
import io.belay.core.state.Timing;
import io.belay.core.tx.SignedTransaction;
import io.belay.core.tx.UnsignedTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One scene's engine, and the jobs that it does.
final class DrillStage {
  private static final long GAS = 21_000;
  private static final long DEAR = 8;

  private final DrillScene scene;
  private final Reader reader;
  private final ChainMemory memory;
  private final List<DrillWay> ways;
  private final Cast cast;
  private final List<DrillResult> results = new ArrayList<>();

  /// Who plays in every scene.
  ///
  /// @param take tells scenes apart: it becomes the amount, so that no two have the same bytes
  /// @param usual the fee while nothing is broken
  record Cast(
      ThrowAwaySigner signer, DrillDuties duties, Timing timing, int take, Optional<Wei> usual) {
    Address account() {
      return signer.address();
    }
  }

  DrillStage(DrillScene scene, Reader reader, ChainMemory memory, List<DrillWay> ways, Cast cast) {
    this.scene = scene;
    this.reader = reader;
    this.memory = memory;
    this.ways = ways;
    this.cast = cast;
  }

  /// What the jobs found, for the scenes to come.
  ///
  /// @param results each job's
  /// @param fee the most per gas that would have been offered
  record Played(List<DrillResult> results, Optional<Wei> fee) {}

  Played play() throws InterruptedException {
    long start = cast.timing().nanos();
    Observed<AccountState> first = reader.account(cast.account(), DrillWay.PATIENCE);
    known(DrillJob.BALANCE, first, a -> a.balance().equals(Wei.ZERO), start);

    start = cast.timing().nanos();
    Duration patience = isLive(first) ? DrillWay.PATIENCE : Duration.ZERO;
    Observed<AccountState> second = reader.account(cast.account(), patience);
    known(DrillJob.NONCE, second, a -> a.nonce() == 0, start);

    start = cast.timing().nanos();
    Observed<DrillDuties.Offer> fee = fee();
    known(DrillJob.FEE, fee, this::isUsual, start);

    Optional<SignedTransaction> signed = sign(second.map(AccountState::nonce), fee);
    send(signed);
    if (scene.kind() == DrillScene.Kind.LIAR) {
      reader.refresh(); // who was not asked may still lie: now its proofs are put to the test
    }
    return new Played(results, fee.maybe().map(DrillDuties.Offer::max));
  }

  private static boolean isLive(Observed<?> observed) {
    return switch (observed.level()) {
      case PROVEN, AGREED, SINGLE -> true;
      case STALE, DISPUTED, UNKNOWN -> false;
    };
  }

  private interface Truth<T> {
    boolean is(T said);
  }

  private <T> void known(DrillJob job, Observed<T> observed, Truth<T> truth, long start) {
    boolean wrong = observed.maybe().filter(said -> !truth.is(said)).isPresent();
    add(job, observed.level(), !wrong && suffices(observed.level()), wrong, start, 0);
  }

  private boolean suffices(Level level) {
    return switch (scene.need()) {
      case KNOWN -> level == Level.PROVEN || level == Level.AGREED;
      case SINGLE -> level == Level.PROVEN || level == Level.AGREED || level == Level.SINGLE;
      case HONEST -> true;
    };
  }

  private void add(DrillJob job, Level level, boolean ok, boolean wrong, long start, int reached) {
    long millis = Duration.ofNanos(cast.timing().nanos() - start).toMillis();
    results.add(new DrillResult(job, level, ok, wrong, millis, reached));
  }

  /// As much as the head is known; from the remembered base fee where there is none.
  private Observed<DrillDuties.Offer> fee() throws InterruptedException {
    View view = reader.view();
    Optional<SeenBlock> head = view.head();
    if (head.isPresent()) {
      Optional<FeeHistory> tips = reader.feeHistory();
      Wei base =
          cast.duties()
              .nextBaseFee(head.get(), reader.chain().rules().baseFee())
              .or(() -> tips.flatMap(FeeHistory::nextBaseFee))
              .orElse(Wei.ZERO);
      return view.headObserved().map(ref -> offer(base, tips));
    }
    Optional<Observed<DrillDuties.Offer>> old =
        memory
            .account(cast.account())
            .flatMap(a ->
                a.baseFee()
                    .map(
                        base -> new Observed.Stale<>(offer(base, Optional.empty()), a.evidence())));
    return old.orElseGet(() -> view.headObserved().map(ref -> offer(Wei.ZERO, Optional.empty())));
  }

  private DrillDuties.Offer offer(Wei base, Optional<FeeHistory> tips) {
    return cast.duties().offer(base, tips, reader.chain().blockTime());
  }

  /// A fee moves by itself; several times the usual one is somebody's invention.
  private boolean isUsual(DrillDuties.Offer offer) {
    return cast.usual().filter(usual -> offer.max().compareTo(usual.times(DEAR)) > 0).isEmpty();
  }

  private Optional<SignedTransaction> sign(Observed<Long> nonce, Observed<DrillDuties.Offer> fee) {
    long start = cast.timing().nanos();
    if (nonce.maybe().isEmpty() || fee.maybe().isEmpty()) {
      add(DrillJob.SIGN, Level.UNKNOWN, false, false, start, 0);
      return Optional.empty();
    }
    UnsignedTransaction plan = transaction(nonce.maybe().get(), fee.maybe().get());
    SignedTransaction signed = plan.signed(cast.signer().sign(plan.payload()));
    Level level = nonce.level().compareTo(fee.level()) > 0 ? nonce.level() : fee.level();
    add(DrillJob.SIGN, level, true, false, start, 0);
    return Optional.of(signed);
  }

  private UnsignedTransaction transaction(long nonce, DrillDuties.Offer fee) {
    Chain chain = reader.chain();
    return new UnsignedTransaction(
        chain.id(), nonce, fee.tip(), fee.max(), GAS, cast.account(), Wei.of(cast.take()), "0x");
  }

  private void send(Optional<SignedTransaction> signed) throws InterruptedException {
    long start = cast.timing().nanos();
    if (signed.isEmpty()) {
      add(DrillJob.SEND, Level.UNKNOWN, false, false, start, 0);
      return;
    }
    List<Endpoint> endpoints = reader.endpoints();
    cast.duties().carry(endpoints, signed.get());
    String raw = Hex.encode(signed.get().raw());
    List<DrillWay> reached = ways.stream().filter(way -> way.holds(raw)).toList();
    long groups = reached.stream().map(way -> way.config().group()).distinct().count();
    Level level = groups == 0 ? Level.UNKNOWN : groups == 1 ? Level.SINGLE : Level.AGREED;
    boolean ok = scene.need() == Need.HONEST || groups > 0;
    add(DrillJob.SEND, level, ok, false, start, reached.size());
  }
}

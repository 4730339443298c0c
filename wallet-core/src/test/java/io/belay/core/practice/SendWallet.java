package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.Keccak;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Wei;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.ChainMemory;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.Reader;
import io.belay.core.send.Bids;
import io.belay.core.send.Broadcaster;
import io.belay.core.send.NonceBook;
import io.belay.core.send.NonceChart;
import io.belay.core.send.NonceLease;
import io.belay.core.send.NonceSlot;
import io.belay.core.send.Replacement;
import io.belay.core.send.SendJournal;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxRecord;
import io.belay.core.state.Observed;
import io.belay.core.store.Database;
import io.belay.core.track.TransactionTracker;
import io.belay.core.track.WakeWatch;
import io.belay.core.tx.SignedTransaction;
import io.belay.core.tx.TestKey;
import io.belay.core.tx.UnsignedTransaction;
import io.belay.keystore.AccountRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// One process with a wallet over simulated endpoints; the next one finds what it left on disk.
final class SendWallet {
  private static final TestKey KEY = new TestKey(0xA11CE);
  static final Address ALICE = KEY.address();
  private static final Address BOB = Address.parse("0x00000000000000000000000000000000000000b0");
  private static final Wei FEE = Wei.of(3 * SendWorld.BASE_FEE);
  private static final FeeQuote QUOTE = new FeeQuote(FEE, FEE, FEE, Duration.ofSeconds(4));
  private static final Map<UnsignedTransaction, SignedTransaction> SIGNED =
      new ConcurrentHashMap<>();

  final SendJournal journal;
  private final VirtualTime time;
  private final Reader reader;
  private final NonceBook nonces;
  private final TransactionTracker tracker;
  private boolean dead;

  SendWallet(VirtualTime time, List<Endpoint> endpoints, Database database, ChainMemory memory) {
    ChainId id = ChainId.of(ChainBox.CHAIN_ID);
    this.time = time;
    this.journal = new SendJournal(database, id, time);
    this.nonces = new NonceBook(database, id, time);
    this.reader =
        new Reader(
            ChainRegistry.practice(Duration.ofSeconds(SendWorld.BLOCK_SECONDS)),
            endpoints,
            memory,
            time);
    Broadcaster broadcaster =
        new Broadcaster(
            endpoints,
            (hash, row) -> {
              if (!dead) { // whatever is on its way goes on, but nobody writes its answer down
                journal.attempted(hash, row);
              }
            },
            time,
            () -> {});
    this.tracker =
        new TransactionTracker(
            reader, journal, broadcaster, time, new WakeWatch(time, time, () -> ""), () -> {});
  }

  /// What is on its way stays so; this process does nothing more.
  void die() {
    dead = true;
  }

  /// One round, as a session does it.
  void step() throws InterruptedException {
    reader.poll();
    tracker.step();
  }

  /// Until the next step.
  Duration pause() {
    Duration poll = reader.pollInterval();
    return tracker
        .nextDue()
        .map(due -> Duration.between(time.instant(), due))
        .map(left -> left.compareTo(Duration.ofMillis(200)) < 0 ? Duration.ofMillis(200) : left)
        .filter(left -> left.compareTo(poll) < 0)
        .orElse(poll);
  }

  /// Plans, signs and journals; empty where the account is not known well enough.
  Optional<TxHash> send(String intent) throws InterruptedException {
    return send(intent, SendWish.Kind.PAYS);
  }

  /// As above.
  ///
  /// @param kind what becomes of it where nothing is wrong
  Optional<TxHash> send(String intent, SendWish.Kind kind) throws InterruptedException {
    Observed<AccountState> account = account();
    if (!isStrong(account)) {
      return Optional.empty();
    }
    NonceLease lease =
        nonces.lease(
            ALICE,
            Math.max(
                account.maybe().orElseThrow().nonce(),
                reader.pendingNonce(ALICE).agreed().orElse(0)),
            OptionalLong.empty());
    SendPlan plan = plan(intent, transaction(lease.nonce(), FEE, kind), lease, account);
    SignedTransaction signed = sign(plan.transaction());
    TxHash recorded;
    try {
      recorded = journal.record(plan, signed);
    } catch (WalletException e) {
      nonces.release(lease); // another process was faster with this nonce: planned anew
      return Optional.empty();
    }
    if (!recorded.equals(signed.hash())) {
      nonces.release(lease); // as the service does
    }
    return Optional.of(recorded);
  }

  private Observed<AccountState> account() throws InterruptedException {
    return reader.account(reader.view(), ALICE);
  }

  private static boolean isStrong(Observed<?> observed) {
    return observed.level() == Observed.Level.PROVEN || observed.level() == Observed.Level.AGREED;
  }

  /// Signs another transaction at the nonce of an open one.
  ///
  /// @return whether the journal took it
  boolean replace(TxRecord record, SendAct.Kind kind) {
    List<TxRecord> lane = journal.all().stream().filter(r -> r.nonce() == record.nonce()).toList();
    try {
      Replacement next =
          kind == SendAct.Kind.CANCEL
              ? Bids.cancel(record, lane, Optional.empty(), 21_000)
              : Bids.speedUp(record, lane, Optional.empty());
      journal.record(next, sign(next.transaction()));
      return true;
    } catch (WalletException e) {
      return false; // meanwhile it is mined, or out of the way
    }
  }

  /// Sends the same bytes now, as [io.belay.core.track.LiveSession#rebroadcast] does.
  void resend(TxRecord record) {
    journal.sendNow(record.hash());
  }

  /// Fills the gaps that later ones wait for, where the account is known.
  ///
  /// @return how many were filled
  int fillGaps() throws InterruptedException {
    Observed<AccountState> account = account();
    if (!isStrong(account)) {
      return 0;
    }
    List<TxRecord> all = journal.all();
    NonceChart chart =
        NonceChart.of(
            ALICE, account.map(AccountState::nonce), reader.pendingNonce(ALICE), all, Map.of());
    int filled = 0;
    for (NonceSlot slot : chart.slots()) {
      if (slot.kind() == NonceSlot.Kind.GAP && all.stream().anyMatch(r -> waits(r, slot))) {
        UnsignedTransaction like = transaction(slot.nonce(), FEE);
        Replacement fill = Bids.fill(ALICE, slot.nonce(), like, QUOTE, 21_000);
        journal.record(fill, sign(fill.transaction()));
        filled++;
      }
    }
    return filled;
  }

  private static boolean waits(TxRecord record, NonceSlot slot) {
    return record.nonce() > slot.nonce() && !record.state().isOver();
  }

  private SendPlan plan(
      String intent,
      UnsignedTransaction transaction,
      NonceLease lease,
      Observed<AccountState> account) {
    return new SendPlan(
        new TransferIntent(
            intent,
            new AccountRef(new UUID(0, 1), ALICE),
            BOB,
            reader.chain().currency().amount(Wei.of(1)),
            FeeChoice.Pace.NORMAL,
            OptionalLong.empty(),
            OptionalLong.empty(),
            "0x"),
        transaction,
        QUOTE,
        lease,
        account.map(AccountState::balance),
        account.map(AccountState::nonce),
        List.of());
  }

  static UnsignedTransaction transaction(long nonce, Wei fee) {
    return transaction(nonce, fee, SendWish.Kind.PAYS);
  }

  private static UnsignedTransaction transaction(long nonce, Wei fee, SendWish.Kind kind) {
    return new UnsignedTransaction(
        ChainId.of(ChainBox.CHAIN_ID),
        nonce,
        fee,
        fee,
        kind == SendWish.Kind.REFUSED ? 20_000 : 21_000,
        BOB,
        Wei.of(kind == SendWish.Kind.REVERTS ? SendWorld.REFUSED_VALUE : 1),
        "0x");
  }

  /// A real signature; the same transaction is signed once for all runs.
  static SignedTransaction sign(UnsignedTransaction transaction) {
    return SIGNED.computeIfAbsent(
        transaction, t -> t.signed(KEY.sign(Keccak.hash(t.payload().preimage()))));
  }
}

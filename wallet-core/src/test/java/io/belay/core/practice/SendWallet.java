package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.Signature;
import io.belay.base.TxHash;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Wei;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.ChainMemory;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.Reader;
import io.belay.core.send.Broadcaster;
import io.belay.core.send.NonceBook;
import io.belay.core.send.NonceLease;
import io.belay.core.send.SendJournal;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.state.Observed;
import io.belay.core.store.Database;
import io.belay.core.track.TransactionTracker;
import io.belay.core.track.WakeWatch;
import io.belay.core.tx.SignedTransaction;
import io.belay.core.tx.UnsignedTransaction;
import io.belay.keystore.AccountRef;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// One process with a wallet over simulated endpoints; the next one finds what it left on disk.
final class SendWallet {
  static final Address ALICE = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
  private static final Address BOB = Address.parse("0x00000000000000000000000000000000000000b0");
  private static final Wei FEE = Wei.of(3 * SendWorld.BASE_FEE);

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

  void step() throws InterruptedException {
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
    Observed<AccountState> account = reader.account(reader.view(), ALICE);
    boolean known =
        account.level() == Observed.Level.PROVEN || account.level() == Observed.Level.AGREED;
    if (!known) {
      return Optional.empty();
    }
    NonceLease lease =
        nonces.lease(
            ALICE,
            Math.max(
                account.maybe().orElseThrow().nonce(),
                reader.pendingNonce(ALICE).agreed().orElse(0)),
            OptionalLong.empty());
    SendPlan plan = plan(intent, lease, account);
    SignedTransaction signed = sign(plan.transaction());
    TxHash recorded = journal.record(plan, signed);
    if (!recorded.equals(signed.hash())) {
      nonces.release(lease); // as the service does
    }
    return Optional.of(recorded);
  }

  private SendPlan plan(String intent, NonceLease lease, Observed<AccountState> account) {
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
        transaction(lease.nonce(), FEE),
        new FeeQuote(FEE, FEE, FEE, Duration.ofSeconds(4)),
        lease,
        account.map(AccountState::balance),
        account.map(AccountState::nonce),
        List.of());
  }

  static UnsignedTransaction transaction(long nonce, Wei fee) {
    return new UnsignedTransaction(
        ChainId.of(ChainBox.CHAIN_ID), nonce, fee, fee, 21_000, BOB, Wei.of(1), "0x");
  }

  /// Some signature; nobody in the simulation recovers it.
  static SignedTransaction sign(UnsignedTransaction transaction) {
    return transaction.signed(new Signature(BigInteger.ONE, BigInteger.TWO, 0));
  }
}

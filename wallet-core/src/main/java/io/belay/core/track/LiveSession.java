package io.belay.core.track;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.money.Wei;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.StoredChainMemory;
import io.belay.core.send.Adoption;
import io.belay.core.send.Broadcaster;
import io.belay.core.send.NonceBook;
import io.belay.core.send.SendJournal;
import io.belay.core.send.SendPlan;
import io.belay.core.send.SendService;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxRecord;
import io.belay.core.state.Observed;
import io.belay.core.state.State;
import io.belay.core.state.Timing;
import io.belay.core.store.Database;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.SignedTransaction;
import io.belay.keystore.Signer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// A network in use: reading, sending and tracking over one list of endpoints. The process that
/// gets the tracker's lock re-sends and writes states; the others read what it wrote.
public final class LiveSession implements ChainSession {
  private final Reader reader;
  private final SendService sends;
  private final SendJournal journal;
  private final Adoption adoption;
  private final TransactionTracker tracker;
  private final Path lockFile;
  private final State<Connectivity> connectivity;
  private final State<List<TxRecord>> activity;
  private final ReentrantLock stepping = new ReentrantLock();
  private Optional<Thread> loop = Optional.empty();

  /// A session; nothing is asked until it is used or started.
  ///
  /// @param endpoints all that may be used; those that take transactions and answer no question are
  ///   never asked one and have no vote
  /// @param lockDirectory where this chain's tracker lock lies
  public LiveSession(
      Chain chain,
      List<Endpoint> endpoints,
      Database database,
      Path lockDirectory,
      InstantSource clock) {
    this.reader =
        new Reader(
            chain,
            endpoints.stream().filter(e -> e.config().traits().reads()).toList(),
            new StoredChainMemory(database, chain.id()),
            Timing.real(clock));
    this.journal = new SendJournal(database, chain.id(), clock);
    this.adoption = new Adoption(database, chain.id(), clock);
    this.sends = new SendService(reader, new NonceBook(database, chain.id(), clock), journal);
    SendJournal written = this.journal;
    State<List<TxRecord>> told = new State<>(written.all());
    this.activity = told;
    this.tracker =
        new TransactionTracker(
            reader,
            journal,
            new Broadcaster(endpoints, journal::attempted, clock, () -> told.set(written.all())),
            clock);
    this.lockFile = lockDirectory.resolve("tracker-" + chain.id() + ".lock");
    this.connectivity = new State<>(reader.connectivity());
  }

  /// Starts polling and tracking in the background.
  public synchronized LiveSession start() {
    loop = Optional.of(Thread.ofVirtual().name("belay-track").start(this::run));
    return this;
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        step();
        Thread.sleep(reader.pollInterval());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// One round: asks for the heads, takes transactions further, publishes both.
  public void step() throws InterruptedException {
    reader.poll();
    connectivity.set(reader.connectivity());
    track();
    activity.set(journal.all());
    connectivity.set(reader.connectivity());
  }

  private void track() throws InterruptedException {
    if (journal.all().stream().allMatch(record -> record.state().isOver())) {
      return;
    }
    stepping.lockInterruptibly();
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        tracker.step();
      }
    } catch (OverlappingFileLockException e) {
      return; // another session of this process tracks
    } catch (IOException e) {
      throw new WalletException("store-failed", "the tracker's lock file cannot be used", e);
    } finally {
      stepping.unlock();
    }
  }

  @Override
  public Chain chain() {
    return reader.chain();
  }

  @Override
  public State<Connectivity> connectivity() {
    return connectivity;
  }

  @Override
  public void refresh() throws InterruptedException {
    reader.refresh();
    connectivity.set(reader.connectivity());
    activity.set(journal.all());
  }

  @Override
  public Observed<Wei> balance(Address account) throws InterruptedException {
    Observed<Wei> balance = reader.account(reader.view(), account).map(AccountState::balance);
    connectivity.set(reader.connectivity());
    return balance;
  }

  /// An account's nonce now, and how it is known.
  public Observed<Long> nonce(Address account) throws InterruptedException {
    return reader.account(reader.view(), account).map(AccountState::nonce);
  }

  @Override
  public boolean isUsed(Address account) throws InterruptedException {
    AccountState state =
        reader
            .account(reader.view(), account)
            .maybe()
            .orElseThrow(() ->
                new WalletException("no-way-to-chain", "nobody says whether the account was used"));
    return state.nonce() > 0 || state.balance().value().signum() > 0 || state.hasCode();
  }

  @Override
  public SendPlan plan(TransferIntent intent) throws InterruptedException {
    return sends.plan(intent);
  }

  @Override
  public void release(SendPlan plan) {
    sends.release(plan);
  }

  @Override
  public TxHash send(SendPlan plan, Signer signer) {
    TxHash hash = sends.sign(plan, signer);
    activity.set(journal.all());
    return hash;
  }

  /// Takes a transaction of an own account over that was signed elsewhere; from then on it is sent
  /// and followed like one of this wallet's. Nothing changes where it is known already.
  ///
  /// @return whether the journal has it; false for a kind that it cannot follow
  public boolean adopt(DecodedTransaction transaction) {
    boolean known = adoption.adopt(transaction);
    activity.set(journal.all());
    return known;
  }

  /// A journalled transaction's signed bytes.
  public Optional<SignedTransaction> signed(TxHash hash) {
    return journal.signed(hash);
  }

  @Override
  public State<List<TxRecord>> activity() {
    return activity;
  }

  @Override
  public synchronized void close() {
    loop.ifPresent(Thread::interrupt);
  }
}

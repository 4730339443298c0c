package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The chain in a box: accounts, a token, a pool and blocks by the main network's rules, kept in
/// one directory. One lock guards changes; reads see the last published [PracticeView].
public final class PracticeChain implements ChainBox {
  /// Address of the built-in token, "Practice Dollar" (PUSD, 6 decimals).
  public static final Address TOKEN = PracticeToken.ADDRESS;

  // after a long absence a few blocks are as good as thousands
  private static final int MOST_DUE = 5;
  private static final BigInteger TEN_ETHER = BigInteger.TEN.pow(19);
  private static final byte[] EXTRA = "belay practice".getBytes(StandardCharsets.US_ASCII);

  private final ReentrantLock lock = new ReentrantLock();
  private final InstantSource clock;
  private final long blockSeconds;
  private final PracticeFaucet faucet;
  private final PracticeLedger ledger;
  private final PracticeRpc rpc;
  private volatile PracticeView view;

  private PracticeChain(Path dir, Duration blockTime, InstantSource clock) {
    PracticeCurve curve = new PracticeCurve();
    this.clock = clock;
    this.blockSeconds = Math.max(1, blockTime.toSeconds());
    this.faucet = new PracticeFaucet(curve);
    this.ledger =
        PracticeLedger.open(
            dir, new PracticeTxReader(curve), faucet.address(), clock.instant().getEpochSecond());
    this.view = ledger.view();
    this.rpc = new PracticeRpc(this::view, new Pool());
  }

  /// Opens the chain kept in a directory, or begins one there. The caller holds the lock that keeps
  /// other processes out.
  ///
  /// @param blockTime between blocks, at least a second
  /// @throws WalletException `practice-storage` or `practice-damaged`
  public static PracticeChain open(Path dir, Duration blockTime, InstantSource clock) {
    return new PracticeChain(dir, blockTime, clock);
  }

  @Override
  public byte[] handle(byte[] body) {
    return rpc.handle(body);
  }

  @Override
  public TxHash faucet(Address to, Optional<Wei> amount) {
    return give(to, amount.map(Wei::value).orElse(TEN_ETHER), new byte[0]);
  }

  /// Sends practice dollars from the faucet account by a real transaction.
  ///
  /// @param units millionths of a dollar
  public TxHash faucetToken(Address to, BigInteger units) {
    return give(TOKEN, BigInteger.ZERO, PracticeAbi.transfer(to, units));
  }

  private TxHash give(Address to, BigInteger value, byte[] data) {
    return locked(() -> {
      PracticeBlock head = ledger.head();
      long nonce =
          ledger.pool().nextNonce(faucet.address(), head.state().account(faucet.address()).nonce());
      byte[] raw = faucet.sign(nonce, head.nextBaseFee(), to, value, data);
      ledger.accept(raw);
      return TxHash.ofRaw(raw);
    });
  }

  @Override
  public void tick() {
    locked(() -> {
      long now = clock.instant().getEpochSecond();
      long last = ledger.head().header().timestamp();
      long due = Math.max(0, (now - last) / blockSeconds);
      int count = (int) Math.min(due, MOST_DUE);
      for (int i = 1; i <= count; i++) {
        // too many due: the last few, ending now
        long time = due > MOST_DUE ? now - (count - i) * blockSeconds : last + i * blockSeconds;
        ledger.mine(time, EXTRA);
      }
      return count;
    });
  }

  @Override
  public void mine(int blocks) {
    locked(() -> {
      for (int i = 0; i < blocks; i++) {
        ledger.mine(next(ledger.head().header().timestamp()), EXTRA);
      }
      return blocks;
    });
  }

  @Override
  public void reorg(int blocks) {
    locked(() -> {
      PracticeBlock head = ledger.head();
      if (blocks > head.number() - view.finalized()) {
        throw new WalletException("reorg-too-deep", "a finalized block cannot be dropped");
      }
      if (blocks > 0) {
        long time = view.at(head.number() - blocks).orElseThrow().header().timestamp();
        List<Long> times = new ArrayList<>();
        for (int i = 0; i <= blocks; i++) {
          time = i == blocks ? next(time) : time + 1;
          times.add(time);
        }
        // named after the block it drops, so that it differs from every earlier branch
        String name = "belay practice " + head.header().hash().toString().substring(2, 10);
        ledger.reorg(blocks, times, name.getBytes(StandardCharsets.US_ASCII));
      }
      return blocks;
    });
  }

  private long next(long last) {
    return Math.max(last + 1, clock.instant().getEpochSecond());
  }

  @Override
  public void reset() {
    locked(() -> {
      ledger.begin(faucet.address(), clock.instant().getEpochSecond());
      return ledger.head();
    });
  }

  @Override
  public BlockRef head() {
    return view.head().header().ref();
  }

  @Override
  public void close() {
    locked(() -> {
      ledger.close();
      return ledger;
    });
  }

  /// The chain as last published.
  PracticeView view() {
    return view;
  }

  private <T> T locked(Supplier<T> change) {
    lock.lock();
    try {
      return change.get();
    } finally {
      view = ledger.view();
      lock.unlock();
    }
  }

  /// The pool as JSON-RPC may use it.
  private final class Pool implements PracticeRpc.Pool {
    @Override
    public Bytes32 send(byte[] raw) {
      return locked(() -> {
        ledger.accept(raw);
        return TxHash.ofRaw(raw).value();
      });
    }

    @Override
    public long nextNonce(Address sender) {
      return locked(
          () -> ledger.pool().nextNonce(sender, ledger.head().state().account(sender).nonce()));
    }

    @Override
    public Optional<PracticeTx> find(Bytes32 hash) {
      return locked(() -> ledger.pool().find(hash));
    }
  }
}

package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.WalletException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The chain's blocks and pool in memory, kept equal to the journal on disk: every change is
/// written first and made after. Guarded by the chain's lock.
final class PracticeLedger implements AutoCloseable {
  /// Blocks kept with body and state.
  static final int KEPT = 300;

  private static final long LARGE = 32L << 20;

  private final PracticeJournal journal;
  private final PracticeTxReader reader;
  private final List<PracticeBlock> blocks = new ArrayList<>();
  private final PracticePool pool = new PracticePool();
  private PracticeKeys keys = new PracticeKeys();
  private PracticeMiner miner = new PracticeMiner(keys);
  private int written; // blocks in the journal
  private long compactAt = LARGE;

  private PracticeLedger(Path dir, PracticeTxReader reader) {
    this.journal = PracticeJournal.open(dir);
    this.reader = reader;
  }

  /// Opens what is in the directory, or begins a chain there.
  ///
  /// @throws WalletException `practice-damaged` when whole records do not fit together
  static PracticeLedger open(Path dir, PracticeTxReader reader, Address faucet, long now) {
    PracticeLedger ledger = new PracticeLedger(dir, reader);
    try {
      List<byte[]> records = ledger.journal.read();
      if (records.isEmpty()) {
        ledger.begin(faucet, now);
      }
      for (byte[] record : records) {
        ledger.replay(PracticeRecord.decode(record, reader));
      }
      return ledger;
    } catch (WalletException | NoSuchElementException | ArithmeticException e) {
      ledger.close();
      throw new WalletException("practice-damaged", "the practice chain's file is damaged", e);
    }
  }

  /// Starts over from a first block.
  void begin(Address faucet, long now) {
    PracticeKeys fresh = new PracticeKeys();
    PracticeBlock genesis = new PracticeMiner(fresh).genesis(faucet, now);
    PracticeRecord.Start start = new PracticeRecord.Start(genesis.header(), genesis.state(), fresh);
    journal.rewrite(List.of(start.encoded()));
    replay(start);
  }

  /// Admits a transaction to the pool.
  void accept(byte[] raw) {
    PracticeTx tx = reader.read(raw);
    PracticeAdmission.check(tx, pool, head().state());
    PracticeRecord.Accepted record = new PracticeRecord.Accepted(tx);
    journal.append(record.encoded());
    replay(record);
  }

  /// Mines one block from the pool.
  void mine(long timestamp, byte[] extra) {
    PracticeBlock block = miner.mine(head(), timestamp, extra, pool.source(head().nextBaseFee()));
    journal.append(PracticeRecord.Mined.of(block).encoded());
    adopt(block);
    compactIfLarge();
  }

  /// Replaces the last blocks by one more than they were.
  ///
  /// @param timestamps of the new blocks, in order
  void reorg(int count, List<Long> timestamps, byte[] extra) {
    List<PracticeBlock> before = List.copyOf(blocks);
    List<PracticeTx> waiting = pool.all();
    try {
      drop(count);
      List<PracticeRecord.Mined> instead = new ArrayList<>();
      for (long timestamp : timestamps) {
        adopt(miner.mine(head(), timestamp, extra, pool.source(head().nextBaseFee())));
        instead.add(PracticeRecord.Mined.of(head()));
      }
      journal.append(new PracticeRecord.Reorged(count, instead).encoded());
    } catch (WalletException e) {
      blocks.clear();
      blocks.addAll(before);
      pool.clear();
      waiting.forEach(pool::put);
      throw e;
    }
    compactIfLarge();
  }

  PracticeBlock head() {
    return blocks.getLast();
  }

  PracticeView view() {
    return new PracticeView(blocks);
  }

  PracticePool pool() {
    return pool;
  }

  private void replay(PracticeRecord record) {
    switch (record) {
      case PracticeRecord.Start s -> {
        keys = s.keys();
        miner = new PracticeMiner(keys);
        blocks.clear();
        pool.clear();
        written = 0;
        compactAt = LARGE;
        blocks.add(PracticeBlock.first(s.header(), s.state()));
      }
      case PracticeRecord.Accepted(PracticeTx tx) -> pool.put(tx);
      case PracticeRecord.Mined m -> adopt(again(m));
      case PracticeRecord.Reorged(int dropped, List<PracticeRecord.Mined> instead) -> {
        drop(dropped);
        instead.forEach(m -> adopt(again(m)));
      }
    }
  }

  /// Runs a recorded block again and holds it to its recorded hash.
  private PracticeBlock again(PracticeRecord.Mined m) {
    Iterator<PracticeTx> txs = m.txs().iterator();
    byte[] extra = PracticeJson.extra(m.header());
    PracticeBlock block =
        miner.mine(
            head(),
            m.header().timestamp(),
            extra,
            (executor, gas) ->
                txs.hasNext()
                    ? Optional.of(txs.next()).filter(executor::canRun)
                    : Optional.empty());
    if (!block.header().equals(m.header())) {
      throw new WalletException("practice-damaged", "a recorded block does not fit its parent");
    }
    return block;
  }

  private void adopt(PracticeBlock block) {
    blocks.add(block);
    written++;
    if (blocks.size() > KEPT) {
      blocks.removeFirst();
    }
    pool.settle(block.state());
  }

  private void drop(int count) {
    for (int i = 0; i < count; i++) {
      blocks.removeLast().txs().forEach(pool::put);
    }
  }

  private void compactIfLarge() {
    if (written < 2 * KEPT && journal.size() < compactAt) {
      return;
    }
    PracticeBlock first = blocks.getFirst();
    List<byte[]> records = new ArrayList<>();
    records.add(new PracticeRecord.Start(first.header(), first.state(), keys).encoded());
    for (PracticeBlock block : blocks.subList(1, blocks.size())) {
      records.add(PracticeRecord.Mined.of(block).encoded());
    }
    pool.all().forEach(tx -> records.add(new PracticeRecord.Accepted(tx).encoded()));
    journal.rewrite(records);
    written = blocks.size();
    compactAt = Math.max(LARGE, 2 * journal.size());
  }

  @Override
  public void close() {
    journal.close();
  }
}

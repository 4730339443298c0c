package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import java.util.Optional;

/// A practice chain as its owner drives it: the node's JSON-RPC door and the controls no real node
/// has. Safe for use by many threads.
public interface ChainBox extends AutoCloseable {
  /// Chain id of every practice chain; in no public list.
  long CHAIN_ID = 2_352_900_001L;

  /// Answers one JSON-RPC request or batch, UTF-8, as geth words it.
  byte[] handle(byte[] body);

  /// Sends practice money from the faucet account by a real transaction.
  ///
  /// @param amount wei; 10 ether when empty
  TxHash faucet(Address to, Optional<Wei> amount);

  /// Mines what is due by the clock.
  void tick();

  /// Mines this many blocks now.
  void mine(int blocks);

  /// Drops the last blocks, puts their transactions back into the pool and mines one block more
  /// than were dropped.
  ///
  /// @throws io.belay.base.WalletException `reorg-too-deep` for a finalized block
  void reorg(int blocks);

  /// Starts over from the first block.
  void reset();

  /// The newest block.
  BlockRef head();

  @Override
  void close();
}

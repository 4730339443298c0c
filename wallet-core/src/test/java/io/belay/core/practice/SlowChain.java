package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import java.nio.file.Path;
import java.util.Optional;

/// A chain that takes two seconds to answer, and says when it ticks.
final class SlowChain implements ChainBox {
  private final FakeChain chain;
  private final Runnable ticked;

  SlowChain(Path directory, Runnable ticked) {
    this.chain = new FakeChain(directory);
    this.ticked = ticked;
  }

  @Override
  public byte[] handle(byte[] body) {
    try {
      Thread.sleep(2_000);
      return chain.handle(body);
    } catch (InterruptedException e) {
      throw new AssertionError("an interrupt reached the chain", e);
    }
  }

  @Override
  public void tick() {
    ticked.run();
  }

  @Override
  public TxHash faucet(Address to, Optional<Wei> amount) {
    return chain.faucet(to, amount);
  }

  @Override
  public void mine(int blocks) {
    chain.mine(blocks);
  }

  @Override
  public void reorg(int blocks) {
    chain.reorg(blocks);
  }

  @Override
  public void reset() {
    chain.reset();
  }

  @Override
  public BlockRef head() {
    return chain.head();
  }

  @Override
  public void close() {}
}

package io.belay.core.practice;

/// What the endpoints of one simulated run have in common.
///
/// @param time the run's time
/// @param chain the true chain
/// @param other the chain of those who collude
/// @param firstHead the true chain's newest height when the run begins
record SimWorld(VirtualTime time, SimChain chain, SimChain other, long firstHead) {
  /// The true chain's newest height now.
  long head() {
    return Math.min(
        SimChain.HEIGHT, firstHead + time.elapsed().toSeconds() / SimChain.BLOCK_SECONDS);
  }
}

package io.belay.core.chain;

/// What makes a chain's block final.
public sealed interface Finality {
  /// The nodes' `safe` and `finalized` blocks.
  record Tags() implements Finality {}

  /// Blocks on top of it.
  ///
  /// @param blocks how many, at least one
  record Depth(long blocks) implements Finality {
    /// Checks that it is positive.
    public Depth {
      if (blocks < 1) {
        throw new IllegalArgumentException("a depth is at least one block");
      }
    }
  }

  /// Nothing: a block is never called final.
  record None() implements Finality {}
}

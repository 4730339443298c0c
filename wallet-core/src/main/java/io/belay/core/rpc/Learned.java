package io.belay.core.rpc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What an endpoint was found not to serve, each for a day: its operator may change it.
final class Learned {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final String BATCHES = "batches";
  private static final String BLOCK_HASHES = "block hashes";

  private final InstantSource clock;
  private final Map<String, Instant> missing = new ConcurrentHashMap<>();

  Learned(InstantSource clock) {
    this.clock = clock;
  }

  private boolean has(String what) {
    Instant since = missing.get(what);
    return since == null || since.plus(KEPT).isBefore(clock.instant());
  }

  private void lacks(String what) {
    missing.put(what, clock.instant());
  }

  /// Whether it serves a method, as far as is known.
  boolean serves(String method) {
    return has("method " + method);
  }

  void refusesMethod(String method) {
    lacks("method " + method);
  }

  /// Whether it answers several calls in one request.
  boolean takesBatches() {
    return has(BATCHES);
  }

  void refusesBatches() {
    lacks(BATCHES);
  }

  /// Whether a block may be named by its hash (EIP-1898).
  boolean takesBlockHashes() {
    return has(BLOCK_HASHES);
  }

  void refusesBlockHashes() {
    lacks(BLOCK_HASHES);
  }
}

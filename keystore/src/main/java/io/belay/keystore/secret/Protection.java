package io.belay.keystore.secret;

/// How well a process keeps its secrets in memory, from best to worst. Hardening, not a promise
/// against malicious software that runs as the same user.
public enum Protection {
  /// No secret was held yet.
  UNTRIED,
  /// Outside the Java heap, locked: never in swap, not in core dumps.
  LOCKED,
  /// Outside the Java heap, but the system refused to lock it: it may reach the swap file.
  SWAPPABLE,
  /// On the Java heap: the collector may leave stale copies.
  ON_HEAP;

  /// What a person should know of it; blank where all is well.
  public String notice() {
    return switch (this) {
      case UNTRIED, LOCKED -> "";
      case SWAPPABLE ->
          "the system does not let Belay lock memory: keys may reach the swap file while unlocked";
      case ON_HEAP -> "keys are kept in ordinary memory here: copies may stay until Belay ends";
    };
  }

  Protection and(Protection other) {
    return compareTo(other) >= 0 ? this : other;
  }
}

package io.belay.core.state;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A value and how it is known. There is no path from an error to a number: what is not known is
/// `Unknown`, what is fought over is `Disputed`, and neither has a value.
///
/// @param <T> the value's type
public sealed interface Observed<T> {

  /// The levels, strongest first; the names are a contract of the command line's JSON.
  enum Level {
    /// Merkle-proven against a header that at least two groups (or a trusted own node) vouch for.
    PROVEN,
    /// The same answer from at least two groups at one block hash.
    AGREED,
    /// One group says so.
    SINGLE,
    /// Known once, not now.
    STALE,
    /// Groups contradict each other.
    DISPUTED,
    /// Nobody said.
    UNKNOWN;

    /// The word the command line uses.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Proven by a Merkle proof.
  record Proven<T>(T value, Evidence evidence) implements Observed<T> {}

  /// Agreed by at least two groups.
  record Agreed<T>(T value, Evidence evidence) implements Observed<T> {}

  /// Said by one group.
  record Single<T>(T value, Evidence evidence) implements Observed<T> {}

  /// The last value that was known, from a time before the ways to the chain were lost.
  record Stale<T>(T value, Evidence evidence) implements Observed<T> {}

  /// Groups contradict each other; each claim is quoted with the group that makes it.
  record Disputed<T>(List<String> claims) implements Observed<T> {
    /// Copies the claims.
    public Disputed {
      claims = List.copyOf(claims);
    }
  }

  /// Nobody could say; the reason is a stable code.
  record Unknown<T>(String reason) implements Observed<T> {}

  /// The level.
  default Level level() {
    return switch (this) {
      case Proven<T> p -> Level.PROVEN;
      case Agreed<T> a -> Level.AGREED;
      case Single<T> s -> Level.SINGLE;
      case Stale<T> s -> Level.STALE;
      case Disputed<T> d -> Level.DISPUTED;
      case Unknown<T> u -> Level.UNKNOWN;
    };
  }

  /// The value, where there is one.
  default Optional<T> maybe() {
    return switch (this) {
      case Proven<T>(T value, Evidence e) -> Optional.of(value);
      case Agreed<T>(T value, Evidence e) -> Optional.of(value);
      case Single<T>(T value, Evidence e) -> Optional.of(value);
      case Stale<T>(T value, Evidence e) -> Optional.of(value);
      case Disputed<T> d -> Optional.empty();
      case Unknown<T> u -> Optional.empty();
    };
  }

  /// The evidence, where there is a value.
  default Optional<Evidence> proof() {
    return switch (this) {
      case Proven<T>(T v, Evidence evidence) -> Optional.of(evidence);
      case Agreed<T>(T v, Evidence evidence) -> Optional.of(evidence);
      case Single<T>(T v, Evidence evidence) -> Optional.of(evidence);
      case Stale<T>(T v, Evidence evidence) -> Optional.of(evidence);
      case Disputed<T> d -> Optional.empty();
      case Unknown<T> u -> Optional.empty();
    };
  }

  /// The same knowledge about something computed from the value.
  default <R> Observed<R> map(Function<? super T, ? extends R> f) {
    return switch (this) {
      case Proven<T>(T value, Evidence e) -> new Proven<>(f.apply(value), e);
      case Agreed<T>(T value, Evidence e) -> new Agreed<>(f.apply(value), e);
      case Single<T>(T value, Evidence e) -> new Single<>(f.apply(value), e);
      case Stale<T>(T value, Evidence e) -> new Stale<>(f.apply(value), e);
      case Disputed<T>(List<String> claims) -> new Disputed<>(claims);
      case Unknown<T>(String reason) -> new Unknown<>(reason);
    };
  }
}

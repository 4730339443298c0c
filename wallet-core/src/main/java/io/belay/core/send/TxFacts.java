package io.belay.core.send;

import io.belay.base.TxHash;
import java.util.Optional;
import java.util.OptionalLong;

/// What the tracker counts by, kept on disk so that a restart does not begin to count anew.
///
/// @param purpose what it was signed for
/// @param replaces the transaction of the same intent that it was to take the place of
/// @param acceptedIn height of the head when an endpoint was first known to hold it
/// @param absentSince height of the head since which at least two groups know nothing of it and
///   nobody holds it
/// @param shape what it has beyond a plain one
public record TxFacts(
    Purpose purpose,
    Optional<TxHash> replaces,
    OptionalLong acceptedIn,
    OptionalLong absentSince,
    TxShape shape) {
  /// A plain transfer of which nothing is known yet.
  public static final TxFacts NEW =
      new TxFacts(Purpose.TRANSFER, Optional.empty(), OptionalLong.empty(), OptionalLong.empty());

  /// Of a plain one.
  public TxFacts(
      Purpose purpose,
      Optional<TxHash> replaces,
      OptionalLong acceptedIn,
      OptionalLong absentSince) {
    this(purpose, replaces, acceptedIn, absentSince, TxShape.PLAIN);
  }

  /// With the height at which it was first accepted; an earlier one stays.
  public TxFacts acceptedAt(OptionalLong head) {
    return acceptedIn.isPresent() ? this : new TxFacts(purpose, replaces, head, absentSince, shape);
  }

  /// Absent since this height; an earlier one stays.
  public TxFacts absentAt(OptionalLong head) {
    return absentSince.isPresent() ? this : new TxFacts(purpose, replaces, acceptedIn, head, shape);
  }

  /// Somebody holds it, or too few say that they do not.
  public TxFacts present() {
    return new TxFacts(purpose, replaces, acceptedIn, OptionalLong.empty(), shape);
  }
}

package io.belay.core.practice;

import java.util.List;
import java.util.Optional;

/// What running a call came to.
///
/// @param success false after a revert or when gas ran out
/// @param gas used by the call itself, without the intrinsic part
/// @param output returned bytes, or the revert's
/// @param reason the revert's words
/// @param logs emitted; none without success
@SuppressWarnings("ArrayRecordComponent") // outcomes are never compared
record PracticeOutcome(
    boolean success, long gas, byte[] output, Optional<String> reason, List<PracticeLog> logs) {

  /// Success with an output and logs.
  static PracticeOutcome returned(long gas, byte[] output, List<PracticeLog> logs) {
    return new PracticeOutcome(true, gas, output, Optional.empty(), logs);
  }

  /// A revert with words, as Solidity's `require` encodes them.
  static PracticeOutcome reverted(long gas, String reason) {
    byte[] output = PracticeAbi.error(reason);
    return new PracticeOutcome(false, gas, output, Optional.of(reason), List.of());
  }

  /// A revert without words.
  static PracticeOutcome failed(long gas) {
    return new PracticeOutcome(false, gas, new byte[0], Optional.empty(), List.of());
  }
}

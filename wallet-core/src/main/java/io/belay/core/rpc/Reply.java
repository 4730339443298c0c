package io.belay.core.rpc;

import java.util.Optional;

/// An endpoint's whole answer, unparsed.
///
/// @param status HTTP status, 200 where the transport has none
/// @param retryAfter the Retry-After header, as sent
/// @param body the bytes, at most [#MAX_BODY]
@SuppressWarnings("ArrayRecordComponent") // lives for one exchange, never compared
public record Reply(int status, Optional<String> retryAfter, byte[] body) {
  /// Longest body taken, in bytes: what it takes to refuse a longer one stays below 10 MB
  /// (connectivity.md, I13).
  public static final int MAX_BODY = 8 * 1024 * 1024;

  /// A plain successful answer.
  public static Reply ok(byte[] body) {
    return new Reply(200, Optional.empty(), body);
  }
}

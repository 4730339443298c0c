package io.belay.core.rpc;

import java.io.IOException;

/// No answer came.
public final class TransportException extends IOException {
  private static final long serialVersionUID = 1L;

  /// Why.
  public enum Reason {
    /// Nothing listens or the connection was refused: nothing was sent.
    REFUSED,
    /// The name could not be resolved: nothing was sent.
    DNS,
    /// No answer within the timeout: the request may have arrived.
    TIMEOUT,
    /// The connection broke: the request may have arrived.
    BROKEN,
    /// The answer was too long.
    TOO_LARGE,
    /// The secure connection could not be made: nothing was sent.
    TLS,
    /// The proxy is not there, or made no connection: nothing was sent.
    PROXY
  }

  private final Reason reason;

  /// @param detail one line of our own words
  public TransportException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /// As above, with the failure underneath.
  public TransportException(Reason reason, String detail, Throwable cause) {
    super(detail, cause);
    this.reason = reason;
  }

  /// Why.
  public Reason reason() {
    return reason;
  }

  /// Whether the request may have reached the endpoint; only then a broadcast's outcome is unknown.
  public boolean mayHaveArrived() {
    return switch (reason) {
      case REFUSED, DNS, TLS, PROXY -> false;
      case TIMEOUT, BROKEN, TOO_LARGE -> true;
    };
  }
}

package io.belay.core.rpc;

import java.util.Optional;

/// An endpoint gave no usable answer to a call. Expected and handled by asking another.
public final class RpcException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean mayHaveArrived;
  private final transient Optional<NodeError> error;

  private RpcException(
      String code, boolean mayHaveArrived, Optional<NodeError> error, Throwable cause) {
    super(code, cause);
    this.code = code;
    this.mayHaveArrived = mayHaveArrived;
    this.error = error;
  }

  static RpcException of(TransportException e) {
    String code = e.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    return new RpcException(code, e.mayHaveArrived(), Optional.empty(), e);
  }

  static RpcException garbage(Throwable cause) {
    return new RpcException("garbage", true, Optional.empty(), cause);
  }

  static RpcException of(NodeError error, boolean whole) {
    // an HTTP 5xx may come from a gateway that had passed the request on
    boolean ambiguous = whole && error.kind().isInfrastructure();
    return new RpcException(
        error.kind().word(),
        ambiguous,
        Optional.of(error),
        new IllegalStateException(error.quote()));
  }

  /// Stable: a transport reason, `garbage`, or a class of node error, in lower case.
  public String code() {
    return code;
  }

  /// Whether the endpoint may have acted on the request all the same.
  public boolean mayHaveArrived() {
    return mayHaveArrived;
  }

  /// The endpoint's classified error, where it sent one.
  public Optional<NodeError> error() {
    return error;
  }
}

package io.belay.core.rpc;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;

/// What is seen of one HTTP call: whether it went over a connection from the pool, and whether an
/// answer had begun.
final class Attempt {
  private volatile boolean connected;
  private volatile boolean answered;

  /// Whether a connection that had carried calls before broke without any answer.
  boolean wasCutOffWhenReused(TransportException e) {
    return e.reason() == TransportException.Reason.BROKEN && !connected && !answered;
  }

  /// Writes into the attempt that a call carries.
  static final class Listener extends EventListener {
    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
      of(call).connected = true;
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
      of(call).answered = true;
    }

    private static Attempt of(Call call) {
      Attempt attempt = call.request().tag(Attempt.class);
      return attempt == null ? new Attempt() : attempt;
    }
  }
}

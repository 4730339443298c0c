package io.belay.core.rpc;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Response;

/// What is seen of one HTTP call: whether it went over a connection from the pool, whether an
/// answer had begun, and which address it went to.
final class Attempt {
  private volatile boolean connected;
  private volatile boolean answered;
  private volatile Optional<InetAddress> peer = Optional.empty();

  /// Whether a connection that had carried calls before broke without any answer.
  boolean wasCutOffWhenReused(TransportException e) {
    return e.reason() == TransportException.Reason.BROKEN && !connected && !answered;
  }

  /// The address that was connected to, if any was.
  Optional<InetAddress> peer() {
    return peer;
  }

  /// Writes into the attempt that a call carries.
  static final class Listener extends EventListener {
    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
      of(call).connected = true;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
      // behind a proxy nobody knows the address; the placeholder for it is no fact
      of(call).peer =
          Optional.ofNullable(connection.route().socketAddress().getAddress())
              .filter(address -> !address.isAnyLocalAddress());
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

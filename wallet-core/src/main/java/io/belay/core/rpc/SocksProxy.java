package io.belay.core.rpc;

import io.belay.base.WalletException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/// A SOCKS5 proxy such as Tor's (RFC 1928), through which endpoints are reached by their names: no
/// name is looked up on this side.
///
/// Without a log-in of the user's own, each endpoint is given one that means nothing and differs
/// from the others' (RFC 1929): Tor then builds a circuit for each (`IsolateSOCKSAuth`, its
/// default), so that no exit sees two endpoints asked by one person.
///
/// @param host where it listens
/// @param port where it listens
/// @param login the user's own log-in, secret
public record SocksProxy(String host, int port, Optional<Login> login) {
  private static final int MOST_BYTES = 255;
  private static final int IDLE_CONNECTIONS = 5;

  /// A user and a password as RFC 1929 has them: 1 to 255 bytes each.
  ///
  /// @param user secret as well: an endpoint's circuit is told by it
  /// @param password secret
  public record Login(String user, String password) {
    /// Checks the lengths.
    ///
    /// @throws WalletException `bad-proxy`
    public Login {
      if (!fits(user) || !fits(password)) {
        throw bad();
      }
    }

    private static boolean fits(String text) {
      int length = text.getBytes(StandardCharsets.UTF_8).length;
      return length > 0 && length <= MOST_BYTES;
    }

    @Override
    public String toString() {
      return "Login[…]";
    }
  }

  /// A proxy as a person types it: `socks5://127.0.0.1:9050`, or with `user:password@`.
  ///
  /// @throws WalletException `bad-proxy`, which never repeats what was typed
  public static SocksProxy parse(String typed) {
    String text = typed.strip();
    String rest = text.replaceFirst("^socks5h?://", "");
    // OkHttp's address reader knows what a host, a port and user info are
    HttpUrl url =
        Optional.of(rest)
            .filter(r -> r.length() < text.length() && r.matches(".*:[0-9]+/?"))
            .flatMap(r -> Optional.ofNullable(HttpUrl.parse("http://" + r)))
            .filter(SocksProxy::isBare)
            .orElseThrow(SocksProxy::bad);
    boolean named = !url.username().isEmpty() || !url.password().isEmpty();
    return new SocksProxy(
        url.host(),
        url.port(),
        named ? Optional.of(new Login(url.username(), url.password())) : Optional.empty());
  }

  private static boolean isBare(HttpUrl url) {
    return url.encodedPath().equals("/") && url.query() == null && url.fragment() == null;
  }

  private static WalletException bad() {
    return new WalletException(
        "bad-proxy", "a proxy is socks5:// with host and port, such as socks5://127.0.0.1:9050");
  }

  /// Whether each endpoint has a circuit of its own, as far as the proxy knows of circuits.
  public boolean isolates() {
    return login.isEmpty();
  }

  /// Host and port, without the log-in.
  public String shown() {
    return "socks5://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /// Whether an endpoint is reached without it: a socket, this computer, this network. No proxy out
  /// there knows the way back to them.
  public static boolean isBypassedBy(URI endpoint) {
    return EndpointUrl.isSocket(endpoint)
        || endpoint.getHost() == null
        || EndpointUrl.isLocal(endpoint.getHost());
  }

  /// A client whose every connection goes through this proxy. It shares threads with another and no
  /// connection: OkHttp would use one again for the same host, whatever way it went.
  ///
  /// @param circuit what endpoints that may share a circuit have in common
  public OkHttpClient client(OkHttpClient shared, Login circuit) {
    return shared
        .newBuilder()
        .proxy(Proxy.NO_PROXY) // the system's own proxy is another one
        .socketFactory(new SocksSockets(this, login.orElse(circuit)))
        .dns(SocksProxy::placeholder)
        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES))
        .build();
  }

  /// No address at all, but the name in it, which the proxy is told.
  private static List<InetAddress> placeholder(String name) throws UnknownHostException {
    return List.of(InetAddress.getByAddress(name, new byte[4]));
  }

  @Override
  public String toString() {
    return shown();
  }
}

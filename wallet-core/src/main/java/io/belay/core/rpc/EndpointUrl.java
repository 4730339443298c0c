package io.belay.core.rpc;

import io.belay.base.WalletException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/// Addresses of endpoints as people type them. What a message says never repeats one: it may hold a
/// key.
public final class EndpointUrl {
  private static final int LONGEST = 2048;
  // most systems take 107 bytes, some 103
  private static final int LONGEST_SOCKET_PATH = 103;
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|\\[.*]|.*:.*");
  private static final Set<String> LOCAL_ENDINGS =
      Set.of(".localhost", ".local", ".lan", ".internal", ".home.arpa");

  private EndpointUrl() {}

  /// An address that a person typed: `https://…`, `http://` to this computer or this network,
  /// `http://` to an onion service, which Tor encrypts, `ipc:` or `unix:` and the path of a socket.
  ///
  /// @throws WalletException `bad-endpoint-url`, `plain-http` for one that would cross the internet
  ///   without encryption
  public static URI parse(String typed) {
    String text = typed.strip();
    if (text.length() > LONGEST) {
      throw bad();
    }
    if (text.startsWith("ipc:") || text.startsWith("unix:")) {
      return socket(text.substring(text.indexOf(':') + 1));
    }
    URI url = http(text);
    if (url.getScheme().equals("http") && !isLocal(url.getHost()) && !isOnion(url.getHost())) {
      throw new WalletException(
          "plain-http",
          "only this computer and this network are asked without encryption: use https");
    }
    return url;
  }

  private static URI socket(String rest) {
    String path = rest.startsWith("///") ? rest.substring(2) : rest;
    boolean usable =
        isAbsolute(path) && !path.startsWith("//") && path.length() <= LONGEST_SOCKET_PATH;
    if (!usable) {
      throw new WalletException(
          "bad-endpoint-url",
          "a socket is named by its absolute path, at most " + LONGEST_SOCKET_PATH + " characters");
    }
    try {
      return new URI("ipc", null, path, null);
    } catch (URISyntaxException e) {
      throw bad();
    }
  }

  private static boolean isAbsolute(String path) {
    try {
      return Path.of(path).isAbsolute();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /// An address as [#parse] would give it: `https://host` and `https://host/` are one.
  static URI normal(URI url) {
    HttpUrl http = HttpUrl.parse(url.toString());
    return http == null ? url : http.uri();
  }

  private static URI http(String text) {
    HttpUrl parsed = HttpUrl.parse(text);
    if (parsed == null || parsed.fragment() != null) {
      throw bad();
    }
    URI url = parsed.uri();
    if (url.getHost() == null) { // java.net takes no underscore, for one
      throw bad();
    }
    return url;
  }

  private static WalletException bad() {
    return new WalletException(
        "bad-endpoint-url", "an endpoint is https://…, or ipc: and the path of a node's socket");
  }

  /// The path of a socket's address.
  static Path socketOf(URI url) {
    return Path.of(url.getPath());
  }

  /// Whether it is a socket on this computer.
  public static boolean isSocket(URI url) {
    return "ipc".equals(url.getScheme());
  }

  /// Whether a host is this computer or in this network: loopback, private, link-local or shared
  /// addresses (RFC 1918, 4193, 3927, 6598), names that only a local resolver knows. No name is
  /// looked up.
  static boolean isLocal(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    Optional<InetAddress> address = address(name);
    if (address.isPresent()) {
      return isLocal(address.get());
    }
    return !name.contains(".") || LOCAL_ENDINGS.stream().anyMatch(name::endsWith);
  }

  /// Whether a host is an onion service, which only Tor finds.
  static boolean isOnion(String host) {
    return host.toLowerCase(Locale.ROOT).endsWith(".onion");
  }

  /// The address that a host spells out, if it does.
  static Optional<InetAddress> address(String host) {
    if (!NUMERIC.matcher(host).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static boolean isLocal(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean unique = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || unique
        || shared;
  }

  /// The domain that its owner registered, such as `example.co.uk`, if it has one.
  static Optional<String> domain(URI url) {
    if (url.getHost() == null || isLocal(url.getHost())) {
      return Optional.empty();
    }
    HttpUrl http = HttpUrl.get("https://" + url.getHost());
    return Optional.ofNullable(http.topPrivateDomain());
  }

  /// An id for an endpoint at an address that no other endpoint of its chain has.
  public static EndpointId freshId(URI url, Set<String> taken) {
    String place = isSocket(url) ? String.valueOf(socketOf(url).getFileName()) : url.getHost();
    String lower = place.toLowerCase(Locale.ROOT);
    String safe = lower.replaceAll("[^a-z0-9.-]+", "-").replaceAll("^[.-]+", "");
    String stem = safe.isEmpty() ? "endpoint" : safe.substring(0, Math.min(56, safe.length()));
    String id = stem;
    for (int n = 2; taken.contains(id); n++) {
      id = stem + "-" + n;
    }
    return new EndpointId(id);
  }
}

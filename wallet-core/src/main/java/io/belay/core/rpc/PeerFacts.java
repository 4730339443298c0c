package io.belay.core.rpc;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import okhttp3.Handshake;
import okhttp3.Headers;

/// What real connections showed about an endpoint: things that several endpoints may share, so that
/// one fault takes them all. Held in memory only.
///
/// @param prefix of its address, `203.0.113.0/24` or `2001:db8:1:0:0:0:0:0/48`, or [#THIS_COMPUTER]
/// @param issuer common name of whoever issued its certificate
/// @param cdn the delivery network in front of it, where its answers give it away
/// @param client the node software, such as `reth`; only known once somebody tested the endpoint
public record PeerFacts(
    Optional<String> prefix,
    Optional<String> issuer,
    Optional<String> cdn,
    Optional<String> client) {
  /// The prefix of all loopback addresses and sockets.
  public static final String THIS_COMPUTER = "this computer";

  /// Nothing was seen.
  static final PeerFacts NONE =
      new PeerFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final int LONGEST = 60;

  // headers that only these networks send; their values are not looked at
  private static final Map<String, String> BY_HEADER =
      Map.of(
          "cf-ray", "Cloudflare",
          "x-amz-cf-id", "CloudFront",
          "x-fastly-request-id", "Fastly",
          "x-served-by", "Fastly",
          "x-akamai-transformed", "Akamai",
          "x-azure-ref", "Azure Front Door",
          "x-vercel-id", "Vercel",
          "cdn-pullzone", "Bunny",
          "x-sucuri-id", "Sucuri");
  private static final List<String> BY_SERVER =
      List.of("Cloudflare", "CloudFront", "Akamai", "Vercel", "Bunny", "Sucuri");

  /// One answer and the connection it came over, as far as there are facts in it. Kept as it is,
  /// since somebody answers many times before anybody wants to know.
  ///
  /// @param peer the address, where it is known
  /// @param handshake of TLS, where there was one
  /// @param headers the answer's
  record Source(Optional<InetAddress> peer, Optional<Handshake> handshake, Headers headers) {
    PeerFacts facts() {
      return new PeerFacts(
          peer.map(PeerFacts::prefix),
          handshake.flatMap(PeerFacts::issuer),
          cdn(headers),
          Optional.empty());
    }
  }

  /// The same, with what the endpoint says it runs; only the name before the first slash counts.
  public PeerFacts withClient(String version) {
    String name = version.split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
    return new PeerFacts(prefix, issuer, cdn, plain(name));
  }

  /// The network part of an address: 24 bits of IPv4, 48 of IPv6.
  static String prefix(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return THIS_COMPUTER;
    }
    boolean four = address instanceof Inet4Address;
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, four ? 3 : 6, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + (four ? "/24" : "/48");
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of another length", e);
    }
  }

  private static Optional<String> issuer(Handshake handshake) {
    List<Certificate> chain = handshake.peerCertificates();
    return !chain.isEmpty() && chain.getFirst() instanceof X509Certificate certificate
        ? commonName(certificate.getIssuerX500Principal().getName())
        : Optional.empty();
  }

  private static Optional<String> commonName(String name) {
    try {
      return new LdapName(name)
          .getRdns().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
              .map(rdn -> rdn.getValue().toString())
              .findFirst()
              .flatMap(PeerFacts::plain);
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> cdn(Headers headers) {
    for (String name : headers.names()) {
      String cdn = BY_HEADER.get(name.toLowerCase(Locale.ROOT));
      if (cdn != null) {
        return Optional.of(cdn);
      }
    }
    String server = Optional.ofNullable(headers.get("Server")).orElse("").toLowerCase(Locale.ROOT);
    return BY_SERVER.stream()
        .filter(cdn -> server.contains(cdn.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /// A stranger's word, cut to what is harmless to show.
  private static Optional<String> plain(String text) {
    String harmless = text.replaceAll("[^\\p{L}\\p{N} .,'()-]", "").strip();
    return Optional.of(harmless.substring(0, Math.min(LONGEST, harmless.length())))
        .filter(rest -> !rest.isEmpty());
  }
}

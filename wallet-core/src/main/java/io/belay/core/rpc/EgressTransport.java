package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.base.WindowThread;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the egress log which of the user's addresses a request gives away, at the last border
/// before the wire: whatever was forgotten above, nothing passes here unseen. An address is given
/// away by being spelled out, by a signed transaction, and by asking for one of the user's by hash.
public final class EgressTransport implements Transport {
  // a hash, or a whole signed transaction
  private static final Pattern LONG_HEX = Pattern.compile("\"(0x(?:[0-9a-f]{2}){32,})\"");

  private final Transport inner;
  private final EndpointId endpoint;
  private final Own own;
  private final EgressLog log;

  /// What is the user's own.
  public interface Own {
    /// The addresses, asked for at each request.
    Collection<Address> addresses();

    /// Who sent one of the user's transactions; empty where it is none.
    Optional<Address> sender(TxHash hash);
  }

  /// @param inner carries the requests
  /// @param endpoint where it carries them
  /// @param own what requests are searched for
  /// @param log is told
  public EgressTransport(Transport inner, EndpointId endpoint, Own own, EgressLog log) {
    this.inner = inner;
    this.endpoint = endpoint;
    this.own = own;
    this.log = log;
  }

  @Override
  public Reply exchange(byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    WindowThread.mustNotWait("an endpoint");
    String text = new String(body, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    Set<Address> given = new HashSet<>();
    for (Address account : own.addresses()) {
      // without 0x, so that an address inside call data counts as well
      if (text.contains(account.toLowerHex().substring(2))) {
        given.add(account);
      }
    }
    if (text.contains("transaction")) { // eth_sendRawTransaction, eth_getTransactionReceipt, …
      Matcher found = LONG_HEX.matcher(text);
      while (found.find()) {
        own.sender(hash(found.group(1))).ifPresent(given::add);
      }
    }
    given.forEach(account -> log.told(endpoint, account));
    return inner.exchange(body, timeout);
  }

  private static TxHash hash(String hex) {
    return hex.length() == 66 ? TxHash.parse(hex) : TxHash.ofRaw(Hex.decode(hex));
  }

  @Override
  public Optional<PeerFacts> facts() {
    return inner.facts();
  }

  @Override
  public void close() {
    inner.close();
  }
}

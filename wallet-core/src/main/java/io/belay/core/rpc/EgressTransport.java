package io.belay.core.rpc;

import io.belay.base.Address;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Tells the egress log which of the user's addresses a request spells out, at the last border
/// before the wire: whatever was forgotten above, nothing passes here unseen. What only implies an
/// address, such as a signed transaction, is told by whoever knows whose it is.
public final class EgressTransport implements Transport {
  private final Transport inner;
  private final EndpointId endpoint;
  private final Supplier<? extends Collection<Address>> accounts;
  private final EgressLog log;

  /// @param inner carries the requests
  /// @param endpoint where it carries them
  /// @param accounts the user's addresses, asked for at each request
  /// @param log is told
  public EgressTransport(
      Transport inner,
      EndpointId endpoint,
      Supplier<? extends Collection<Address>> accounts,
      EgressLog log) {
    this.inner = inner;
    this.endpoint = endpoint;
    this.accounts = accounts;
    this.log = log;
  }

  @Override
  public Reply exchange(byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    // without 0x, so that an address inside call data counts as well
    String text = new String(body, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    for (Address account : accounts.get()) {
      if (text.contains(account.toString().substring(2).toLowerCase(Locale.ROOT))) {
        log.told(endpoint, account);
      }
    }
    return inner.exchange(body, timeout);
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

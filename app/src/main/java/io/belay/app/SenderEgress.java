package io.belay.app;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.rpc.EgressLog;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.PeerFacts;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.Transport;
import io.belay.core.rpc.TransportException;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.RawText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the egress log whose transaction a request carries: its bytes name no sender, and its
/// signature gives him away.
final class SenderEgress implements Transport {
  private static final Pattern SENT =
      Pattern.compile("\"eth_sendRawTransaction\",\"params\":\\[\"(0x[0-9a-f]+)\"]");

  private final Transport inner;
  private final EndpointId endpoint;
  private final Supplier<? extends Collection<Address>> accounts;
  private final EgressLog log;

  /// @param accounts the user's addresses, asked for at each transaction
  SenderEgress(
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
    Matcher sent = SENT.matcher(new String(body, StandardCharsets.ISO_8859_1));
    if (sent.find()) {
      sender(sent.group(1))
          .filter(accounts.get()::contains)
          .ifPresent(account -> log.told(endpoint, account));
    }
    return inner.exchange(body, timeout);
  }

  private static Optional<Address> sender(String raw) {
    try {
      return Optional.of(DecodedTransaction.of(RawText.parse(raw)).from());
    } catch (WalletException e) {
      return Optional.empty(); // whatever it is, it is not signed by an account of the user's
    }
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

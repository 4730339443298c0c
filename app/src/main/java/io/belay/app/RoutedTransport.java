package io.belay.app;

import io.belay.base.WalletException;
import io.belay.core.rpc.PeerFacts;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.SocksProxy;
import io.belay.core.rpc.Transport;
import io.belay.core.rpc.TransportException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Carries requests the way that is set at that moment, through a proxy or not: whoever sets one
/// need not close a window first. What a setting cannot be read for goes nowhere.
final class RoutedTransport implements Transport {
  private final Supplier<Optional<SocksProxy>> setting;
  private final Function<Optional<SocksProxy>, Transport> ways;
  private Optional<Way> last = Optional.empty();

  private record Way(Optional<SocksProxy> proxy, Transport transport) {}

  /// @param setting the proxy, asked for at each request
  /// @param ways makes what carries requests from then on
  RoutedTransport(
      Supplier<Optional<SocksProxy>> setting, Function<Optional<SocksProxy>, Transport> ways) {
    this.setting = setting;
    this.ways = ways;
  }

  @Override
  public Reply exchange(byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    return now().exchange(body, timeout);
  }

  private Transport now() throws TransportException {
    Optional<SocksProxy> proxy;
    try {
      proxy = setting.get();
    } catch (WalletException e) {
      throw new TransportException(
          TransportException.Reason.PROXY, "the proxy's setting is unreadable", e);
    }
    return way(proxy).transport();
  }

  private synchronized Way way(Optional<SocksProxy> proxy) {
    Way way =
        last.filter(known -> known.proxy().equals(proxy))
            .orElseGet(() -> new Way(proxy, ways.apply(proxy)));
    last = Optional.of(way);
    return way;
  }

  @Override
  public synchronized Optional<PeerFacts> facts() {
    return last.flatMap(way -> way.transport().facts());
  }

  @Override
  public synchronized void close() {
    last.ifPresent(way -> way.transport().close());
  }
}

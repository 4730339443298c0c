package io.belay.app;

import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.SocksProxy;
import io.belay.core.store.Settings;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/// The data directory's proxy, and what tells one endpoint's circuit from another's.
final class ProxySetting {
  private static final String KEY = "proxy";
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Settings settings;
  private final InstantSource clock;
  private final SecureRandom random;
  private Instant readAt = Instant.MIN;
  private Optional<SocksProxy> known = Optional.empty();
  private Optional<String> token = Optional.empty();

  ProxySetting(Settings settings, InstantSource clock, SecureRandom random) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /// The proxy, as it was within the last second: another process may set it.
  ///
  /// @throws io.belay.base.WalletException `bad-proxy` where the setting is damaged
  synchronized Optional<SocksProxy> get() {
    Instant now = clock.instant();
    if (readAt.isBefore(now.minus(FRESH))) {
      known = settings.get(KEY).filter(text -> !text.isEmpty()).map(SocksProxy::parse);
      readAt = now;
    }
    return known;
  }

  /// Sets it, as it was typed; nothing for none.
  ///
  /// @throws io.belay.base.WalletException `bad-proxy`
  synchronized void set(Optional<String> typed) {
    typed.ifPresent(SocksProxy::parse);
    settings.set(KEY, typed.map(String::strip).orElse(""));
    readAt = Instant.MIN;
  }

  /// An endpoint's circuit: its own, and another one in the next process, so that the proxy cannot
  /// tell the two from each other.
  SocksProxy.Login circuit(EndpointConfig config) {
    return circuit(config.chainId() + "-" + config.id());
  }

  /// As above, for what is no endpoint.
  synchronized SocksProxy.Login circuit(String whom) {
    String mine = token.orElseGet(this::newToken);
    token = Optional.of(mine);
    return new SocksProxy.Login("belay", mine + "-" + whom);
  }

  private String newToken() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}

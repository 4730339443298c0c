package io.belay.core.rpc;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/// Names keep their last good addresses, which are served when DNS fails or does not answer in time
/// (the idea of RFC 8767, with its client response timer). An address that went stale harms nobody:
/// the certificate is still checked for the name.
///
/// Each look-up has a thread of its own, one a name: the system's resolver cannot be interrupted,
/// and a hanging one must hold no caller.
final class LastGoodDns implements Dns {
  private static final int MOST_NAMES = 1000;
  private static final Duration SERVE_STALE_AFTER = Duration.ofMillis(1800);
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Dns system;
  private final Duration staleAfter;
  private final Duration patience;
  private final GoodAddresses memory;
  private final Map<String, List<InetAddress>> good = new ConcurrentHashMap<>();
  private final Map<String, FutureTask<List<InetAddress>>> asking = new ConcurrentHashMap<>();

  LastGoodDns(GoodAddresses memory) {
    this(Dns.SYSTEM, memory, SERVE_STALE_AFTER, PATIENCE);
  }

  LastGoodDns(Dns system, Duration staleAfter, Duration patience) {
    this(system, GoodAddresses.NONE, staleAfter, patience);
  }

  /// @param system who is asked
  /// @param memory what names had before a restart
  /// @param staleAfter how long a name with known addresses is waited for
  /// @param patience how long any other is waited for
  LastGoodDns(Dns system, GoodAddresses memory, Duration staleAfter, Duration patience) {
    this.memory = memory;
    this.system = system;
    this.staleAfter = staleAfter;
    this.patience = patience;
  }

  @Override
  public List<InetAddress> lookup(String name) throws UnknownHostException {
    if (EndpointUrl.isOnion(name)) {
      // RFC 7686: no resolver may learn of it; it is reached through Tor's proxy or not at all
      throw new UnknownHostException("an onion service needs Tor");
    }
    Optional<List<InetAddress>> known = known(name);
    try {
      Duration wait = known.isPresent() ? staleAfter : patience;
      return ask(name).get(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return known.orElseThrow(() -> unknown(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(e);
    }
  }

  private Optional<List<InetAddress>> known(String name) {
    return Optional.ofNullable(good.get(name))
        .or(() -> Optional.of(memory.of(name)).filter(addresses -> !addresses.isEmpty()));
  }

  private static UnknownHostException unknown(Exception e) {
    UnknownHostException unknown = new UnknownHostException("name not found");
    unknown.initCause(e);
    return unknown;
  }

  private FutureTask<List<InetAddress>> ask(String name) {
    FutureTask<List<InetAddress>> mine = new FutureTask<>(() -> resolve(name));
    FutureTask<List<InetAddress>> running = asking.putIfAbsent(name, mine);
    if (running != null) {
      return running;
    }
    Thread.ofPlatform()
        .daemon()
        .name("belay-dns")
        .start(() -> {
          try {
            mine.run();
          } finally {
            asking.remove(name, mine);
          }
        });
    return mine;
  }

  private List<InetAddress> resolve(String name) throws UnknownHostException {
    List<InetAddress> found = List.copyOf(system.lookup(name));
    if (found.isEmpty()) {
      throw new UnknownHostException("no address");
    }
    if (good.containsKey(name) || good.size() < MOST_NAMES) {
      if (!found.equals(good.put(name, found))) {
        memory.found(name, found);
      }
    }
    return found;
  }
}

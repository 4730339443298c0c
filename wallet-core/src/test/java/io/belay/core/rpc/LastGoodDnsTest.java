package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class LastGoodDnsTest {
  private static final List<InetAddress> FIRST = List.of(InetAddress.ofLiteral("192.0.2.1"));
  private static final List<InetAddress> SECOND = List.of(InetAddress.ofLiteral("192.0.2.2"));

  private static final List<InetAddress> BOTH =
      List.of(InetAddress.ofLiteral("192.0.2.1"), InetAddress.ofLiteral("2001:db8::1"));

  private static final Duration LONG = Duration.ofSeconds(15);
  private static final Duration SHORT = Duration.ofMillis(100);

  private volatile Dns resolver = name -> FIRST;

  private LastGoodDns dns(Duration staleAfter, Duration patience) {
    return new LastGoodDns(name -> resolver.lookup(name), staleAfter, patience);
  }

  private void fails() {
    resolver =
        name -> {
          throw new UnknownHostException(name);
        };
  }

  @Test
  void theLastGoodAddressesServeWhileDnsFails() throws UnknownHostException {
    LastGoodDns dns = dns(LONG, LONG);
    assertThat(dns.lookup("rope.example")).isEqualTo(FIRST);
    fails();
    assertThat(dns.lookup("rope.example")).isEqualTo(FIRST);
    assertThatThrownBy(() -> dns.lookup("other.example")).isInstanceOf(UnknownHostException.class);
    resolver = name -> SECOND;
    assertThat(dns.lookup("rope.example")).isEqualTo(SECOND);
  }

  /// X05: Belay is started while names are not resolved.
  @Test
  void theLastGoodAddressesServeAfterARestartForAMonth(@TempDir Path directory)
      throws UnknownHostException {
    FakeClock clock = new FakeClock();
    try (Database database = Schema.open(directory)) {
      GoodAddresses memory = new StoredAddresses(database, clock);
      new LastGoodDns(name -> BOTH, memory, LONG, LONG).lookup("rope.example");
    }
    fails();
    try (Database database = Schema.open(directory)) {
      GoodAddresses memory = new StoredAddresses(database, clock);
      assertThat(new LastGoodDns(resolver, memory, LONG, LONG).lookup("rope.example"))
          .isEqualTo(BOTH);
      assertThatThrownBy(() -> new LastGoodDns(resolver, memory, LONG, LONG).lookup("no.example"))
          .isInstanceOf(UnknownHostException.class);
      clock.pass(Duration.ofDays(31));
      assertThatThrownBy(() -> new LastGoodDns(resolver, memory, LONG, LONG).lookup("rope.example"))
          .isInstanceOf(UnknownHostException.class);
    }
  }

  @Test
  void aHangingResolverHoldsNobodyAndIsAskedOnce()
      throws UnknownHostException, InterruptedException {
    LastGoodDns dns = dns(SHORT, LONG);
    assertThat(dns.lookup("rope.example")).isEqualTo(FIRST);
    CountDownLatch hang = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    resolver =
        name -> {
          asked.incrementAndGet();
          try {
            hang.await();
          } catch (InterruptedException e) {
            throw new UnknownHostException(name);
          }
          return SECOND;
        };
    while (asked.get() == 0) { // the look-up before may just be ending
      assertThat(dns.lookup("rope.example")).isEqualTo(FIRST);
    }
    assertThat(dns.lookup("rope.example")).isEqualTo(FIRST);
    assertThat(asked).hasValue(1);
    LastGoodDns without = dns(SHORT, SHORT);
    assertThatThrownBy(() -> without.lookup("rope.example"))
        .isInstanceOf(UnknownHostException.class);
    hang.countDown();
  }
}

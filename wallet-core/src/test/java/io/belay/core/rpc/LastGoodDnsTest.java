package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LastGoodDnsTest {
  private static final List<InetAddress> FIRST = List.of(InetAddress.ofLiteral("192.0.2.1"));
  private static final List<InetAddress> SECOND = List.of(InetAddress.ofLiteral("192.0.2.2"));

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

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

  private volatile Dns resolver = name -> FIRST;
  private final LastGoodDns dns =
      new LastGoodDns(
          name -> resolver.lookup(name), Duration.ofMillis(100), Duration.ofMillis(200));

  private void fails() {
    resolver =
        name -> {
          throw new UnknownHostException(name);
        };
  }

  @Test
  void theLastGoodAddressesServeWhileDnsFails() throws UnknownHostException {
    assertThat(dns.lookup("rope.example")).isEqualTo(FIRST);
    fails();
    assertThat(dns.lookup("rope.example")).isEqualTo(FIRST);
    assertThatThrownBy(() -> dns.lookup("other.example")).isInstanceOf(UnknownHostException.class);
    resolver = name -> SECOND;
    assertThat(dns.lookup("rope.example")).isEqualTo(SECOND);
  }

  @Test
  void aHangingResolverHoldsNobodyAndIsAskedOnce() throws UnknownHostException {
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
    for (int i = 0; i < 3; i++) {
      assertThat(dns.lookup("rope.example")).isEqualTo(FIRST);
    }
    assertThatThrownBy(() -> dns.lookup("other.example")).isInstanceOf(UnknownHostException.class);
    assertThat(asked).hasValue(2);
    hang.countDown();
  }
}

package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Hex;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.StringNode;

/// An endpoint that failed is looked after, though nobody needs it.
@Timeout(20)
class ComeBackTest extends NetworkInHand {
  private static final FakeBlocks CHAIN = FakeBlocks.upTo(100);

  private final List<ScriptedTransport> nodes = Stream.generate(CHAIN::node).limit(5).toList();
  private HeadChain heads;

  @BeforeEach
  void open() throws InterruptedException {
    for (int i = 0; i < nodes.size(); i++) {
      network.endpoint("n" + i, nodes.get(i));
    }
    heads = network.heads();
    nodes.getLast().breaks(TransportException.Reason.REFUSED);
    heads.refresh();
    assertThat(last().health().isFailing()).isTrue();
  }

  private void poll() throws InterruptedException {
    network.clock.pass(Duration.ofMillis(1));
    heads.atMost(Duration.ZERO);
  }

  private Endpoint last() {
    return network.endpoints().getLast();
  }

  /// Lets the next question to it be noticed.
  private CountDownLatch listen(ScriptedTransport node) {
    CountDownLatch asked = new CountDownLatch(1);
    node.on(
        "eth_chainId",
        params -> {
          asked.countDown();
          return ScriptedTransport.result(StringNode.valueOf(Hex.quantity(FakeNetwork.ID.value())));
        });
    return asked;
  }

  @Test
  void whoIsWellAgainIsKnownToBeWithoutAnybodyAskingForIt() throws InterruptedException {
    nodes.getLast().heals();
    CountDownLatch asked = listen(nodes.getLast());
    poll();
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    while (heads.behind(last()).isEmpty()) {
      Thread.sleep(1); // its chain is told first, its head a request later
    }
    assertThat(heads.behind(last())).contains(Duration.ZERO);
    assertThat(last().health().isFailing()).isFalse();
  }

  @Test
  void whoStaysAwayIsLeftAloneForThePauseOfItsBreaker() throws InterruptedException {
    while (last().health().mayAsk()) {
      poll();
    }
    int before = nodes.getLast().asked().size();
    for (int i = 0; i < 50; i++) {
      poll();
    }
    assertThat(nodes.getLast().asked()).hasSize(before);
    CountDownLatch asked = listen(nodes.getLast());
    nodes.getLast().heals();
    network.clock.pass(last().health().nextTry().orElseThrow());
    poll();
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
  }
}

package io.belay.core.fee;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.money.Wei;
import io.belay.core.rpc.FakeBlocks;
import io.belay.core.rpc.NetworkInHand;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.ScriptedTransport;
import io.belay.core.rpc.TransportException;
import io.belay.core.state.Observed;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

@Timeout(20)
class FeeReaderTest extends NetworkInHand {
  private static final FakeBlocks CHAIN = FakeBlocks.upTo(100);

  private final List<ScriptedTransport> nodes = List.of(CHAIN.node(), CHAIN.node());
  private Reader reader;

  @BeforeEach
  void open() {
    network.groups(nodes.get(0), nodes.get(1));
    reader = network.reader();
  }

  @Test
  void theTipsAreAskedForWhileTheHeadIs() throws InterruptedException {
    for (ScriptedTransport node : nodes) {
      CountDownLatch tips = new CountDownLatch(1);
      node.on(
          "eth_feeHistory",
          params -> {
            tips.countDown();
            return ScriptedTransport.result(
                JsonMapper.shared().readTree("{\"reward\":[[\"0x1\",\"0x2\",\"0x3\"]]}"));
          });
      node.on(
          "eth_getBlockByNumber",
          params -> {
            tips.await(); // would never end if the tips waited for the head
            return ScriptedTransport.result(CHAIN.at(params.path(0).asString("")));
          });
    }
    Observed<FeeBasis> fees = new FeeReader(reader).now();
    assertThat(fees.level()).isEqualTo(Observed.Level.AGREED);
    assertThat(fees.maybe().orElseThrow().tips().orElseThrow().high()).isEqualTo(Wei.of(3));
  }

  @Test
  void withoutAHeadNothingIsKnownWhateverTheTips() throws InterruptedException {
    nodes.forEach(node ->
        node.fails("eth_getBlockByNumber", TransportException.Reason.BROKEN)
            .on(
                "eth_feeHistory",
                params ->
                    ScriptedTransport.result(
                        JsonMapper.shared().readTree("{\"reward\":[[\"0x1\",\"0x2\",\"0x3\"]]}"))));
    assertThat(new FeeReader(reader).now()).isEqualTo(new Observed.Unknown<>("no-answer"));
  }
}

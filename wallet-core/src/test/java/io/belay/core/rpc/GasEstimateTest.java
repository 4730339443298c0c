package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Hex;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GasEstimateTest extends NetworkInHand {
  private final FakeBlocks blocks = FakeBlocks.upTo(20);

  private Optional<GasEstimate> groups(long... gas) throws InterruptedException {
    for (int i = 0; i < gas.length; i++) {
      network.endpoint(
          Character.toString('a' + i), blocks.node().says("eth_estimateGas", Hex.quantity(gas[i])));
    }
    Reader reader = network.reader();
    return reader.estimateGas(reader.view(), reader.object());
  }

  @Test
  void twoGroupsThatSayTheSameAgree() throws InterruptedException {
    assertThat(groups(21_000, 21_000)).contains(new GasEstimate(21_000, true));
  }

  @Test
  void oneLiarIsPassedOver() throws InterruptedException {
    assertThat(groups(29_000_000, 50_000, 50_100).orElseThrow().gas()).isBetween(50_000L, 50_100L);
    assertThat(groups().orElseThrow().agreed()).isFalse();
  }

  @Test
  void oneAloneAgreesWithNobody() throws InterruptedException {
    assertThat(groups(21_000)).contains(new GasEstimate(21_000, false));
  }

  @Test
  void moreThanABlockHoldsIsNoEstimate() throws InterruptedException {
    assertThat(groups(30_000_001)).isEmpty();
  }
}

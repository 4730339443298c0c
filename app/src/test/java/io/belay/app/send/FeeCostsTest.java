package io.belay.app.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.control.Checked;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.core.fee.FeeBasis;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Wei;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeeCostsTest {
  private static final FeeBasis BASIS =
      new FeeBasis(Wei.ofGwei("8"), Optional.empty(), Duration.ofSeconds(12));

  private static FeeCosts costs(Optional<FeeBasis> basis, Optional<Long> gas, boolean whole) {
    return new FeeCosts(
        FakeUi.make(), FakeSession.CHAIN.currency(), basis, gas, Optional.empty(), whole);
  }

  private static Checked<FeeChoice> own(String max, String tip) {
    return new Checked<>(Optional.of(new FeeChoice.Custom(Wei.ofGwei(max), Wei.ofGwei(tip))), "");
  }

  @Test
  void amountIsWhatTheNextBlockTakesAndNotTheMost() {
    // 21 000 × (8 + 1) gwei; the most would be 21 000 × 17
    assertThat(costs(Optional.of(BASIS), Optional.of(21_000L), false).pace(FeeChoice.Pace.NORMAL))
        .isEqualTo("about 0.000189 ETH, in about 24 s");
  }

  @Test
  void withoutGasThereIsNoAmount() {
    assertThat(costs(Optional.of(BASIS), Optional.empty(), false).pace(FeeChoice.Pace.SLOW))
        .isEqualTo("9 gwei per gas, in about 60 s");
  }

  @Test
  void withoutAnybodyTellingThereIsNoNumber() {
    FeeCosts unknown = costs(Optional.empty(), Optional.of(21_000L), false);
    assertThat(unknown.pace(FeeChoice.Pace.FAST)).isEqualTo("— no operator tells the fees now");
    assertThat(unknown.own(own("9", "1"))).isEqualTo("— no operator tells the fees now");
  }

  @Test
  void allOfTheCurrencyPaysWhatItOffersToTheLastWei() {
    // two risen base fees and the tip, all of it spent: (8 × 9/8 × 9/8 + 1) × 21 000
    assertThat(costs(Optional.of(BASIS), Optional.of(21_000L), true).pace(FeeChoice.Pace.NORMAL))
        .isEqualTo("about 0.000234 ETH, in about 24 s");
  }

  @Test
  void ownFiguresBelowTheBaseFeeWaitUntilItFalls() {
    // 8 gwei falls below 5 after four empty blocks; then as long as the fast take
    assertThat(costs(Optional.of(BASIS), Optional.of(21_000L), false).own(own("5", "1")))
        .startsWith(
            "Below the 8 gwei that the network asks for now. It waits until fees fall, which takes");
  }

  @Test
  void ownFiguresFarAboveTheUsualAreCalledSo() {
    FeeCosts costs = costs(Optional.of(BASIS), Optional.of(21_000L), false);
    assertThat(costs.own(own("17", "1"))).isEqualTo("about 0.000189 ETH, in about 12 s");
    assertThat(costs.own(own("60", "1"))).endsWith("This is far more than usual.");
    assertThat(costs.own(own("171", "1"))).contains("asks you to type its figure");
  }
}

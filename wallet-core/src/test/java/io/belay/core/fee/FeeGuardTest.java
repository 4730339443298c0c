package io.belay.core.fee;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.money.Wei;
import io.belay.core.rpc.FeeHistory;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeGuardTest {
  private static final Duration BLOCK = Duration.ofSeconds(12);
  // fast: 2 × 10 + 2 gwei
  private static final FeeBasis BASIS =
      new FeeBasis(
          Wei.ofGwei("10"),
          Optional.of(new FeeHistory(Wei.ofGwei("1"), Wei.ofGwei("1"), Wei.ofGwei("2"), 3)),
          BLOCK);

  private static FeeGuard.Verdict of(String gwei, Optional<Wei> amount) {
    FeeChoice own = new FeeChoice.Custom(Wei.ofGwei(gwei), Wei.ofGwei("1"));
    return FeeGuard.judge(FeeOracle.quote(own, BASIS), 21_000, Optional.of(BASIS), amount);
  }

  @ParameterizedTest
  @CsvSource({
    "22, USUAL",
    "66, USUAL",
    "67, HIGH",
    "220, HIGH",
    "221, EXTREME", // as where somebody types wei or gwei wrongly
    "50000, EXTREME"
  })
  void farAboveWhatIsUsualNowWantsMoreThanAYes(String gwei, FeeGuard.Verdict verdict) {
    assertThat(of(gwei, Optional.empty())).isEqualTo(verdict);
  }

  // 21000 × 11 gwei = 231 000 gwei are expected
  @ParameterizedTest
  @CsvSource({"924000, USUAL", "923999, HIGH", "231000, HIGH", "230999, EXTREME", "1, EXTREME"})
  void moreThanTheAmountWantsMoreThanAYes(String gwei, FeeGuard.Verdict verdict) {
    assertThat(of("22", Optional.of(Wei.ofGwei(gwei)))).isEqualTo(verdict);
  }

  @Test
  void whereNobodyKnowsWhatIsUsualTheAmountStillCounts() {
    FeeQuote quote = new FeeQuote(Wei.ofGwei("500"), Wei.ofGwei("1"), Wei.ofGwei("10"), BLOCK);
    assertThat(FeeGuard.judge(quote, 21_000, Optional.empty(), Optional.empty()))
        .isEqualTo(FeeGuard.Verdict.USUAL);
    assertThat(FeeGuard.judge(quote, 21_000, Optional.empty(), Optional.of(Wei.of(5))))
        .isEqualTo(FeeGuard.Verdict.EXTREME);
  }

  @Test
  void aDataFeeCountsToo() {
    FeeQuote quote =
        new FeeQuote(Wei.of(3), Wei.of(1), Wei.of(1), BLOCK)
            .with(new FeeBesideGas(Wei.ofGwei("9"), Wei.ZERO));
    assertThat(FeeGuard.judge(quote, 21_000, Optional.empty(), Optional.of(Wei.ofGwei("8"))))
        .isEqualTo(FeeGuard.Verdict.EXTREME);
  }
}

package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthTest {
  private final FakeClock clock = new FakeClock();
  private final Health health = new Health(clock, List.of());

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      health.failed();
    }
  }

  @Test
  void aNewEndpointMayBeAskedAndWasNotTried() {
    assertThat(health.mayAsk()).isTrue();
    assertThat(health.isTried()).isFalse();
    assertThat(health.isAside()).isFalse();
    assertThat(health.percentile(50)).isEmpty();
    assertThat(health.nextTry()).isEmpty();
  }

  @Test
  void theThirdFailureInARowPausesForFiveSeconds() {
    fail(2);
    assertThat(health.mayAsk()).isTrue();
    assertThat(health.isFailing()).isTrue();

    fail(1);
    assertThat(health.mayAsk()).isFalse();
    assertThat(health.nextTry()).contains(Duration.ofSeconds(5));

    clock.pass(Duration.ofSeconds(5));
    assertThat(health.mayAsk()).isTrue();
  }

  @Test
  void eachFurtherPauseDoublesUpToFiveMinutes() {
    fail(2);
    for (int seconds : List.of(5, 10, 20, 40, 80, 160, 300, 300)) {
      fail(1);
      Duration pause = Duration.ofSeconds(seconds);
      assertThat(health.nextTry()).contains(pause);
      clock.pass(pause);
    }
  }

  @Test
  void anAnswerEndsThePauseAndForgetsEarlierOnes() {
    fail(5);
    health.answered(Duration.ofMillis(7));
    assertThat(health.mayAsk()).isTrue();
    assertThat(health.isFailing()).isFalse();

    fail(3);
    assertThat(health.nextTry()).contains(Duration.ofSeconds(5));
  }

  @Test
  void failuresBetweenAnswersDoNotAddUp() {
    fail(2);
    health.answered(Duration.ZERO);
    fail(2);
    assertThat(health.mayAsk()).isTrue();
  }

  @Test
  void aRateLimitPausesButIsNoFailure() {
    health.limited(Duration.ofSeconds(10));
    assertThat(health.mayAsk()).isFalse();
    assertThat(health.isLimited()).isTrue();
    assertThat(health.isFailing()).isFalse();

    clock.pass(Duration.ofSeconds(10));
    assertThat(health.mayAsk()).isTrue();
    assertThat(health.isLimited()).isFalse();
  }

  @Test
  void noEndpointShutsItselfAwayForMoreThanAMinute() {
    health.limited(Duration.ofDays(3));
    assertThat(health.nextTry()).contains(Duration.ofSeconds(60));
  }

  @Test
  void theLongerOfTwoPausesCounts() {
    health.limited(Duration.ofSeconds(30));
    fail(3);
    assertThat(health.nextTry()).contains(Duration.ofSeconds(30));
    clock.pass(Duration.ofSeconds(6));
    assertThat(health.mayAsk()).isFalse();
  }

  @Test
  void aLieCostsTheVoteForTenMinutes() {
    health.lied();
    assertThat(health.isAside()).isTrue();
    assertThat(health.marks()).containsExactly(EndpointStatus.Mark.LIE);

    clock.pass(Duration.ofMinutes(10));
    assertThat(health.isAside()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad-proof", "bad-header", "foreign-hash"})
  void aLieIsRememberedAcrossARestart(String code) {
    Instant then = clock.instant().minus(Duration.ofMinutes(4));
    Health again = new Health(clock, List.of(new Blame(code, "", then)));
    assertThat(again.isAside()).isTrue();

    clock.pass(Duration.ofMinutes(6));
    assertThat(again.isAside()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-answer", "wrong-chain"})
  void whatIsNoLieCostsNoVote(String code) {
    Health again = new Health(clock, List.of(new Blame(code, "", clock.instant())));
    assertThat(again.isAside()).isFalse();
  }

  @Test
  void theNewestRememberedLieCountsWhateverTheOrder() {
    Blame old = new Blame("bad-proof", "", clock.instant().minus(Duration.ofHours(2)));
    Blame recent = new Blame("bad-proof", "", clock.instant());
    assertThat(new Health(clock, List.of(recent, old)).isAside()).isTrue();
    assertThat(new Health(clock, List.of(old, recent)).isAside()).isTrue();
  }

  @Test
  void percentilesAreOfAnswersOnly() {
    for (int millis : List.of(50, 10, 40, 20, 30)) {
      health.answered(Duration.ofMillis(millis));
    }
    fail(2);
    assertThat(health.percentile(50)).hasValue(30);
    assertThat(health.percentile(90)).hasValue(40);
    assertThat(health.latencies()).containsExactly(50, 10, 40, 20, 30, -1, -1);
  }

  @Test
  void onlyTheLastSamplesAreKept() {
    fail(1);
    for (int i = 0; i < 40; i++) {
      health.answered(Duration.ofMillis(i));
    }
    assertThat(health.latencies()).hasSize(40).doesNotContain(-1).startsWith(0).endsWith(39);
    assertThat(health.marks()).hasSize(12).containsOnly(EndpointStatus.Mark.GOOD);
  }
}

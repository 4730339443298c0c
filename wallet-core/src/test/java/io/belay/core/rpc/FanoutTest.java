package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class FanoutTest extends NetworkInHand {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final CountDownLatch interrupted = new CountDownLatch(1);
  private Endpoint good;
  private Endpoint bad;
  private Endpoint hanging;

  @BeforeEach
  void endpoints() {
    good = network.endpoint("good", new ScriptedTransport());
    bad = network.endpoint("bad", new ScriptedTransport());
    hanging = network.endpoint("hanging", new ScriptedTransport());
  }

  private String ask(Endpoint endpoint) throws RpcException, InterruptedException {
    return switch (endpoint.id().value()) {
      case "bad" -> throw RpcException.garbage(new IllegalStateException("bad"));
      case "hanging" -> hang();
      default -> endpoint.id().value();
    };
  }

  private String hang() throws InterruptedException {
    try {
      new CountDownLatch(1).await();
      return "never";
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
  }

  private void assertInterrupted() throws InterruptedException {
    assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void gatherReturnsTheAnswersAndLeavesTheFailedOut() throws InterruptedException {
    assertThat(Fanout.gather(List.of(bad, good), this::ask, LONG, answers -> false))
        .isEqualTo(Map.of(good, "good"));
  }

  @Test
  void gatherOfNobodyReturnsAtOnce() throws InterruptedException {
    assertThat(Fanout.gather(List.of(), this::ask, LONG, answers -> false)).isEmpty();
  }

  @Test
  void gatherEndsWhenEnoughHaveAnsweredAndInterruptsTheRest() throws InterruptedException {
    assertThat(
            Fanout.gather(
                List.of(hanging, good), this::ask, LONG, answers -> answers.containsKey(good)))
        .containsOnlyKeys(good);
    assertInterrupted();
  }

  @Test
  void gatherAsksAgainWhetherItIsEnoughThoughNothingCame() throws InterruptedException {
    int[] times = {0};
    assertThat(Fanout.gather(List.of(hanging), this::ask, LONG, answers -> ++times[0] > 2))
        .isEmpty();
    assertInterrupted();
  }

  @Test
  void gatherEndsAtItsDeadlineWithWhatCame() throws InterruptedException {
    assertThat(Fanout.gather(List.of(hanging, good), this::ask, SHORT, answers -> false))
        .containsOnlyKeys(good);
    assertInterrupted();
  }

  @Test
  void interruptingTheCallerInterruptsTheAttempts() throws InterruptedException {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Fanout.gather(List.of(hanging), this::ask, LONG, answers -> false))
        .isInstanceOf(InterruptedException.class);
    assertInterrupted();
  }

  @Test
  void firstTakesTheFirstAndDoesNotAskTheRest() throws InterruptedException {
    assertThat(Fanout.first(List.of(good, hanging), this::ask, e -> LONG, LONG)).contains("good");
    assertThat(interrupted.getCount()).isEqualTo(1);
  }

  @Test
  void firstAsksTheNextAtOnceWhenOneFails() throws InterruptedException {
    assertThat(Fanout.first(List.of(bad, bad, good), this::ask, e -> LONG, LONG)).contains("good");
  }

  @Test
  void firstAsksAnotherBesideOneThatHangs() throws InterruptedException {
    assertThat(Fanout.first(List.of(hanging, good), this::ask, e -> SHORT, LONG)).contains("good");
    assertInterrupted();
  }

  @Test
  void firstIsEmptyWhenAllFail() throws InterruptedException {
    assertThat(Fanout.first(List.of(bad, bad), this::ask, e -> LONG, LONG)).isEmpty();
    assertThat(Fanout.first(List.of(), this::ask, e -> LONG, LONG)).isEqualTo(Optional.empty());
  }

  @Test
  void firstIsEmptyAtItsDeadline() throws InterruptedException {
    assertThat(Fanout.first(List.of(hanging), this::ask, e -> SHORT, SHORT)).isEmpty();
    assertInterrupted();
  }
}

package io.belay.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BesideTest {
  private static final Timing TIMING = Timing.real(InstantSource.system());

  @Test
  void theQuestionIsAskedWhileItsCallerDoesSomethingElse() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    try (Beside<String> question =
        Beside.ask(
            TIMING,
            "question",
            () -> {
              asked.countDown();
              done.await();
              return "answer";
            })) {
      asked.await();
      done.countDown();
      assertThat(question.answer()).isEqualTo("answer");
    }
  }

  @Test
  void whatTheQuestionFailsWithItsCallerFailsWith() {
    try (Beside<String> question =
        Beside.ask(
            TIMING,
            "question",
            () -> {
              throw new IllegalStateException("why");
            })) {
      assertThatThrownBy(question::answer)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("why");
    }
  }

  @Test
  void closingGivesUp() throws InterruptedException {
    CountDownLatch given = new CountDownLatch(1);
    Beside<String> question =
        Beside.ask(
            TIMING,
            "question",
            () -> {
              try {
                new CountDownLatch(1).await();
                return "never";
              } finally {
                given.countDown();
              }
            });
    question.close();
    given.await();
  }
}

package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeUi;
import io.belay.app.fx.Surprises;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SurpriseViewModelTest {
  private Optional<Thread.UncaughtExceptionHandler> before = Optional.empty();
  private Surprises surprises;
  private SurpriseViewModel model;

  @BeforeEach
  void listen() {
    before = Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler());
    Thread.setDefaultUncaughtExceptionHandler(null);
    surprises = Surprises.listen();
    model = new SurpriseViewModel(FakeUi.make(), surprises);
  }

  @AfterEach
  void listenNoMore() {
    surprises.close();
    assertThat(Thread.getDefaultUncaughtExceptionHandler()).isNull();
    Thread.setDefaultUncaughtExceptionHandler(before.orElse(null));
  }

  @Test
  void failureOfAnyThreadIsToldUntilItIsPutAway() throws InterruptedException {
    assertThat(model.title().get()).isEmpty();
    fail(new IllegalStateException("first"));
    assertThat(model.title().get()).isEqualTo("Something failed inside Belay");
    assertThat(model.report().get()).contains("IllegalStateException: first");
    fail(new StackOverflowError());
    assertThat(model.title().get()).isEqualTo("Something failed inside Belay, 2 times");
    assertThat(model.report().get()).contains("first").doesNotContain("StackOverflowError");
    model.dismiss();
    assertThat(model.title().get()).isEmpty();
    assertThat(model.report().get()).isEmpty();
  }

  @Test
  void lateWorkOnAClosedDataFileIsNoFailure() throws InterruptedException {
    fail(new CancellationException("the data file is closed"));
    assertThat(model.title().get()).isEmpty();
  }

  @Test
  void whoeverListenedBeforeHearsItToo() throws InterruptedException {
    Surprises inner = Surprises.listen();
    fail(new IllegalStateException("x"));
    assertThat(inner.told().get()).isPresent();
    assertThat(surprises.told().get()).isPresent();
    inner.close();
    fail(new IllegalStateException("y"));
    assertThat(inner.told().get().orElseThrow().times()).isEqualTo(1);
  }

  @Test
  void afterClosingNothingIsTold() throws InterruptedException {
    model.close();
    fail(new IllegalStateException("x"));
    assertThat(model.title().get()).isEmpty();
  }

  private static void fail(Throwable failure) throws InterruptedException {
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              throw sneaky(failure);
            });
    thread.join();
  }

  private static RuntimeException sneaky(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }
}

package io.belay.app.activity;

import io.belay.app.fx.Background;
import io.belay.app.fx.Background.Job;
import io.belay.app.fx.Background.Running;
import java.util.Optional;
import java.util.function.Consumer;

/// Looks through the journal: at once where it is short, so that nothing flickers; else away from
/// the window's thread, and of several looks only the last one counts.
final class Looking {
  /// What is looked through within a frame of the window.
  private static final int SHORT = 1_000;

  private final Background background;
  private Optional<Running> running = Optional.empty();

  Looking(Background background) {
    this.background = background;
  }

  /// Ends a look that is under way; what it would have found is not told.
  ///
  /// @return whether there was one
  boolean stop() {
    boolean looking = running.isPresent();
    running.ifPresent(Running::cancel);
    running = Optional.empty();
    return looking;
  }

  /// @param size how many there are to look through
  <T> void through(int size, Job<T> job, Consumer<T> done) {
    stop();
    if (size > SHORT) {
      // a failure is told to the person as a surprise; what was found before stays
      running = Optional.of(background.run(job, found -> found(found, done), e -> {}));
      return;
    }
    try {
      done.accept(job.run());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody interrupts the window's thread
    }
  }

  private <T> void found(T found, Consumer<T> done) {
    running = Optional.empty();
    done.accept(found);
  }
}

package io.belay.app.fx;

import io.belay.core.state.State;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears of every failure that nobody expected, on whatever thread, so that it is told instead of
/// lost. Nothing ends because of it.
public final class Surprises implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Surprises.class);

  /// What failed, and how often since the last was looked at.
  ///
  /// @param report of the first failure: later ones are often its consequence
  /// @param times at least 1
  public record Told(CrashReport report, int times) {}

  private final State<Optional<Told>> told = new State<>(Optional.empty());
  private final Optional<Thread.UncaughtExceptionHandler> before;

  private Surprises(Optional<Thread.UncaughtExceptionHandler> before) {
    this.before = before;
  }

  /// Hears of the failures of all threads from now on.
  public static Surprises listen() {
    Surprises surprises =
        new Surprises(Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler()));
    Thread.setDefaultUncaughtExceptionHandler(surprises);
    return surprises;
  }

  /// Tells of a failure that was caught, as if it had not been.
  public static void tell(Throwable failure) {
    Thread here = Thread.currentThread();
    here.getUncaughtExceptionHandler().uncaughtException(here, failure);
  }

  /// What failed, until it is dismissed.
  public State<Optional<Told>> told() {
    return told;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    if (failure instanceof CancellationException) {
      return; // who is late, after the data file was closed
    }
    CrashReport report = CrashReport.of(failure);
    LOG.error("a failure that nobody expected\n{}", report.text());
    told.update(old ->
        Optional.of(old.map(t -> new Told(t.report(), t.times() + 1)).orElse(new Told(report, 1))));
    before.ifPresent(other -> other.uncaughtException(thread, failure));
  }

  /// It was looked at.
  public void dismiss() {
    told.set(Optional.empty());
  }

  /// Hears of nothing any more.
  public void close() {
    if (Thread.getDefaultUncaughtExceptionHandler() == this) {
      Thread.setDefaultUncaughtExceptionHandler(before.orElse(null));
    }
  }
}

package io.belay.core.practice;

import io.belay.core.state.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;

/// Time that jumps from one event to the next. One task runs at a time, in an order that depends on
/// nothing but the tasks themselves, so a run is the same each time.
final class VirtualTime implements Timing {
  private static final int MOST_STEPS = 2_000_000;
  private static final ThreadLocal<Fiber> HERE = new ThreadLocal<>();

  private final Instant start;
  private final PriorityQueue<Wake> wakes =
      new PriorityQueue<>(Comparator.comparingLong(Wake::at).thenComparingLong(Wake::order));
  private final Semaphore idle = new Semaphore(0);
  private long now;
  private long order;
  private long wallOffset;
  private Optional<Throwable> failure = Optional.empty();

  private record Wake(long at, long order, Fiber fiber, long turn) {}

  private static final class Fiber implements Task {
    final VirtualTime time;
    final Semaphore gate = new Semaphore(0);
    boolean cancelled;
    boolean over;
    long turn; // a wake for an earlier turn is void

    Fiber(VirtualTime time) {
      this.time = time;
    }

    @Override
    public void cancel() {
      if (!over && !cancelled) {
        cancelled = true;
        time.wakeAt(this, time.now);
      }
    }
  }

  VirtualTime(Instant start) {
    this.start = start;
  }

  /// Runs a task and all that it starts, until it is over; the others are left where they are.
  void run(Runnable main) {
    Fiber fiber = begin(main);
    int steps = 0;
    while (!fiber.over) {
      Wake wake = wakes.poll();
      if (wake == null || ++steps > MOST_STEPS) {
        throw new IllegalStateException("the simulation stands still");
      }
      if (wake.turn() == wake.fiber().turn && !wake.fiber().over) {
        now = Math.max(now, wake.at());
        wake.fiber().turn++;
        wake.fiber().gate.release();
        idle.acquireUninterruptibly();
      }
    }
    if (failure.isPresent()) {
      throw new IllegalStateException("a task failed", failure.get());
    }
  }

  /// Sets the wall clock forth or back, as a person or a time server may.
  void setWall(Duration offset) {
    wallOffset = offset.toNanos();
  }

  /// The computer sleeps: time passes and nothing runs.
  void suspend(Duration time) {
    now += time.toNanos();
  }

  Duration elapsed() {
    return Duration.ofNanos(now);
  }

  private void wakeAt(Fiber fiber, long at) {
    wakes.add(new Wake(at, order++, fiber, fiber.turn));
  }

  private Fiber begin(Runnable work) {
    Fiber fiber = new Fiber(this);
    Thread.ofVirtual()
        .start(() -> {
          fiber.gate.acquireUninterruptibly();
          HERE.set(fiber);
          try {
            work.run();
          } catch (RuntimeException | Error e) {
            failure = Optional.of(e);
          } finally {
            fiber.over = true;
            idle.release();
          }
        });
    wakeAt(fiber, now);
    return fiber;
  }

  /// Gives the turn away until a wake comes.
  private void park() throws InterruptedException {
    Fiber fiber = HERE.get();
    if (!fiber.cancelled) {
      idle.release();
      fiber.gate.acquireUninterruptibly();
    }
    if (fiber.cancelled) {
      throw new InterruptedException();
    }
  }

  @Override
  public Instant instant() {
    return start.plusNanos(now + wallOffset);
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    wakeAt(HERE.get(), now + Math.max(0, time.toNanos()));
    park();
  }

  @Override
  public Task start(String name, Runnable work) {
    return begin(work);
  }

  @Override
  public <T> Inbox<T> inbox() {
    return new VirtualInbox<>();
  }

  private final class VirtualInbox<T> implements Inbox<T> {
    private final Deque<T> items = new ArrayDeque<>();
    private final Deque<Fiber> waiting = new ArrayDeque<>();

    @Override
    public void put(T item) {
      items.addLast(item);
      waiting.forEach(fiber -> wakeAt(fiber, now));
    }

    @Override
    public Optional<T> poll(Duration patience) throws InterruptedException {
      long until = now + Math.max(0, patience.toNanos());
      Fiber fiber = HERE.get();
      while (items.isEmpty() && now < until) {
        waiting.addLast(fiber);
        wakeAt(fiber, until);
        try {
          park();
        } finally {
          waiting.remove(fiber);
        }
      }
      return Optional.ofNullable(items.pollFirst());
    }
  }
}

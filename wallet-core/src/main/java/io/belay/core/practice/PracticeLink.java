package io.belay.core.practice;

import io.belay.core.rpc.TransportException;
import io.belay.core.rpc.TransportException.Reason;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Brings frames to whoever owns the chain, which may be this process or become it on the way.
final class PracticeLink implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 3_000;
  private static final long PAUSE_MILLIS = 20;

  private final Seat seat;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  PracticeLink(Seat seat) {
    this.seat = seat;
  }

  /// @throws TransportException REFUSED where nobody could be reached, BROKEN where the owner died
  ///   over this very frame
  Frame ask(Frame frame, Duration timeout) throws TransportException, InterruptedException {
    long start = System.nanoTime();
    while (true) {
      Duration left = timeout.minusNanos(System.nanoTime() - start);
      Optional<Frame> answer = once(frame, left);
      if (answer.isPresent()) {
        return answer.get();
      }
      long spent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      if (spent >= Math.min(PATIENCE_MILLIS, timeout.toMillis())) {
        throw new TransportException(Reason.REFUSED, "nobody serves the practice chain");
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private Optional<Frame> once(Frame frame, Duration timeout)
      throws TransportException, InterruptedException {
    Optional<Owner> own = seat.owner();
    if (own.isPresent()) {
      // on a thread of its own: the caller's interrupt must not close the chain's files
      return Optional.of(wait(() -> own.get().desk().answer(frame), timeout, false));
    }
    Optional<Frame> answer = wait(() -> overSocket(frame), timeout, true);
    if (answer.isEmpty()) {
      wait(this::tryToOwn, Duration.ofMillis(PATIENCE_MILLIS), false);
    }
    return answer;
  }

  private boolean tryToOwn() throws IOException {
    seat.tryToOwn();
    return true;
  }

  private Optional<Frame> overSocket(Frame frame) throws IOException {
    Optional<SocketChannel> connected = seat.connect();
    if (connected.isEmpty()) {
      return Optional.empty();
    }
    try (SocketChannel channel = connected.get()) {
      frame.write(channel);
      return Optional.of(Frame.read(channel));
    }
  }

  /// @param abandon whether interrupting the task is harmless; it closes the socket
  private <T> T wait(Callable<T> task, Duration timeout, boolean abandon)
      throws TransportException, InterruptedException {
    Future<T> future = submitted(task);
    try {
      return future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new TransportException(Reason.TIMEOUT, "the practice chain did not answer in time", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException ours) {
        throw ours;
      }
      throw new TransportException(Reason.BROKEN, "the practice chain's owner went away", e);
    } finally {
      if (abandon) {
        future.cancel(true);
      }
    }
  }

  private <T> Future<T> submitted(Callable<T> task) throws TransportException {
    try {
      return threads.submit(task);
    } catch (RejectedExecutionException e) {
      throw new TransportException(Reason.REFUSED, "this practice network is closed", e);
    }
  }

  @Override
  public void close() throws IOException {
    seat.close();
    threads.shutdown();
  }
}

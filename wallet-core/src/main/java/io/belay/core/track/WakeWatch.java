package io.belay.core.track;

import io.belay.core.state.Timing;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Tells whether this computer has just been started, has slept, or is on another network than
/// before: then all that is open is sent again, since nobody knows what became of it meanwhile.
///
/// The counter of nanoseconds stands still while a computer sleeps (Linux, macOS) and the wall
/// clock does not; where both go on (Windows), the pause between two looks is too long.
public final class WakeWatch implements BooleanSupplier {
  private static final Duration JUMP = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(90);

  private final Timing timing;
  private final InstantSource wall;
  private final Supplier<?> network;
  private boolean started;
  private long nanos;
  private Instant at = Instant.MIN;
  private Object last = "";

  /// Watches from the first look on, which tells of a start.
  ///
  /// @param wall the clock on the wall, which goes on in sleep
  /// @param network what this computer is connected by; compared by `equals`
  public WakeWatch(Timing timing, InstantSource wall, Supplier<?> network) {
    this.timing = timing;
    this.wall = wall;
    this.network = network;
  }

  @Override
  public boolean getAsBoolean() {
    long nanosNow = timing.nanos();
    Instant atNow = wall.instant();
    Object now = network.get();
    boolean woken = !started || hasSlept(nanosNow, atNow) || !now.equals(last);
    started = true;
    nanos = nanosNow;
    at = atNow;
    last = now;
    return woken;
  }

  private boolean hasSlept(long nanosNow, Instant atNow) {
    Duration ran = Duration.ofNanos(nanosNow - nanos);
    Duration passed = Duration.between(at, atNow);
    return passed.minus(ran).compareTo(JUMP) > 0 || ran.compareTo(LONGEST_PAUSE) > 0;
  }

  /// The addresses of this computer that reach beyond it.
  static Set<String> addresses() {
    Set<String> addresses = new TreeSet<>();
    try {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
          .forEach(a -> addresses.add(a.getHostAddress()));
    } catch (SocketException e) {
      return Set.of(); // the same each time: then only sleep is noticed
    }
    return addresses;
  }
}

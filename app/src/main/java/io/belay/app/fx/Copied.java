package io.belay.app.fx;

import io.belay.base.Address;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The address that was copied in Belay last. Another program may have put a different one on the
/// clipboard by the time it is pasted, which is a way to steal. Used on one thread.
public final class Copied {
  /// How long a copied address is expected to be the one that is pasted.
  static final Duration FRESH = Duration.ofMinutes(5);

  private final InstantSource clock;
  private Optional<Address> last = Optional.empty();
  private Instant at = Instant.EPOCH;

  /// Nothing was copied yet.
  public Copied(InstantSource clock) {
    this.clock = clock;
  }

  /// An address was copied.
  public void address(Address address) {
    last = Optional.of(address);
    at = clock.instant();
  }

  /// Another text was copied: what is pasted now need not be the address.
  public void other() {
    last = Optional.empty();
  }

  /// What was copied in the last minutes, where that is not what was pasted.
  public Optional<Address> insteadOf(Address pasted) {
    boolean fresh = at.plus(FRESH).isAfter(clock.instant());
    return last.filter(copied -> fresh && !copied.equals(pasted));
  }
}

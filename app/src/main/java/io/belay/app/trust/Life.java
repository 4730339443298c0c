package io.belay.app.trust;

import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;

/// How long a key is valid.
///
/// @param from when it was made
/// @param until the first moment at which it is not valid any more; none where it never ends
record Life(Instant from, Optional<Instant> until) {
  /// What a key or subkey has by the signature that speaks for it.
  static Life of(PGPPublicKey key, PGPSignature says) {
    Instant from = key.getCreationTime().toInstant();
    long seconds = says.getHashedSubPackets().getKeyExpirationTime();
    return new Life(from, seconds == 0 ? Optional.empty() : Optional.of(from.plusSeconds(seconds)));
  }

  /// Whether it is valid at a moment.
  boolean contains(Instant moment) {
    return !moment.isBefore(from) && until.filter(end -> !moment.isBefore(end)).isEmpty();
  }

  /// The time that both have.
  Life and(Life other) {
    Instant later = from.isAfter(other.from) ? from : other.from;
    Optional<Instant> sooner =
        until.filter(end -> other.until.filter(end::isAfter).isEmpty()).or(other::until);
    return new Life(later, sooner);
  }
}

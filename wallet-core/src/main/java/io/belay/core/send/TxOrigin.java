package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.tx.UnsignedTransaction;
import java.time.Instant;

/// What was signed, as it was written down before its first byte left; it never changes.
///
/// @param hash its identity
/// @param intentId the intent it came from
/// @param from the sender
/// @param transaction what was signed; of one that was signed elsewhere, what it has in common with
///   those (see [TxFacts#shape])
/// @param createdAt when it was signed
/// @param privately whether it may go to private relays only
public record TxOrigin(
    TxHash hash,
    String intentId,
    Address from,
    UnsignedTransaction transaction,
    Instant createdAt,
    boolean privately) {}

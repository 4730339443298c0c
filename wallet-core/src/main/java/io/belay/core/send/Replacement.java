package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.tx.UnsignedTransaction;
import java.util.Optional;

/// Another transaction at a nonce, before it is signed: the same again for more, nothing instead of
/// it, or nothing where a gap keeps later ones waiting.
///
/// @param intentId the intent that it belongs to; an id of its own for a gap
/// @param from the account
/// @param purpose speed up, cancel or fill
/// @param replaces what it is to take the place of; empty for a gap
/// @param transaction exactly what would be signed
public record Replacement(
    String intentId,
    Address from,
    Purpose purpose,
    Optional<TxHash> replaces,
    UnsignedTransaction transaction) {}

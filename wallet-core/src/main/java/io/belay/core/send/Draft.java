package io.belay.core.send;

import io.belay.core.tx.UnsignedTransaction;

/// All of a plan but its nonce's lease and what is to be said of it.
///
/// @param now what it was begun from
/// @param priced the call and its fees
/// @param transaction what would be signed
/// @param simulation what would come of it
record Draft(
    Situation now, Priced priced, UnsignedTransaction transaction, Simulation simulation) {}

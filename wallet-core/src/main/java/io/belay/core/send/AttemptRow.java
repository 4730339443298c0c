package io.belay.core.send;

import io.belay.core.rpc.EndpointId;
import java.time.Instant;

/// One endpoint's latest answer about one transaction: a row of evidence.
///
/// @param endpoint the endpoint
/// @param group its group
/// @param outcome [BroadcastOutcome#word]
/// @param kind [BroadcastOutcome#kind]
/// @param millis time it took
/// @param at when
/// @param seen whether the endpoint was since found to hold the transaction by its hash
public record AttemptRow(
    EndpointId endpoint,
    String group,
    String outcome,
    String kind,
    int millis,
    Instant at,
    boolean seen) {}

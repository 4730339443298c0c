package io.belay.app.shell;

import io.belay.app.activity.WaysOut;
import io.belay.app.connectivity.FaultSwitches;
import io.belay.app.drill.Drills;
import io.belay.app.send.Drafts;
import io.belay.core.track.ChainSession;
import java.util.Optional;

/// One open network, as the window's pages need it.
///
/// @param session reads, sends and tracks; stays open over locking and over a change of networks
/// @param drills rehearses its outages
/// @param faults faults to play with, on a practice network
/// @param ways the ways out for a transaction that nobody takes
/// @param drafts keeps the send form over a crash
public record Net(
    ChainSession session,
    Drills drills,
    Optional<FaultSwitches> faults,
    WaysOut ways,
    Drafts drafts) {}

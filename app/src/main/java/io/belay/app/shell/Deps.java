package io.belay.app.shell;

import io.belay.app.accounts.AccountDesk;
import io.belay.app.activity.WaysOut;
import io.belay.app.connectivity.EndpointDesk;
import io.belay.app.connectivity.FaultSwitches;
import io.belay.app.drill.Drills;
import io.belay.app.fx.Background;
import io.belay.app.fx.Theme;
import io.belay.app.send.Drafts;
import io.belay.app.unlock.VaultDoor;
import io.belay.app.vault.IdleLimit;
import io.belay.app.vault.VaultDesk;
import io.belay.core.store.ContactBook;
import io.belay.core.track.ChainSession;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// What the window is given.
///
/// @param session the open network; stays open over locking
/// @param door the vaults
/// @param desk the accounts of a vault once it is open
/// @param keeper what the vault page does with it
/// @param idle after how long without anybody it locks
/// @param random chooses the words that are asked back
/// @param drills rehearses the network's outages
/// @param faults faults to play with, on a practice network
/// @param endpoints what a person decides about the endpoints of networks
/// @param ways the ways out for a transaction that nobody takes
/// @param drafts keeps the send form over a crash
/// @param contacts the address book
/// @param opened a vault that is open from the start
/// @param theme light or dark, where the system is not to choose
/// @param onLock told after the vault was closed
/// @param background where blocking work goes
/// @param clock time
public record Deps(
    ChainSession session,
    VaultDoor door,
    Function<VaultDoor.Opened, AccountDesk> desk,
    Function<VaultDoor.Opened, VaultDesk> keeper,
    IdleLimit idle,
    RandomGenerator random,
    Drills drills,
    Optional<FaultSwitches> faults,
    EndpointDesk endpoints,
    WaysOut ways,
    Drafts drafts,
    ContactBook contacts,
    Optional<VaultDoor.Opened> opened,
    Optional<Theme.Scheme> theme,
    Runnable onLock,
    Background background,
    InstantSource clock) {}

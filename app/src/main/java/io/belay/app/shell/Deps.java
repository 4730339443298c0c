package io.belay.app.shell;

import io.belay.app.accounts.AccountDesk;
import io.belay.app.connectivity.EndpointDesk;
import io.belay.app.fx.Background;
import io.belay.app.fx.Theme;
import io.belay.app.notices.Notifier;
import io.belay.app.settings.SettingsDesk;
import io.belay.app.unlock.VaultDoor;
import io.belay.app.vault.IdleLimit;
import io.belay.app.vault.VaultDesk;
import io.belay.core.store.ContactBook;
import io.belay.core.store.LabelBook;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// What the window is given.
///
/// @param nets the networks
/// @param door the vaults
/// @param desk the accounts of a vault once it is open
/// @param keeper what the vault page does with it
/// @param idle after how long without anybody it locks
/// @param random chooses the words that are asked back
/// @param endpoints what a person decides about the endpoints of networks
/// @param contacts the address book
/// @param labels what transactions are called
/// @param hiding whether amounts are hidden
/// @param opened a vault that is open from the start
/// @param theme how the window looks
/// @param background where blocking work goes
/// @param clock time
/// @param settings where the window's settings are kept
/// @param notifier tells a person who looks elsewhere
public record Deps(
    Nets nets,
    VaultDoor door,
    Function<VaultDoor.Opened, AccountDesk> desk,
    Function<VaultDoor.Opened, VaultDesk> keeper,
    IdleLimit idle,
    RandomGenerator random,
    EndpointDesk endpoints,
    ContactBook contacts,
    LabelBook labels,
    Hiding hiding,
    Optional<VaultDoor.Opened> opened,
    Theme theme,
    Background background,
    InstantSource clock,
    SettingsDesk settings,
    Notifier notifier) {}

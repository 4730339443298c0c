package io.belay.app.shell;

import io.belay.app.notices.NoticesViewModel;
import io.belay.app.settings.SettingsViewModel;
import io.belay.app.sign.SignInput;
import io.belay.app.vault.LockViewModel;

/// What the window does for whoever is in.
///
/// @param idle after how long it locks
/// @param networks turns to another one
/// @param settings the window's
/// @param notices what happened meanwhile
/// @param unsigned what is put in to be signed, over a change of networks
/// @param lock locks now
/// @param hide hides amounts, or shows them again
record Around(
    LockViewModel idle,
    NetChoice networks,
    SettingsViewModel settings,
    NoticesViewModel notices,
    SignInput unsigned,
    Runnable lock,
    Runnable hide) {}

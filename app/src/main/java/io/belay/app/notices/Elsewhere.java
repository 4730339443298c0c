package io.belay.app.notices;

import java.util.function.BooleanSupplier;

/// How a person is told who looks elsewhere.
///
/// @param notifier the system's own means
/// @param wanted whether they want it, and do look elsewhere
/// @param discreet whether others may see the screen: no amount and no address is named then
public record Elsewhere(Notifier notifier, BooleanSupplier wanted, BooleanSupplier discreet) {}

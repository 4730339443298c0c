package io.belay.app.raw;

/// Something to know before a transaction is sent.
///
/// @param isGrave whether money is at stake
/// @param title what it is
/// @param detail what it means
record Caution(boolean isGrave, String title, String detail) {}

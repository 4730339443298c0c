package io.belay.app.palette;

/// Something the window can do.
///
/// @param title what, in the words of the page that also does it
/// @param keys the shortcut, such as `Ctrl+L`; blank where there is none
/// @param action does it, on the JavaFX thread
public record Command(String title, String keys, Runnable action) {}

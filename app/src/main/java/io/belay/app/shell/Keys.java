package io.belay.app.shell;

import javafx.scene.input.KeyEvent;

/// The shortcuts of the open wallet.
final class Keys {
  private Keys() {}

  /// Whether the key was a shortcut; if it was, it has been acted upon.
  static boolean press(KeyEvent event, Rooms rooms, Runnable lock) {
    if (event.isShortcutDown()) {
      return shortcut(event, rooms, lock);
    }
    if (event.isAltDown()) {
      return place(event, rooms);
    }
    return switch (event.getCode()) {
      case F5 -> did(rooms::refresh);
      case ESCAPE -> did(rooms::back);
      default -> false;
    };
  }

  private static boolean shortcut(KeyEvent event, Rooms rooms, Runnable lock) {
    return switch (event.getCode()) {
      case N -> did(() -> rooms.go(Place.SEND));
      case D -> did(() -> rooms.go(Place.CONNECTIVITY));
      case L -> did(lock);
      case ENTER -> did(rooms::confirm);
      default -> false;
    };
  }

  private static boolean place(KeyEvent event, Rooms rooms) {
    return switch (event.getCode()) {
      case DIGIT1 -> did(() -> rooms.go(Place.ACCOUNTS));
      case DIGIT2 -> did(() -> rooms.go(Place.ACTIVITY));
      case DIGIT3 -> did(() -> rooms.go(Place.SEND));
      case DIGIT4 -> did(() -> rooms.go(Place.CONNECTIVITY));
      default -> false;
    };
  }

  private static boolean did(Runnable action) {
    action.run();
    return true;
  }
}

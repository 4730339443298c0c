package io.belay.app.shell;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The shortcuts of the open wallet.
enum Keys {
  /// Leads to a page.
  ACCOUNTS,
  /// Leads to a page.
  ACTIVITY,
  /// Leads to a page.
  SEND,
  /// Leads to a page.
  BOOK,
  /// Leads to a page.
  CONNECTIVITY,
  /// Leads to a page.
  NETWORKS,
  /// Leads to a page.
  VAULT,
  /// Leads to a raw transaction.
  RAW,
  /// Locks.
  LOCK,
  /// Confirms what is shown.
  CONFIRM,
  /// Reads again.
  REFRESH,
  /// One step back.
  BACK;

  /// Whether the key was a shortcut; if it was, it has been acted upon.
  static boolean press(KeyEvent event, Rooms rooms, Runnable lock) {
    Optional<Keys> meant = meant(event.isShortcutDown(), event.isAltDown(), event.getCode());
    meant.ifPresent(key -> key.act(rooms, lock));
    return meant.isPresent();
  }

  /// What a key means; nothing together with both Ctrl and Alt, which is how AltGr arrives.
  static Optional<Keys> meant(boolean shortcut, boolean alt, KeyCode code) {
    if (shortcut && alt) {
      return Optional.empty();
    }
    if (shortcut) {
      return switch (code) {
        case N -> Optional.of(SEND);
        case D -> Optional.of(CONNECTIVITY);
        case L -> Optional.of(LOCK);
        case O -> Optional.of(RAW);
        case ENTER -> Optional.of(CONFIRM);
        default -> Optional.empty();
      };
    }
    return alt ? place(code) : alone(code);
  }

  private static Optional<Keys> place(KeyCode code) {
    return switch (code) {
      case DIGIT1 -> Optional.of(ACCOUNTS);
      case DIGIT2 -> Optional.of(ACTIVITY);
      case DIGIT3 -> Optional.of(SEND);
      case DIGIT4 -> Optional.of(BOOK);
      case DIGIT5 -> Optional.of(CONNECTIVITY);
      case DIGIT6 -> Optional.of(NETWORKS);
      case DIGIT7 -> Optional.of(VAULT);
      default -> Optional.empty();
    };
  }

  private static Optional<Keys> alone(KeyCode code) {
    return switch (code) {
      case F5 -> Optional.of(REFRESH);
      case ESCAPE -> Optional.of(BACK);
      default -> Optional.empty();
    };
  }

  private void act(Rooms rooms, Runnable lock) {
    switch (this) {
      case ACCOUNTS -> rooms.go(Place.ACCOUNTS);
      case ACTIVITY -> rooms.go(Place.ACTIVITY);
      case SEND -> rooms.go(Place.SEND);
      case BOOK -> rooms.go(Place.BOOK);
      case CONNECTIVITY -> rooms.go(Place.CONNECTIVITY);
      case NETWORKS -> rooms.go(Place.NETWORKS);
      case VAULT -> rooms.go(Place.VAULT);
      case RAW -> rooms.openRaw();
      case LOCK -> lock.run();
      case CONFIRM -> rooms.confirm();
      case REFRESH -> rooms.refresh();
      case BACK -> rooms.back();
    }
  }
}

package io.belay.app.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
  SIGN,
  /// Leads to a page.
  BOOK,
  /// Leads to a page.
  CONNECTIVITY,
  /// Leads to a page.
  NETWORKS,
  /// Leads to a page.
  VAULT,
  /// Leads to a page.
  NOTICES,
  /// Leads to a page.
  SETTINGS,
  /// Leads to a raw transaction.
  RAW,
  /// Leads to the search.
  FIND,
  /// Hides amounts, or shows them again.
  HIDE,
  /// Opens the commands.
  PALETTE,
  /// Lists all keys.
  HELP,
  /// Locks.
  LOCK,
  /// Confirms what is shown.
  CONFIRM,
  /// Reads again.
  REFRESH,
  /// One step back.
  BACK;

  private static final List<KeyCode> DIGITS =
      List.of(
          KeyCode.DIGIT1,
          KeyCode.DIGIT2,
          KeyCode.DIGIT3,
          KeyCode.DIGIT4,
          KeyCode.DIGIT5,
          KeyCode.DIGIT6,
          KeyCode.DIGIT7,
          KeyCode.DIGIT8,
          KeyCode.DIGIT9);

  /// Whether the key was a shortcut; if it was, it has been acted upon.
  static boolean press(KeyEvent event, Rooms rooms, Runnable lock) {
    OptionalInt account =
        event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown()
            ? account(event.getCode())
            : OptionalInt.empty();
    account.ifPresent(rooms::account);
    Optional<Keys> meant = meant(event);
    meant.ifPresent(key -> key.act(rooms, lock));
    return account.isPresent() || meant.isPresent();
  }

  private static Optional<Keys> meant(KeyEvent event) {
    boolean shortcut = event.isShortcutDown();
    return shortcut && event.isShiftDown() && !event.isAltDown()
        ? shifted(event.getCode())
        : meant(shortcut, event.isAltDown(), event.getCode());
  }

  /// The account that a digit together with Ctrl means, from 0.
  static OptionalInt account(KeyCode code) {
    int number = DIGITS.indexOf(code);
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /// What a key means together with Ctrl and Shift.
  static Optional<Keys> shifted(KeyCode code) {
    return code == KeyCode.H ? Optional.of(HIDE) : Optional.empty();
  }

  /// The key that leads to a page, where one does.
  static Optional<Keys> of(Place place) {
    return Arrays.stream(values()).filter(key -> key.name().equals(place.name())).findFirst();
  }

  /// The digit that leads to a page together with Alt.
  static Optional<String> digit(Place place) {
    return of(place)
        .flatMap(key ->
            Arrays.stream(KeyCode.values())
                .filter(code -> meant(false, true, code).filter(key::equals).isPresent())
                .map(KeyCode::getName)
                .findFirst());
  }

  /// How its keys are written, such as `Ctrl+L`; several where several mean it. Found by asking
  /// what each key means, so that it is never told otherwise than it works.
  String shown() {
    List<String> ways = new ArrayList<>();
    for (KeyCode code : KeyCode.values()) {
      add(ways, "Ctrl+", meant(true, false, code), code);
      add(ways, "Ctrl+Shift+", shifted(code), code);
      add(ways, "Alt+", meant(false, true, code), code);
      add(ways, "", meant(false, false, code), code);
    }
    return String.join(", ", ways);
  }

  private void add(List<String> ways, String with, Optional<Keys> meant, KeyCode code) {
    if (meant.filter(this::equals).isPresent()) {
      ways.add(with + code.getName());
    }
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
        case F -> Optional.of(FIND);
        case K -> Optional.of(PALETTE);
        case O -> Optional.of(RAW);
        case COMMA -> Optional.of(SETTINGS);
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
      case DIGIT8 -> Optional.of(NOTICES);
      case DIGIT9 -> Optional.of(SETTINGS);
      case DIGIT0 -> Optional.of(SIGN);
      default -> Optional.empty();
    };
  }

  private static Optional<Keys> alone(KeyCode code) {
    return switch (code) {
      case F1 -> Optional.of(HELP);
      case F5 -> Optional.of(REFRESH);
      case ESCAPE -> Optional.of(BACK);
      default -> Optional.empty();
    };
  }

  /// Does what it means.
  void act(Rooms rooms, Runnable lock) {
    switch (this) {
      case ACCOUNTS -> rooms.go(Place.ACCOUNTS);
      case ACTIVITY -> rooms.go(Place.ACTIVITY);
      case SEND -> rooms.go(Place.SEND);
      case SIGN -> rooms.go(Place.SIGN);
      case BOOK -> rooms.go(Place.BOOK);
      case CONNECTIVITY -> rooms.go(Place.CONNECTIVITY);
      case NETWORKS -> rooms.go(Place.NETWORKS);
      case VAULT -> rooms.go(Place.VAULT);
      case NOTICES -> rooms.go(Place.NOTICES);
      case SETTINGS -> rooms.go(Place.SETTINGS);
      case RAW -> rooms.openRaw();
      case FIND -> rooms.find();
      case HIDE -> rooms.hide();
      case PALETTE -> rooms.commands().open();
      case HELP -> rooms.commands().keys();
      case LOCK -> lock.run();
      case CONFIRM -> rooms.confirm();
      case REFRESH -> rooms.refresh();
      case BACK -> rooms.back();
    }
  }
}

package io.belay.app.unlock;

import java.util.Locale;

/// How a person begins.
public enum Way {
  /// A new vault, new words.
  CREATE,
  /// A vault of recovery words.
  WORDS,
  /// Everything, from a backup.
  BACKUP,
  /// A new vault, then a key or a keystore file of another wallet in it.
  KEY,
  /// A new vault, then an address whose key is elsewhere.
  WATCH,
  /// A new vault, and no money.
  PRACTICE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.belay.core.send;

/// What a transaction was signed for.
public enum Purpose {
  /// What the intent says.
  TRANSFER,
  /// The same again for a higher fee, at the same nonce.
  SPEED_UP,
  /// Nothing to oneself, at the nonce of what shall not happen.
  CANCEL,
  /// Nothing to oneself, at a nonce that later ones wait for.
  FILL;

  /// The word the journal and the command line use.
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  static Purpose of(String word) {
    return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }
}

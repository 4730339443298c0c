package io.belay.core.send;

/// What a transaction has beyond what this wallet signs itself; only one that was signed elsewhere
/// has anything.
public enum TxShape {
  /// Nothing.
  PLAIN,
  /// It is good on every chain: a legacy one without EIP-155.
  ANY_CHAIN,
  /// It names what it will touch (EIP-2930).
  ACCESS_LIST,
  /// It sets accounts' code (EIP-7702).
  DELEGATION;

  /// The word the journal and the command line use.
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  static TxShape of(String word) {
    return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }
}

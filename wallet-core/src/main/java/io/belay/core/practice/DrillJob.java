package io.belay.core.practice;

import java.util.Locale;

/// What a wallet must be able to do in an outage.
public enum DrillJob {
  /// Know an account's balance.
  BALANCE,
  /// Know its nonce.
  NONCE,
  /// Know what a transaction costs.
  FEE,
  /// Sign.
  SIGN,
  /// Carry the signed bytes, up to the wire.
  SEND;

  /// The word the command line and the report use.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

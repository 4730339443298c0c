package io.belay.app.send;

import io.belay.core.send.TransferIntent;
import java.util.Optional;

/// A field of the form, beside which a refusal of it is said.
enum SendField {
  /// The paying account.
  FROM,
  /// The recipient.
  TO,
  /// What is sent.
  ASSET,
  /// How much.
  AMOUNT,
  /// What is offered for it.
  FEE,
  /// Its place in line.
  NONCE,
  /// Call data.
  DATA;

  /// The field that a refusal is about; empty where it is about none, such as the connection.
  ///
  /// @param code as planning throws it
  static Optional<SendField> of(String code, TransferIntent intent) {
    return switch (code) {
      case "insufficient-funds", "insufficient-tokens", "nothing-to-send", "zero-amount" ->
          Optional.of(AMOUNT);
      case "insufficient-for-fee", "priority-above-max", "bad-data-fee" -> Optional.of(FEE);
      case "not-a-token", "wrong-asset" -> Optional.of(ASSET);
      case "nonce-used" -> Optional.of(NONCE);
      case "token-with-data" -> Optional.of(DATA);
      case "disputed", "unknown-account" -> Optional.of(FROM);
      // who refuses is whom the data calls, else whom the money goes to
      case "would-revert" -> Optional.of(intent.data().equals("0x") ? TO : DATA);
      default -> Optional.empty();
    };
  }
}

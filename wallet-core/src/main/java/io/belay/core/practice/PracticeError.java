package io.belay.core.practice;

import io.belay.base.Hex;
import io.belay.base.WalletException;
import java.util.Optional;

/// A request the practice node refuses, in geth's words and with geth's code.
final class PracticeError extends WalletException {
  private static final long serialVersionUID = 1L;

  private final int number;
  private final String data;

  private PracticeError(int number, String message, String data) {
    super("practice-refused", message);
    this.number = number;
    this.data = data;
  }

  /// A server error, -32000: what the pool and the chain say.
  static PracticeError refused(String message) {
    return new PracticeError(-32000, message, "");
  }

  /// An argument that cannot be read, -32602.
  static PracticeError invalid(String message) {
    return new PracticeError(-32602, message, "");
  }

  /// Another JSON-RPC error.
  static PracticeError of(int number, String message) {
    return new PracticeError(number, message, "");
  }

  /// A call that reverts: code 3 with the returned bytes where there are any.
  static PracticeError reverted(PracticeOutcome outcome) {
    String reason = outcome.reason().map(r -> ": " + r).orElse("");
    return new PracticeError(3, "execution reverted" + reason, Hex.encode(outcome.output()));
  }

  /// The JSON-RPC code.
  int number() {
    return number;
  }

  /// The `data` member, where there is one.
  Optional<String> data() {
    return data.isEmpty() ? Optional.empty() : Optional.of(data);
  }
}

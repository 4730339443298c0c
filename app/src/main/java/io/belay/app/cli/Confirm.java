package io.belay.app.cli;

import io.belay.base.WalletException;
import java.util.Locale;

/// Asks a person at the terminal.
final class Confirm {
  private Confirm() {}

  /// What a person types; blank at the end of the input.
  static String typed(Terminal terminal, String question) {
    String answer = terminal.console().orElseThrow().readLine("%s", question);
    return answer == null ? "" : answer;
  }

  /// Goes on only after a yes.
  ///
  /// @throws WalletException `not-confirmed`
  static void ask(Terminal terminal, String question) {
    if (!typed(terminal, question).strip().toLowerCase(Locale.ROOT).startsWith("y")) {
      throw new WalletException("not-confirmed", "not confirmed: nothing was signed");
    }
  }
}

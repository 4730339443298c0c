package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.keystore.vault.Password;
import java.io.Console;
import java.util.Arrays;

/// Where passwords come from: a file, standard input, or a person at a terminal; never from the
/// command line, which other programs can read.
final class Passwords {
  private final Belay options;
  private final Terminal terminal;

  Passwords(Belay options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
  }

  /// The password of a vault that is there.
  Password ofVault(String name) {
    if (options.passwordFile.isPresent()) {
      return Password.read(options.passwordFile.get());
    }
    return options.passwordStdin
        ? Password.read(terminal.in())
        : ask("Password of the vault \"" + name + "\": ");
  }

  /// The password of a vault to be made, typed twice by a person.
  Password ofNewVault(String name) {
    return isGiven() ? ofVault(name) : twice("New password of the vault \"" + name + "\": ");
  }

  /// The password of a backup to be made, typed twice by a person.
  Password ofNewBackup() {
    return isGiven() ? ofBackup() : twice("Password for the backup: ");
  }

  /// The password of a backup that is there.
  Password ofBackup() {
    if (options.passwordFile.isPresent()) {
      return Password.read(options.passwordFile.get());
    }
    return options.passwordStdin ? Password.read(terminal.in()) : ask("Password of the backup: ");
  }

  private Password twice(String prompt) {
    char[] first = read(prompt);
    char[] second = read("The same again: ");
    try {
      if (!Arrays.equals(first, second)) {
        throw new WalletException("usage", "the two passwords differ: nothing was made");
      }
      return Password.of(first);
    } finally {
      Arrays.fill(first, '\0');
      Arrays.fill(second, '\0');
    }
  }

  /// Whether a password was given without anyone being asked.
  boolean isGiven() {
    return options.passwordFile.isPresent() || options.passwordStdin;
  }

  private Password ask(String prompt) {
    char[] typed = read(prompt);
    try {
      return Password.of(typed);
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  private char[] read(String prompt) {
    Console console =
        terminal
            .console()
            .orElseThrow(() ->
                new WalletException(
                    "no-password",
                    "there is no terminal to ask for the password at: give --password-file or"
                        + " --password-stdin"));
    char[] typed = console.readPassword("%s", prompt);
    if (typed == null) {
      throw new WalletException("no-password", "no password was typed");
    }
    return typed;
  }
}

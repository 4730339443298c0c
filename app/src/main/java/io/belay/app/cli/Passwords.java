package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.keystore.v3.KeystorePassword;
import io.belay.keystore.vault.Password;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

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
    char[] typed = same(prompt);
    try {
      return Password.of(typed);
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  /// What a person types twice; the caller wipes it.
  private char[] same(String prompt) {
    char[] first = read(prompt);
    char[] second = read("The same again: ");
    try {
      if (!Arrays.equals(first, second)) {
        Arrays.fill(first, '\0');
        throw new WalletException("usage", "the two passwords differ: nothing was made");
      }
      return first;
    } finally {
      Arrays.fill(second, '\0');
    }
  }

  /// The password of another wallet's keystore file.
  KeystorePassword ofKeystore(Optional<Path> file) {
    return file.map(Passwords::keystore).orElseGet(() -> asked("Password of the keystore file: "));
  }

  /// The password of a keystore file to be made, typed twice by a person.
  KeystorePassword ofNewKeystore(Optional<Path> file) {
    if (file.isPresent()) {
      return keystore(file.get());
    }
    char[] typed = same("Password for the keystore file: ");
    try {
      return KeystorePassword.of(typed);
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  private static KeystorePassword keystore(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return KeystorePassword.read(in);
    } catch (IOException e) {
      throw new WalletException(
          "password-unreadable", "the keystore's password file could not be read", e);
    }
  }

  private KeystorePassword asked(String prompt) {
    char[] typed = read(prompt);
    try {
      return KeystorePassword.of(typed);
    } finally {
      Arrays.fill(typed, '\0');
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

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
import java.util.function.Function;

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
    return given().orElseGet(() -> ask("Password of the vault \"" + name + "\": ", Password::of));
  }

  /// The password of a vault to be made, typed twice by a person.
  Password ofNewVault(String name) {
    return given()
        .orElseGet(() -> twice("New password of the vault \"" + name + "\": ", Password::of));
  }

  /// The password of a backup that is there.
  Password ofBackup() {
    return given().orElseGet(() -> ask("Password of the backup: ", Password::of));
  }

  /// The password of a backup to be made, typed twice by a person.
  Password ofNewBackup() {
    return given().orElseGet(() -> twice("Password for the backup: ", Password::of));
  }

  /// The password of another wallet's keystore file.
  KeystorePassword ofKeystore(Optional<Path> file) {
    return file.map(Passwords::keystore)
        .orElseGet(() -> ask("Password of the keystore file: ", KeystorePassword::of));
  }

  /// The password of a keystore file to be made, typed twice by a person.
  KeystorePassword ofNewKeystore(Optional<Path> file) {
    return file.map(Passwords::keystore)
        .orElseGet(() -> twice("Password for the keystore file: ", KeystorePassword::of));
  }

  private static KeystorePassword keystore(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return KeystorePassword.read(in);
    } catch (IOException e) {
      throw new WalletException(
          "password-unreadable", "the keystore's password file could not be read", e);
    }
  }

  /// Whether a password was given without anyone being asked.
  boolean isGiven() {
    return options.passwordFile.isPresent() || options.passwordStdin;
  }

  private Optional<Password> given() {
    if (options.passwordFile.isPresent()) {
      return options.passwordFile.map(Password::read);
    }
    return options.passwordStdin ? Optional.of(Password.read(terminal.in())) : Optional.empty();
  }

  private <P> P ask(String prompt, Function<char[], P> as) {
    return wiping(read(prompt), as);
  }

  private <P> P twice(String prompt, Function<char[], P> as) {
    char[] first = read(prompt);
    char[] second = read("The same again: ");
    boolean same = Arrays.equals(first, second);
    Arrays.fill(second, '\0');
    if (!same) {
      Arrays.fill(first, '\0');
      throw new WalletException("usage", "the two passwords differ: nothing was made");
    }
    return wiping(first, as);
  }

  private static <P> P wiping(char[] typed, Function<char[], P> as) {
    try {
      return as.apply(typed);
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

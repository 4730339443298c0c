package io.belay.app.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;

/// Where a call reads from and writes to.
///
/// @param in standard input
/// @param out standard output
/// @param err standard error
/// @param console the person at a terminal, if there is one
record Terminal(InputStream in, PrintStream out, PrintStream err, Optional<Console> console) {
  /// This process's.
  static Terminal ofProcess() {
    return new Terminal(
        System.in,
        System.out,
        System.err,
        Optional.ofNullable(System.console()).filter(Console::isTerminal));
  }
}

package io.belay.app.cli;

import io.belay.base.Utf8;
import io.belay.base.WalletException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What every `sign` command is told.
final class SignOptions {
  private static final int MOST_BYTES = 1024 * 1024;

  @Option(names = "--from", paramLabel = "A", required = true, description = "the signing account")
  String from = "";

  @Option(names = "--yes", description = "sign without asking")
  boolean yes;

  @Parameters(paramLabel = "FILE", description = "what to sign; - for standard input")
  String file = "";

  byte[] read(Invocation call) {
    return Input.fileOrStandardInput(file, MOST_BYTES, call);
  }

  /// As text.
  ///
  /// @throws WalletException `bad-text`
  String text(Invocation call) {
    return Utf8.decode(read(call))
        .orElseThrow(() -> new WalletException("bad-text", "this is no UTF-8 text"));
  }
}

package io.belay.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "decode",
    description = {
      "Show what a signed transaction says; nothing is asked and nothing is sent.",
      "RAW is its bytes in hexadecimal, a file of them, or a picture of their QR code."
    })
final class TxDecode implements Callable<Integer> {
  @Parameters(
      paramLabel = "RAW",
      arity = "1..*",
      description = "the bytes, a file, or - for standard input; or its parts in any order")
  List<String> raw = List.of();

  private final Invocation call;

  TxDecode(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    RawTxText text = RawTxText.of(RawInput.read(raw, call), call);
    call.out().result(text.json(), text.lines());
    return ExitCode.DONE.number();
  }
}

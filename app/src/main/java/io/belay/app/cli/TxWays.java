package io.belay.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "ways",
    description = {
      "The ways out for a transaction, in order: what was tried, what is open, what is not, and what"
          + " each reveals to whom.",
      "Belay tries by itself what your policy allows; the rest is up to you."
    })
final class TxWays implements Callable<Integer> {
  @Parameters(paramLabel = "HASH", description = "its hash")
  String hash = "";

  private final Invocation call;

  TxWays(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    LadderText text = LadderText.of(TxShow.find(hash, call, true), call);
    call.out().result(text.json(), text.lines());
    return ExitCode.DONE.number();
  }
}

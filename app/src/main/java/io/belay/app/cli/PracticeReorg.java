package io.belay.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "reorg", description = "Replace the last practice blocks by others.")
final class PracticeReorg implements Callable<Integer> {
  @Parameters(paramLabel = "N", description = "how many; not below the finalized one")
  String blocks = "";

  private final Invocation call;

  PracticeReorg(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    call.data().practice().reorg((int) Numbers.whole(blocks, "N", 1, 1000));
    return PracticeHead.report(call);
  }
}

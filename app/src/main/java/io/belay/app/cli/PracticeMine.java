package io.belay.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "mine", description = "Mine practice blocks now.")
final class PracticeMine implements Callable<Integer> {
  @Parameters(paramLabel = "N", arity = "0..1", description = "how many (1)")
  String blocks = "1";

  private final Invocation call;

  PracticeMine(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    call.data().practice().mine((int) Numbers.whole(blocks, "N", 1, 1000));
    return PracticeHead.report(call);
  }
}

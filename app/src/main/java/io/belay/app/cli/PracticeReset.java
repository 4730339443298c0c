package io.belay.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "reset", description = "Start the practice chain over; faults stay.")
final class PracticeReset implements Callable<Integer> {
  private final Invocation call;

  PracticeReset(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    call.data().practice().reset();
    return PracticeHead.report(call);
  }
}

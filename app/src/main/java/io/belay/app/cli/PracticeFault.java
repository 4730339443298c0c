package io.belay.app.cli;

import io.belay.core.practice.Fault;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "fault", description = "Give a practice endpoint a fault; `ok` takes it away.")
final class PracticeFault implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ENDPOINT", description = "practice-1, or 1, …")
  String endpoint = "";

  @Parameters(index = "1", paramLabel = "FAULT", description = "ok, refuse, hang, slow, lying, …")
  String fault = "";

  private final Invocation call;

  PracticeFault(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    Fault wanted = Fault.of(fault);
    String id = endpointId(endpoint);
    call.data().practice().setFault(id, wanted);
    call.out()
        .result(
            Out.object().put("id", id).put("fault", wanted.id()),
            List.of(id + " " + wanted.describe()));
    return ExitCode.DONE.number();
  }

  /// A bare number means a practice endpoint.
  static String endpointId(String text) {
    return text.matches("\\d{1,3}") ? "practice-" + text : text;
  }
}

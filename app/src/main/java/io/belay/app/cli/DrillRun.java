package io.belay.app.cli;

import io.belay.app.drill.DrillLines;
import io.belay.app.drill.DrillPhrases;
import io.belay.app.drill.Drills;
import io.belay.base.WalletException;
import io.belay.core.practice.DrillJson;
import io.belay.core.practice.DrillReport;
import io.belay.core.practice.DrillScene;
import io.belay.core.practice.Fault;
import io.belay.core.rpc.Endpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "drill",
    description = {
      "Rehearse outages: cut, flood and fool the network's operators one after the other, and see "
          + "what still works.",
      "Nothing is sent, and nothing of it is held against an endpoint afterwards."
    })
final class DrillRun implements Callable<Integer> {
  @Option(
      names = "--fault",
      paramLabel = "F",
      description = "only the scenes with this fault: refuse, dns, lying, stale, 429, or any other")
  Optional<String> fault = Optional.empty();

  @Option(names = "--last", description = "show the report of the last drill instead")
  boolean last;

  private final Invocation call;
  private final DrillPhrases phrases = new DrillPhrases(new io.belay.app.fx.Words(Locale.ENGLISH));

  DrillRun(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() throws InterruptedException {
    Optional<Fault> only = fault.map(Fault::of);
    if (last && only.isPresent()) {
      throw new WalletException("usage", "--last shows a report, --fault makes one");
    }
    Drills drills = call.network().drills();
    DrillReport report = last ? kept(drills) : drills.run(only, this::tell);
    List<String> lines = new DrillLines(phrases).of(report, call.data().clock().instant());
    call.out().result(DrillJson.write(report).put("text", phrases.verdict(report)), lines);
    return (report.verdict().passed() ? ExitCode.DONE : ExitCode.REFUSED).number();
  }

  private static DrillReport kept(Drills drills) {
    return drills
        .last()
        .orElseThrow(() ->
            new WalletException("no-drill", "no outage was rehearsed on this network so far"));
  }

  private void tell(DrillScene scene, int number, int all) {
    Map<String, String> groups = new HashMap<>();
    for (Endpoint endpoint : call.network().endpoints()) {
      groups.putIfAbsent(endpoint.group(), endpoint.config().operator());
    }
    call.out().note(phrases.progress(scene, number, all, groups));
  }
}

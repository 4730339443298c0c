package io.belay.app.cli;

import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.store.EndpointChoices;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "policy",
    description = {
      "Say which endpoints of a network may be used at all:",
      "own-only: your own nodes; ask: others once you said --yes;",
      "trusted: your own and those you added or enabled; any: all that are on."
    })
final class NetworkPolicy implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ID", description = "its id, name or short name")
  String name = "";

  @Parameters(index = "1", paramLabel = "POLICY", description = "own-only, ask, trusted or any")
  String policy = "";

  @Option(names = "--yes", description = "with ask: yes, others than your own may be used")
  boolean yes;

  private final Invocation call;

  NetworkPolicy(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    ChosenEndpoints endpoints = new ChosenEndpoints(call, call.data().networks().find(name)).real();
    EndpointPolicy wanted = EndpointPolicy.parse(policy);
    call.data().ways().endpoints().decide(endpoints.chain(), wanted.word(), yes);
    EndpointChoices now = endpoints.choices();
    int left = endpoints.used().size();
    call.out()
        .result(
            Out.object()
                .put("chainId", endpoints.chain())
                .put("policy", now.policy())
                .put("consented", now.consented())
                .put("endpoints", left),
            List.of(words(now) + "; " + left + " endpoints may be used"));
    return ExitCode.DONE.number();
  }

  /// A policy in words.
  static String words(EndpointChoices choices) {
    return switch (EndpointPolicy.parse(choices.policy())) {
      case OWN_ONLY -> "your own nodes only";
      case ASK ->
          choices.consented()
              ? "your own nodes, and others, to which you said yes"
              : "your own nodes only, until you say yes to others";
      case TRUSTED -> "your own nodes, and what you added or enabled";
      case ANY -> "every endpoint that is on";
    };
  }
}

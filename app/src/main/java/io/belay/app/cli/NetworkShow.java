package io.belay.app.cli;

import io.belay.core.chain.Chain;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.rpc.Independence;
import io.belay.core.store.EndpointChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "show", description = "A network's facts, policy and ways. Nothing is asked.")
final class NetworkShow implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "its id, name or short name")
  String name = "";

  private final Invocation call;

  NetworkShow(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    ChosenEndpoints endpoints = new ChosenEndpoints(call, call.data().networks().find(name));
    KnownNetwork network = endpoints.network();
    Chain chain = network.chain();
    EndpointChoices choices = endpoints.choices();
    Independence found =
        Independence.of(
            endpoints.used().stream().filter(config -> config.traits().reads()).toList(),
            endpoints.all(),
            call.data().ways().facts(chain.id()));
    boolean added =
        call.data().ways().networks().all().stream().anyMatch(r -> r.chain() == chain.id().value());
    ObjectNode json =
        Out.object()
            .put("chainId", chain.id().value())
            .put("name", chain.name())
            .put("shortName", chain.shortName())
            .put("currency", chain.currency().symbol())
            .put("decimals", chain.currency().decimals())
            .put("blockTimeMs", chain.blockTime().toMillis())
            .put("testnet", network.testnet())
            .put("practice", chain.practice())
            .put("added", added)
            .put("policy", choices.policy())
            .put("consented", choices.consented());
    json.set("independence", IndependenceText.json(found));
    call.out().result(json, lines(network, choices, found));
    return ExitCode.DONE.number();
  }

  private static List<String> lines(
      KnownNetwork network, EndpointChoices choices, Independence found) {
    Chain chain = network.chain();
    List<String> lines = new ArrayList<>();
    lines.add(
        chain.name()
            + " ("
            + chain.id()
            + ", "
            + chain.shortName()
            + "), "
            + chain.currency().symbol()
            + (network.testnet() ? ", a test network" : ""));
    if (!chain.practice()) {
      lines.add(NetworkPolicy.words(choices));
      lines.addAll(IndependenceText.lines(found));
    }
    return lines;
  }
}

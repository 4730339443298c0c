package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointProbe;
import io.belay.core.rpc.EndpointProbe.Report;
import io.belay.core.rpc.Independence;
import io.belay.core.rpc.NodeErrors;
import io.belay.core.rpc.PeerFacts;
import io.belay.core.rpc.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "test",
    description =
        "Ask endpoints what they serve and what they can do; all that are in use when none"
            + " is named.")
final class EndpointTest implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  @Parameters(paramLabel = "ID", arity = "0..1", description = "one endpoint")
  Optional<String> id = Optional.empty();

  private final Invocation call;

  EndpointTest(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() throws InterruptedException {
    ChosenEndpoints endpoints = new ChosenEndpoints(call);
    ArrayNode json = Out.array();
    List<String> lines = new ArrayList<>();
    Map<EndpointId, PeerFacts> facts = new HashMap<>();
    List<EndpointConfig> asked = chosen(endpoints);
    boolean good = true;
    for (Map.Entry<EndpointConfig, Report> answer : ask(asked).entrySet()) {
      EndpointConfig config = answer.getKey();
      Report report = answer.getValue();
      report.facts().ifPresent(seen -> facts.put(config.id(), seen));
      good &= report.trouble().isEmpty();
      json.add(json(config, report));
      lines.add(line(config, report));
    }
    Independence found = Independence.of(asked, endpoints.all(), facts);
    found.together().forEach(shared -> lines.add(IndependenceText.line(shared)));
    call.out().result(json, lines);
    return (good ? ExitCode.DONE : ExitCode.REFUSED).number();
  }

  /// All at once: a silent one costs its time only.
  private Map<EndpointConfig, Report> ask(List<EndpointConfig> asked) throws InterruptedException {
    EndpointProbe probe = new EndpointProbe(NodeErrors.load(), call.data().clock(), PATIENCE);
    Map<EndpointConfig, Report> reports = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<EndpointConfig, Future<Report>> running = new LinkedHashMap<>();
      for (EndpointConfig config : asked) {
        Transport transport = call.data().ways().transport(config);
        running.put(config, threads.submit(() -> probe.ask(config, transport)));
      }
      for (Map.Entry<EndpointConfig, Future<Report>> one : running.entrySet()) {
        reports.put(one.getKey(), one.getValue().get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a fault in the probe itself", e);
    }
    return reports;
  }

  private List<EndpointConfig> chosen(ChosenEndpoints endpoints) {
    if (id.isEmpty()) {
      return endpoints.used();
    }
    boolean practice = endpoints.network().chain().practice();
    EndpointConfig found = endpoints.find(practice ? PracticeFault.endpointId(id.get()) : id.get());
    if (!endpoints.permits(found)) {
      throw new WalletException(
          "policy-forbids", "the network's policy keeps this endpoint out: it was not asked");
    }
    return List.of(found);
  }

  private static ObjectNode json(EndpointConfig config, Report report) {
    ObjectNode json =
        Out.object().put("id", config.id().value()).put("ok", report.trouble().isEmpty());
    report.trouble().ifPresent(code -> json.put("code", code).put("message", words(code)));
    json.put("ms", report.latency().toMillis());
    report.chainId().ifPresent(chain -> json.put("chainId", chain));
    report.height().ifPresent(height -> json.put("height", height));
    if (report.trouble().isEmpty() && config.traits().reads()) {
      json.put("proves", report.proves()).put("eip1898", report.takesHashes());
    }
    report
        .facts()
        .ifPresent(facts -> {
          facts.client().ifPresent(client -> json.put("client", client));
          facts.prefix().ifPresent(prefix -> json.put("prefix", prefix));
          facts.cdn().ifPresent(cdn -> json.put("cdn", cdn));
          facts.issuer().ifPresent(issuer -> json.put("issuer", issuer));
        });
    return json;
  }

  private static String line(EndpointConfig config, Report report) {
    String good = config.traits().reads() ? reading(report) : door(report);
    String what = report.trouble().map(EndpointTest::words).orElse(good);
    return config.id() + "  " + what + ", " + report.latency().toMillis() + " ms";
  }

  private static String reading(Report report) {
    return "serves the chain, at "
        + report.height().orElse(0)
        + (report.proves() ? ", proves" : ", does not prove")
        + (report.takesHashes() ? ", reads by block hash" : ", reads by number only")
        + report.facts().flatMap(PeerFacts::client).map(c -> ", " + c).orElse("");
  }

  private static String door(Report report) {
    return report.chainId().isPresent()
        ? "serves the chain, takes transactions only"
        : "answers, takes transactions only and does not tell its chain: Belay's list does";
  }

  private static String words(String code) {
    return switch (code) {
      case "wrong-chain" -> "serves another chain";
      case "refused" -> "refuses the connection";
      case "timeout" -> "does not answer";
      case "dns" -> "has no address: the name is not found";
      case "proxy" -> "is not reached: the proxy is not there, or made no connection";
      case "tls" -> "offers no secure connection";
      case "broken" -> "breaks the connection";
      case "too-large" -> "answers without an end";
      case "garbage" -> "is not a JSON-RPC endpoint: its answer is something else";
      case "rate-limited" -> "asks for fewer requests";
      case "unauthorized" -> "wants a key";
      default -> "fails: " + code;
    };
  }
}

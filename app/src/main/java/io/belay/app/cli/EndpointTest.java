package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.RpcException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "test",
    description = "Ask endpoints which chain they serve; all of them when none is named.")
final class EndpointTest implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  @Parameters(paramLabel = "ID", arity = "0..1", description = "one endpoint")
  Optional<String> id = Optional.empty();

  private final Invocation call;

  EndpointTest(Invocation call) {
    this.call = call;
  }

  /// @param code what is wrong; empty when nothing is
  private record Finding(String id, Optional<String> code, long millis) {}

  @Override
  public Integer call() throws InterruptedException {
    ArrayNode json = Out.array();
    List<String> lines = new ArrayList<>();
    boolean good = true;
    for (Endpoint endpoint : chosen()) {
      Finding finding = ask(endpoint);
      good &= finding.code().isEmpty();
      json.add(json(finding));
      lines.add(finding.id() + "  " + words(finding) + ", " + finding.millis() + " ms");
    }
    call.out().result(json, lines);
    return (good ? ExitCode.DONE : ExitCode.REFUSED).number();
  }

  private List<Endpoint> chosen() {
    List<Endpoint> all = call.network().endpoints();
    if (id.isEmpty()) {
      return all;
    }
    String wanted = PracticeFault.endpointId(id.get());
    List<Endpoint> found = all.stream().filter(e -> e.id().value().equals(wanted)).toList();
    if (found.isEmpty()) {
      throw new WalletException(
          "unknown-endpoint", "there is no such endpoint; `belay endpoint list` shows them");
    }
    return found;
  }

  private Finding ask(Endpoint endpoint) throws InterruptedException {
    Instant start = call.data().clock().instant();
    Optional<String> code = Optional.empty();
    try {
      if (!endpoint.checkChain(PATIENCE)) {
        code = Optional.of("wrong-chain");
      }
    } catch (RpcException e) {
      code = Optional.of(e.code());
    }
    Duration took = Duration.between(start, call.data().clock().instant());
    return new Finding(endpoint.id().value(), code, took.toMillis());
  }

  private static ObjectNode json(Finding finding) {
    ObjectNode json = Out.object().put("id", finding.id()).put("ok", finding.code().isEmpty());
    finding.code().ifPresent(code -> json.put("code", code).put("message", words(finding)));
    return json.put("ms", finding.millis());
  }

  private static String words(Finding finding) {
    return finding.code().map(EndpointTest::words).orElse("serves the chain");
  }

  private static String words(String code) {
    return switch (code) {
      case "wrong-chain" -> "serves another chain";
      case "refused" -> "refuses the connection";
      case "timeout" -> "does not answer";
      case "dns" -> "has no address: the name is not found";
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

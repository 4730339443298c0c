package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.WalletException;
import io.belay.core.proof.AccountProof;
import io.belay.core.rpc.NodeError.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Finds out what one endpoint can do, when a person asks for it. Names no address of theirs: it
/// asks about the zero address.
public final class EndpointProbe {
  private static final Logger LOG = LoggerFactory.getLogger(EndpointProbe.class);
  private static final int QUOTED = 400;
  private static final Address NOBODY = Address.of(new byte[20]);

  private final JsonRpc json = new JsonRpc();
  private final NodeErrors errors;
  private final InstantSource clock;
  private final Duration patience;

  /// @param errors classifies refusals
  /// @param clock time
  /// @param patience for each request
  public EndpointProbe(NodeErrors errors, InstantSource clock, Duration patience) {
    this.errors = errors;
    this.clock = clock;
    this.patience = patience;
  }

  /// What was found.
  ///
  /// @param trouble why it is of no use, as a stable code: a transport's reason, a class of node
  ///   error, `garbage`, `wrong-chain`; empty when nothing is wrong
  /// @param chainId the chain it says it serves
  /// @param height of its newest block
  /// @param latency of one request over an open connection, or the time until it failed
  /// @param proves whether it proved an account of that block (EIP-1186)
  /// @param takesHashes whether it reads at a block's hash (EIP-1898)
  /// @param facts what the connection showed, and which software it says it runs
  public record Report(
      Optional<String> trouble,
      OptionalLong chainId,
      OptionalLong height,
      Duration latency,
      boolean proves,
      boolean takesHashes,
      Optional<PeerFacts> facts) {}

  /// Asks an endpoint: five requests at most, and one only where it serves another chain, takes
  /// transactions only, or does not answer.
  public Report ask(EndpointConfig config, Transport transport) throws InterruptedException {
    Instant start = clock.instant();
    OptionalLong chain = OptionalLong.empty();
    try {
      long served = number(call(config, transport, "eth_chainId"));
      chain = OptionalLong.of(served);
      if (served != config.chainId().value()) {
        return failed("wrong-chain", chain, start, transport);
      }
      if (!config.traits().reads()) {
        return door(chain, start, transport);
      }
      Instant again = clock.instant();
      JsonNode block = call(config, transport, "eth_getBlockByNumber", "latest", false);
      Duration latency = Duration.between(again, clock.instant());
      return new Report(
          Optional.empty(),
          chain,
          OptionalLong.of(number(block.path("number"))),
          latency,
          proves(config, transport, block),
          takesHashes(config, transport, block),
          facts(config, transport));
    } catch (RpcException e) {
      boolean mute = e.error().filter(r -> r.kind() == Kind.METHOD_UNSUPPORTED).isPresent();
      return mute && !config.traits().reads()
          ? door(chain, start, transport)
          : failed(e.code(), chain, start, transport);
    }
  }

  /// A door for transactions only is asked for its chain at most, which it need not tell.
  private Report door(OptionalLong chain, Instant start, Transport transport) {
    return new Report(
        Optional.empty(),
        chain,
        OptionalLong.empty(),
        Duration.between(start, clock.instant()),
        false,
        false,
        transport.facts());
  }

  private Report failed(String code, OptionalLong chain, Instant start, Transport transport) {
    return new Report(
        Optional.of(code),
        chain,
        OptionalLong.empty(),
        Duration.between(start, clock.instant()),
        false,
        false,
        transport.facts());
  }

  private boolean proves(EndpointConfig config, Transport transport, JsonNode block)
      throws InterruptedException {
    try {
      JsonNode proof =
          call(
              config,
              transport,
              "eth_getProof",
              NOBODY.toString(),
              List.of(),
              block.path("number").asString(""));
      Bytes32 root = Bytes32.parse(block.path("stateRoot").asString(""));
      AccountProof.parse(proof).verify(NOBODY, root);
      return true;
    } catch (RpcException | WalletException e) {
      return false; // no such method, no such state, or no proof
    }
  }

  private boolean takesHashes(EndpointConfig config, Transport transport, JsonNode block)
      throws InterruptedException {
    try {
      JsonNode at = json.object().put("blockHash", block.path("hash").asString(""));
      JsonNode balance = call(config, transport, "eth_getBalance", NOBODY.toString(), at);
      return Quantity.big(balance).isPresent();
    } catch (RpcException e) {
      return false;
    }
  }

  private Optional<PeerFacts> facts(EndpointConfig config, Transport transport)
      throws InterruptedException {
    Optional<PeerFacts> seen = transport.facts();
    try {
      String version = call(config, transport, "web3_clientVersion").asString("");
      return Optional.of(seen.orElse(PeerFacts.NONE).withClient(version));
    } catch (RpcException e) {
      return seen;
    }
  }

  private static long number(JsonNode quantity) throws RpcException {
    return Quantity.of(quantity)
        .orElseThrow(() -> RpcException.garbage(new IllegalStateException("no number")));
  }

  private JsonNode call(EndpointConfig config, Transport transport, String method, Object... params)
      throws RpcException, InterruptedException {
    JsonRpc.Request request = json.request(List.of(json.call(method, params)));
    Reply reply;
    try {
      reply = transport.exchange(request.body(), patience);
    } catch (TransportException e) {
      tell(config, method, e.reason().name().toLowerCase(Locale.ROOT));
      throw RpcException.of(e);
    }
    tell(config, method, "status " + reply.status());
    return result(request, reply);
  }

  private static void tell(EndpointConfig config, String method, String outcome) {
    LOG.debug("{} [{}]: {}", config.id(), method, outcome);
  }

  private JsonNode result(JsonRpc.Request request, Reply reply) throws RpcException {
    JsonNode answer;
    try {
      answer = json.answers(request, reply.body()).getFirst();
    } catch (WalletException e) {
      throw reply.status() / 100 == 2
          ? RpcException.garbage(e)
          : RpcException.of(errors.classify(reply.status(), text(reply.body())), true);
    }
    JsonNode error = answer.get("error");
    if (error != null && !error.isNull()) {
      throw RpcException.of(errors.classify(error), false);
    }
    return answer.path("result");
  }

  private static String text(byte[] body) {
    return new String(body, 0, Math.min(body.length, QUOTED), StandardCharsets.UTF_8);
  }
}

package io.belay.core.rpc;

import io.belay.base.WalletException;
import io.belay.core.state.Timing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// One endpoint, asked and watched: every exchange goes through here and leaves its mark on the
/// endpoint's health.
public final class Endpoint {
  private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

  private final EndpointConfig config;
  private final Transport transport;
  private final JsonRpc json;
  private final NodeErrors errors;
  private final Timing timing;
  private final Health health;
  private final Learned learned;
  private final Conduct conduct;
  private volatile boolean lagging;

  /// Tools every endpoint of a chain shares.
  ///
  /// @param json request ids and bounded parsing
  /// @param errors classifies refusals
  /// @param timing time and tasks
  /// @param memory what endpoints were caught at
  /// @param random for pauses that should not end all at once
  public record Tools(
      JsonRpc json, NodeErrors errors, Timing timing, ChainMemory memory, RandomGenerator random) {
    /// In real time.
    public Tools(JsonRpc json, NodeErrors errors, InstantSource clock, ChainMemory memory) {
      this(json, errors, Timing.real(clock), memory, RandomGenerator.getDefault());
    }
  }

  /// An endpoint that is asked over a transport.
  public Endpoint(EndpointConfig config, Transport transport, Tools tools) {
    this.config = config;
    this.transport = transport;
    this.json = tools.json();
    this.errors = tools.errors();
    this.timing = tools.timing();
    RandomGenerator random = tools.random();
    this.health = new Health(timing, tools.memory().blames(config.id()), random::nextDouble);
    this.conduct = new Conduct(config.id(), tools.memory(), health, timing);
    this.learned = new Learned(timing);
  }

  /// One answer of a batch: a result or a classified refusal.
  ///
  /// @param value the result; JSON null where the endpoint has none
  /// @param error the refusal
  record Answer(Optional<JsonNode> value, Optional<NodeError> error) {}

  /// The endpoint's facts.
  public EndpointConfig config() {
    return config;
  }

  /// Its name.
  public EndpointId id() {
    return config.id();
  }

  /// Its group.
  public String group() {
    return config.group();
  }

  /// JSON-RPC parameters are made with this.
  public JsonRpc json() {
    return json;
  }

  /// Whether its latest call was answered and it may be asked again.
  public boolean isAnswering() {
    return health.isTried() && !health.isFailing() && health.mayAsk();
  }

  Health health() {
    return health;
  }

  Learned learned() {
    return learned;
  }

  Timing timing() {
    return timing;
  }

  /// Whether its head was too far behind the others' when they were last compared.
  boolean isLagging() {
    return lagging;
  }

  void lags(boolean behind) {
    lagging = behind;
  }

  /// Whether what it says counts as a voice of its own: who routes to others may repeat theirs.
  boolean isWitness() {
    return config.isWitness();
  }

  /// Whether it is the user's own node, whose word is enough.
  boolean isTrusted() {
    return config.kind() == EndpointConfig.Kind.OWN;
  }

  /// Asks once and waits for the result; JSON null where the endpoint has none.
  ///
  /// @throws RpcException when no usable answer came
  public JsonNode call(JsonRpc.Call call, Duration timeout)
      throws RpcException, InterruptedException {
    return required(exchange(List.of(call), timeout).getFirst());
  }

  /// As above; where it is not known which chain it serves, that is asked along in the same
  /// request, and who serves another one is not heard.
  ///
  /// @throws RpcException when no usable answer came
  JsonNode callOnItsChain(JsonRpc.Call call, Duration timeout)
      throws RpcException, InterruptedException {
    if (conduct.isChainKnown()) {
      return call(call, timeout);
    }
    List<Answer> answers = batch(List.of(json.call("eth_chainId"), call), timeout);
    mustServe(answers.getFirst());
    return required(answers.getLast());
  }

  /// Notes which chain it says it serves.
  ///
  /// @throws RpcException where it is not the one it is asked about
  void mustServe(Answer chainId) throws RpcException {
    Optional<Long> id = Quantity.of(required(chainId));
    conduct.serves(id.filter(n -> n == config.chainId().value()).isPresent());
    if (isWrongChain()) {
      throw RpcException.garbage(new IllegalStateException("wrong chain"));
    }
  }

  /// An answer's result.
  ///
  /// @throws RpcException where it is a refusal
  static JsonNode required(Answer answer) throws RpcException {
    if (answer.error().isPresent()) {
      throw RpcException.of(answer.error().get(), false);
    }
    return answer.value().orElseThrow();
  }

  /// Asks several things at once, in one request where the endpoint takes batches.
  List<Answer> batch(List<JsonRpc.Call> calls, Duration timeout)
      throws RpcException, InterruptedException {
    if (learned.takesBatches()) {
      List<Answer> answers = exchange(calls, timeout);
      boolean refused = calls.size() > 1 && answers.stream().allMatch(a -> a.error().isPresent());
      if (!refused || isTooMany(answers)) {
        return answers;
      }
      learned.refusesBatches();
    }
    List<Answer> answers = new ArrayList<>();
    for (JsonRpc.Call call : calls) {
      List<Answer> answer = exchange(List.of(call), timeout);
      if (isTooMany(answer)) { // nor would the rest be welcome
        required(answer.getFirst());
      }
      answers.addAll(answer);
    }
    return answers;
  }

  /// Whether fewer requests are asked for: no word on batches, and no reason to ask more.
  private static boolean isTooMany(List<Answer> answers) {
    return answers.stream()
        .flatMap(answer -> answer.error().stream())
        .map(NodeError::kind)
        .anyMatch(
            kind -> kind == NodeError.Kind.RATE_LIMITED || kind == NodeError.Kind.QUOTA_EXHAUSTED);
  }

  private List<Answer> exchange(List<JsonRpc.Call> calls, Duration timeout)
      throws RpcException, InterruptedException {
    JsonRpc.Request request = json.request(calls);
    Instant start = health.begun();
    Reply reply;
    try {
      reply = transport.exchange(request.body(), timeout);
    } catch (TransportException e) {
      tell(calls, start, e.reason().name());
      if (e.reason() == TransportException.Reason.TIMEOUT) {
        health.silent();
      } else {
        health.failed();
      }
      if (e.reason() == TransportException.Reason.TOO_LARGE) {
        conduct.sentNoAnswer(false);
      }
      throw RpcException.of(e);
    } finally {
      health.ended(start);
    }
    tell(calls, start, "status " + reply.status());
    List<Answer> answers = read(request, reply);
    boolean trouble = false;
    for (int i = 0; i < answers.size(); i++) {
      Optional<NodeError> error = answers.get(i).error();
      trouble |= error.isPresent() && notes(calls.get(i).method(), error.get(), reply);
    }
    if (!trouble) {
      health.answered(Duration.between(start, timing.instant()));
    }
    return answers;
  }

  /// For `-v`: methods only, since parameters hold addresses.
  private void tell(List<JsonRpc.Call> calls, Instant start, String outcome) {
    if (LOG.isDebugEnabled()) {
      List<String> methods = calls.stream().map(JsonRpc.Call::method).toList();
      long millis = Duration.between(start, timing.instant()).toMillis();
      LOG.debug("{} {}: {} after {} ms", config.id(), methods, outcome, millis);
    }
  }

  private List<Answer> read(JsonRpc.Request request, Reply reply) throws RpcException {
    List<JsonNode> answers;
    try {
      answers = json.answers(request, reply.body());
    } catch (WalletException e) {
      if (reply.status() / 100 == 2) {
        health.failed();
        conduct.sentNoAnswer(e.code().equals("wrong-id"));
        throw RpcException.garbage(e);
      }
      NodeError error = errors.classify(reply.status(), text(reply.body()));
      notes("", error, reply);
      throw RpcException.of(error, true);
    }
    List<Answer> read = new ArrayList<>();
    for (JsonNode answer : answers) {
      JsonNode error = answer.get("error");
      JsonNode result = answer.get("result");
      if (error != null && !error.isNull()) {
        read.add(new Answer(Optional.empty(), Optional.of(errors.classify(error))));
      } else if (result != null) {
        read.add(new Answer(Optional.of(result), Optional.empty()));
      } else {
        health.failed();
        conduct.sentNoAnswer(false);
        throw RpcException.garbage(new IllegalStateException("neither result nor error"));
      }
    }
    return read;
  }

  /// Notes what an error says about the endpoint itself; false where it says nothing of it.
  ///
  /// @param method the method refused, blank where the whole request was
  private boolean notes(String method, NodeError error, Reply reply) {
    return switch (error.kind()) {
      case RATE_LIMITED -> {
        health.limited(RetryAfter.of(reply.retryAfter(), error, timing.instant()));
        yield true;
      }
      case QUOTA_EXHAUSTED -> {
        health.spent();
        yield true;
      }
      case METHOD_UNSUPPORTED -> {
        if (!method.isEmpty()) {
          learned.refusesMethod(method);
        }
        yield method.isEmpty() && failed();
      }
      case NODE_INTERNAL, TIMEOUT, SYNCING, UNAUTHORIZED -> failed();
      default -> false;
    };
  }

  private boolean failed() {
    health.failed();
    return true;
  }

  private static String text(byte[] body) {
    return new String(body, 0, Math.min(body.length, 400), StandardCharsets.UTF_8);
  }

  /// Remembers what it was caught at; lies cost it its vote for a while.
  public void blame(String code, String detail) {
    conduct.caught(code, detail);
  }

  /// What it was caught at, and which chain it serves.
  Conduct conduct() {
    return conduct;
  }

  /// Whether it was found to serve another chain.
  boolean isWrongChain() {
    return conduct.servesAnotherChain();
  }

  /// Makes sure that it serves its chain; asks unless it was asked within the last minute (I15). A
  /// door for transactions only may know no other method: then the data file's word for it counts.
  ///
  /// @return whether it does
  public boolean checkChain(Duration timeout) throws RpcException, InterruptedException {
    if (conduct.isChainKnown()) {
      return !isWrongChain();
    }
    try {
      JsonNode id = call(json.call("eth_chainId"), timeout);
      conduct.serves(Quantity.of(id).filter(n -> n == config.chainId().value()).isPresent());
    } catch (RpcException e) {
      boolean mute =
          e.error().filter(error -> error.kind() == NodeError.Kind.METHOD_UNSUPPORTED).isPresent();
      if (!mute || config.traits().reads() || config.traits().added()) {
        throw e;
      }
      conduct.servesByTheList();
    }
    return !isWrongChain();
  }

  /// Whether only the data file says which chain it serves, since it does not answer that itself.
  public boolean isChainByTheList() {
    return conduct.isChainByTheList();
  }
}

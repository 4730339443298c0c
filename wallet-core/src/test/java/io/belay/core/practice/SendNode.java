package io.belay.core.practice;

import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.core.rpc.RawTx;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.Transport;
import io.belay.core.rpc.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One endpoint of a simulation of sending.
final class SendNode implements Transport {
  private final SendWorld world;
  private final SendPool pool;
  private final List<SendFault> faults;
  private final int latency;
  private final RandomGenerator random;
  private final Ear ear;
  private final Map<Fault, FaultyTransport> faulty = new HashMap<>();
  private int sent;

  /// Hears what reaches a node.
  interface Ear {
    /// A request, before anything becomes of it.
    default void asked(SendNode node, byte[] body) {}

    /// A transaction's bytes.
    default void received(SendNode node, byte[] raw) {}
  }

  /// @param latency least time for an answer, ms
  /// @param ear told what reaches it
  SendNode(
      SendWorld world,
      SendPool pool,
      List<SendFault> faults,
      int latency,
      RandomGenerator random,
      Ear ear) {
    this.world = world;
    this.pool = pool;
    this.faults = List.copyOf(faults);
    this.latency = latency;
    this.random = random;
    this.ear = ear;
  }

  SendPool pool() {
    return pool;
  }

  /// How often transactions reached it.
  int sent() {
    return sent;
  }

  /// Whether nothing was wrong with it for a while, and nothing is.
  boolean isGood(Duration since) {
    Duration now = world.time().elapsed();
    return faults.stream()
        .noneMatch(f -> f.from().compareTo(now) <= 0 && f.until().compareTo(now.minus(since)) >= 0);
  }

  /// Whether it has served another chain for so long, or from the first moment on.
  boolean isElsewhereFor(Duration time) {
    Duration now = world.time().elapsed();
    return now()
        .filter(f -> f.known().equals(Optional.of(Fault.WRONG_CHAIN)))
        .filter(f -> f.from().isZero() || f.from().plus(time).compareTo(now) < 0)
        .isPresent();
  }

  private Optional<SendFault> now() {
    Duration now = world.time().elapsed();
    return faults.stream().filter(f -> f.isOn(now)).findFirst();
  }

  @Override
  public Reply exchange(byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    ear.asked(this, body);
    Optional<SendFault> fault = now();
    if (fault.isEmpty()) {
      return honest(body, timeout);
    }
    Optional<Fault> known = fault.get().known();
    return known.isPresent()
        ? faulty
            .computeIfAbsent(
                known.get(), f -> new FaultyTransport(this::honest, () -> f, world.time(), random))
            .exchange(body, timeout)
        : new Twisted(this::honest, inventing()).exchange(body, timeout);
  }

  /// Says that the newest block holds whatever it is asked for.
  private Twist inventing() {
    return new Twist() {
      @Override
      public JsonNode result(ObjectNode request, JsonNode result) {
        return Members.method(request).equals("eth_getTransactionReceipt") && result.isNull()
            ? SendWorld.receipt(
                world.head(), TxHash.parse(Members.param(request, 0).asString("")), 0)
            : result;
      }
    };
  }

  private Reply honest(byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    Duration wait = Duration.ofMillis(latency + random.nextInt(10));
    world.time().sleep(wait);
    world.advance();
    Members members = Members.of(body);
    List<ObjectNode> answers = new ArrayList<>();
    members.list().forEach(request -> answers.add(answer(request)));
    return Reply.ok(members.with(answers));
  }

  private ObjectNode answer(ObjectNode request) {
    JsonNode first = Members.param(request, 0);
    JsonNode second = Members.param(request, 1);
    return switch (Members.method(request)) {
      case "eth_chainId" -> Members.result(request, Hex.quantity(ChainBox.CHAIN_ID));
      case "eth_sendRawTransaction" -> send(request, Hex.decode(first.asString("")));
      case "eth_getBlockByNumber", "eth_getBlockByHash" ->
          Members.result(
              request, block(first).map(b -> SendWorld.json(b, second.asBoolean())).orElse(none()));
      case "eth_getBlockReceipts" ->
          Members.result(request, block(first).<JsonNode>map(SendWorld::receipts).orElse(none()));
      case "eth_getTransactionByHash" -> Members.result(request, transaction(first));
      case "eth_getTransactionReceipt" -> Members.result(request, receipt(first));
      case "eth_getBalance" -> Members.result(request, "0xde0b6b3a7640000");
      case "eth_getCode" -> Members.result(request, "0x");
      case "eth_getTransactionCount" ->
          second.asString("").equals("pending")
              ? Members.result(request, Hex.quantity(pool.next()))
              : block(second)
                  .map(b -> Members.result(request, Hex.quantity(b.nonce())))
                  .orElseGet(() -> Members.error(request, -32000, "header not found"));
      default -> Members.error(request, -32601, "the method does not exist");
    };
  }

  private static JsonNode none() {
    return JsonNodeFactory.instance.nullNode();
  }

  private ObjectNode send(ObjectNode request, byte[] raw) {
    sent++;
    ear.received(this, raw);
    return pool.take(raw)
        .map(refusal -> Members.error(request, -32000, refusal))
        .orElseGet(() -> Members.result(request, TxHash.ofRaw(raw).toString()));
  }

  private JsonNode transaction(JsonNode named) {
    TxHash hash = TxHash.parse(named.asString(""));
    return pool.find(hash)
        .or(() ->
            world
                .blockOf(hash)
                .flatMap(b ->
                    b.txs().stream().filter(raw -> TxHash.ofRaw(raw).equals(hash)).findFirst()))
        .<JsonNode>map(RawTx::json)
        .orElse(none());
  }

  private JsonNode receipt(JsonNode named) {
    TxHash hash = TxHash.parse(named.asString(""));
    return world
        .blockOf(hash)
        .<JsonNode>map(b -> {
          int index = 0;
          while (!TxHash.ofRaw(b.txs().get(index)).equals(hash)) {
            index++;
          }
          return SendWorld.receipt(b, hash, index);
        })
        .orElse(none());
  }

  private Optional<SendWorld.Block> block(JsonNode named) {
    if (named.isObject()) {
      return block(named.has("blockHash") ? named.path("blockHash") : named.path("blockNumber"));
    }
    String text = named.asString("latest");
    if (text.length() > 60) {
      return world.named(text);
    }
    return world.at(
        switch (text) {
          case "latest", "pending" -> world.height();
          case "safe" -> Math.max(0, world.height() - SendWorld.SAFE);
          case "finalized" -> Math.max(0, world.height() - SendWorld.FINAL);
          default -> Hex.toLong(text);
        });
  }
}

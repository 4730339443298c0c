package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Chain;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Answers any JSON-RPC method by its [Policy], at one view of the chain: tags such as `latest`
/// mean the view's blocks for every endpoint alike.
final class MethodReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// Where a method names its block.
  private static final Map<String, Integer> BLOCK_AT =
      Map.of(
          "eth_getBalance", 1,
          "eth_getTransactionCount", 1,
          "eth_getCode", 1,
          "eth_getStorageAt", 2,
          "eth_call", 1);

  private final Chain chain;
  private final BlockReader blocks;
  private final AccountReader accounts;
  private final StorageReader storage;
  private final Supplier<List<Endpoint>> usable;

  /// @param usable whom to ask now, best first
  MethodReader(
      Chain chain,
      BlockReader blocks,
      AccountReader accounts,
      StorageReader storage,
      Supplier<List<Endpoint>> usable) {
    this.chain = chain;
    this.blocks = blocks;
    this.accounts = accounts;
    this.storage = storage;
    this.usable = usable;
  }

  /// Answers a method.
  ///
  /// @return `Unknown` with a code where there is no answer: `no-answer`, `bad-params`,
  ///   `execution-reverted`, `not-carried`
  Observed<JsonNode> read(View view, String method, ArrayNode params) throws InterruptedException {
    try {
      return switch (Policy.of(method)) {
        case KNOWN -> known(view, method);
        case PROVEN -> at(view, method, params, block -> proven(block, method, params));
        case AGREED -> agreed(view, method, params);
        case SINGLE -> single(view, method, params);
        case BROADCAST, REFUSED -> new Observed.Unknown<>("not-carried");
      };
    } catch (WalletException e) {
      return new Observed.Unknown<>("bad-params");
    }
  }

  private Observed<JsonNode> known(View view, String method) {
    Observed<BlockRef> head = view.headObserved();
    return switch (method) {
      case "eth_chainId" -> own(Hex.quantity(chain.id().value()));
      case "net_version" -> own(chain.id().toString());
      case "eth_blockNumber" -> head.map(ref -> JSON.stringNode(Hex.quantity(ref.number())));
      default -> new Observed.Unknown<>("not-carried");
    };
  }

  /// Needs nobody's word.
  private static Observed<JsonNode> own(String text) {
    return new Observed.Agreed<>(
        JSON.stringNode(text), new Evidence(0, Bytes32.ZERO, List.of(), java.time.Instant.EPOCH));
  }

  private interface AtBlock {
    Observed<JsonNode> read(View pinned) throws InterruptedException;
  }

  /// Reads at the block that the parameters name.
  private Observed<JsonNode> at(View view, String method, ArrayNode params, AtBlock read)
      throws InterruptedException {
    JsonNode block = params.path(BLOCK_AT.getOrDefault(method, params.size()));
    Optional<View> pinned = blocks.pinned(view, block);
    if (pinned.isPresent()) {
      return read.read(pinned.get());
    }
    return view.claims().isEmpty()
        ? new Observed.Unknown<>("no-answer")
        : new Observed.Disputed<>(view.claims());
  }

  private Observed<JsonNode> proven(View pinned, String method, ArrayNode params)
      throws InterruptedException {
    Address account = Address.parse(params.path(0).asString(""));
    return switch (method) {
      case "eth_getBalance" ->
          accounts.at(pinned, account).map(a -> text(Hex.quantity(a.balance().value())));
      case "eth_getTransactionCount" ->
          accounts.at(pinned, account).map(a -> text(Hex.quantity(a.nonce())));
      case "eth_getCode" -> storage.code(pinned, account).map(MethodReader::text);
      default ->
          storage
              .storage(pinned, account, slot(params.path(1).asString("")))
              .map(value -> text(value.toString()));
    };
  }

  /// A storage key, which may come short (`0x0`).
  private static Bytes32 slot(String text) {
    return Bytes32.of(Hex.toBigInteger(text.replaceFirst("^0x0+(?=.)", "0x")));
  }

  private static JsonNode text(String text) {
    return JSON.stringNode(text);
  }

  private Observed<JsonNode> agreed(View view, String method, ArrayNode params)
      throws InterruptedException {
    return method.equals("eth_call")
        ? at(view, method, params, pinned -> called(pinned, params))
        : asked(view, method, withoutTags(view, method, params));
  }

  private Observed<JsonNode> called(View pinned, ArrayNode params) throws InterruptedException {
    SeenBlock block = pinned.head().orElseThrow();
    Agreement<Said> agreement =
        new Agreement<>(
            e ->
                said(
                    Pinned.ask(
                            e,
                            block,
                            name -> List.of(e.json().call("eth_call", params.path(0), name)))
                        .getFirst()),
            said -> false);
    return told(agreement.ask(usable.get(), pinned, block.ref()));
  }

  private Observed<JsonNode> asked(View view, String method, ArrayNode params)
      throws InterruptedException {
    Agreement<Said> agreement =
        new Agreement<>(
            e ->
                said(e.batch(List.of(new JsonRpc.Call(method, params)), Ballot.ATTEMPT).getFirst()),
            Said::isNothing);
    BlockRef at = view.head().map(SeenBlock::ref).orElseGet(() -> new BlockRef(0, Bytes32.ZERO));
    return told(agreement.ask(usable.get(), view, at));
  }

  /// What an endpoint said: a result, or that the execution was reverted, which is an answer too.
  private record Said(Optional<JsonNode> result) {
    boolean isNothing() {
      return result.filter(r -> r.isNull() || (r.isArray() && r.isEmpty())).isPresent();
    }

    @Override
    public String toString() {
      return result
          .map(JsonNode::toString)
          .map(s -> s.length() > 80 ? s.substring(0, 80) + "…" : s)
          .orElse("reverted");
    }
  }

  private static Said said(Endpoint.Answer answer) throws RpcException {
    boolean reverted =
        answer.error().filter(e -> e.kind() == NodeError.Kind.EXECUTION_REVERTED).isPresent();
    return new Said(
        reverted ? Optional.empty() : Optional.of(Canonical.of(Endpoint.required(answer))));
  }

  private static Observed<JsonNode> told(Observed<Said> observed) {
    boolean reverted = observed.maybe().filter(said -> said.result().isEmpty()).isPresent();
    return reverted
        ? new Observed.Unknown<>("execution-reverted")
        : observed.map(said -> said.result().orElseThrow());
  }

  /// Each endpoint is asked about the same blocks, whatever its own newest one is.
  private static ArrayNode withoutTags(View view, String method, ArrayNode params) {
    ArrayNode pinned = params.deepCopy();
    switch (method) {
      case "eth_getLogs" -> {
        if (pinned.path(0) instanceof ObjectNode filter && !filter.has("blockHash")) {
          filter.set("fromBlock", number(view, filter.path("fromBlock")));
          filter.set("toBlock", number(view, filter.path("toBlock")));
        }
      }
      case "eth_getBlockByNumber",
          "eth_getBlockReceipts",
          "eth_getBlockTransactionCountByNumber",
          "eth_getTransactionByBlockNumberAndIndex" -> {
        if (!pinned.isEmpty()) {
          pinned.set(0, number(view, pinned.path(0)));
        }
      }
      default -> {}
    }
    return pinned;
  }

  private static JsonNode number(View view, JsonNode block) {
    Optional<BlockRef> ref =
        switch (block.isMissingNode() ? "latest" : block.asString("")) {
          case "latest", "pending" -> view.head().map(SeenBlock::ref);
          case "safe" -> view.safe();
          case "finalized" -> view.finalized().maybe();
          default -> Optional.empty();
        };
    return ref.<JsonNode>map(r -> JSON.stringNode(Hex.quantity(r.number()))).orElse(block);
  }

  private Observed<JsonNode> single(View view, String method, ArrayNode params)
      throws InterruptedException {
    Optional<JsonNode> answer =
        Fanout.first(
            usable.get().stream().filter(e -> e.learned().serves(method)).toList(),
            e -> e.call(new JsonRpc.Call(method, params), Ballot.ATTEMPT),
            e -> e.health().hedge(),
            Ballot.ATTEMPT.multipliedBy(2));
    BlockRef at = view.head().map(SeenBlock::ref).orElseGet(() -> new BlockRef(0, Bytes32.ZERO));
    return answer
        .<Observed<JsonNode>>map(result ->
            new Observed.Single<>(
                result, new Evidence(at.number(), at.hash(), List.of(), view.at())))
        .orElseGet(() -> new Observed.Unknown<>("no-answer"));
  }
}

package io.belay.core.rpc;

import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Chain;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/// Asks one endpoint which chain it serves and where its head, safe and finalized blocks are, in
/// one request, and checks what can be checked alone.
final class HeadPoll {
  private final Chain chain;
  private final InstantSource clock;

  HeadPoll(Chain chain, InstantSource clock) {
    this.chain = chain;
    this.clock = clock;
  }

  /// @param earlier the height of a block that is asked for along with it
  HeadReport ask(Endpoint endpoint, OptionalLong earlier, Duration timeout)
      throws RpcException, InterruptedException {
    JsonRpc json = endpoint.json();
    List<JsonRpc.Call> calls = new ArrayList<>();
    calls.add(json.call("eth_chainId"));
    calls.add(json.call("eth_getBlockByNumber", "latest", false));
    calls.add(json.call("eth_getBlockByNumber", "safe", false));
    calls.add(json.call("eth_getBlockByNumber", "finalized", false));
    earlier.ifPresent(
        height -> calls.add(json.call("eth_getBlockByNumber", Hex.quantity(height), false)));
    List<Endpoint.Answer> answers = endpoint.batch(calls, timeout);
    long id = Quantity.of(Endpoint.required(answers.get(0))).orElse(-1L);
    endpoint.conduct().serves(id == chain.id().value());
    if (endpoint.isWrongChain()) {
      throw RpcException.garbage(new IllegalStateException("wrong chain"));
    }
    SeenBlock head = parse(endpoint, Endpoint.required(answers.get(1)));
    return new HeadReport(
        head,
        tag(endpoint, answers.get(3)),
        tag(endpoint, answers.get(2)),
        earlier.isPresent() ? named(endpoint, answers.get(4), earlier.getAsLong()) : Map.of(),
        clock.instant());
  }

  /// The block of a height, where the endpoint still has it.
  private Map<Long, SeenBlock> named(Endpoint endpoint, Endpoint.Answer answer, long height)
      throws RpcException {
    if (answer.value().isEmpty() || !answer.value().get().isObject()) {
      return Map.of();
    }
    SeenBlock block = parse(endpoint, answer.value().get());
    return block.number() == height ? Map.of(height, block) : Map.of();
  }

  /// Asks for the block at a height.
  SeenBlock block(Endpoint endpoint, long height, Duration timeout)
      throws RpcException, InterruptedException {
    JsonNode block =
        endpoint.call(
            endpoint.json().call("eth_getBlockByNumber", Hex.quantity(height), false), timeout);
    SeenBlock seen = parse(endpoint, block);
    if (seen.number() != height) {
      throw RpcException.garbage(new IllegalStateException("another height"));
    }
    return seen;
  }

  /// Asks for the block with a hash.
  SeenBlock block(Endpoint endpoint, Bytes32 hash, Duration timeout)
      throws RpcException, InterruptedException {
    JsonNode block =
        endpoint.call(endpoint.json().call("eth_getBlockByHash", hash.toString(), false), timeout);
    SeenBlock seen = parse(endpoint, block);
    if (!seen.ref().hash().equals(hash)) {
      throw RpcException.garbage(new IllegalStateException("another block"));
    }
    return seen;
  }

  private Optional<BlockRef> tag(Endpoint endpoint, Endpoint.Answer answer) throws RpcException {
    if (answer.value().isEmpty() || !answer.value().get().isObject()) {
      return Optional.empty(); // not every chain has the tag
    }
    return Optional.of(parse(endpoint, answer.value().get()).ref());
  }

  private SeenBlock parse(Endpoint endpoint, JsonNode block) throws RpcException {
    if (block.isNull()) {
      throw RpcException.garbage(new IllegalStateException("no block"));
    }
    try {
      return SeenBlock.parse(block, chain.rules().header());
    } catch (WalletException e) {
      endpoint.blame("bad-header", "a block header that does not fit its own hash");
      throw RpcException.garbage(e);
    }
  }
}

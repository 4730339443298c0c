package io.belay.core.rpc;

import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Chain;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
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

  private record Ride(Rider rider, JsonRpc.Call question) {}

  /// @param earlier heights of blocks that are asked for along with it
  /// @param riders what else is, where it costs no further request
  HeadReport ask(
      Endpoint endpoint, NavigableSet<Long> earlier, List<Rider> riders, Duration timeout)
      throws RpcException, InterruptedException {
    JsonRpc json = endpoint.json();
    List<JsonRpc.Call> calls = new ArrayList<>();
    calls.add(json.call("eth_chainId"));
    calls.add(json.call("eth_getBlockByNumber", "latest", false));
    List<Ride> rides = rides(endpoint, riders);
    rides.forEach(ride -> calls.add(ride.question())); // before the chain goes on
    calls.add(json.call("eth_getBlockByNumber", "safe", false));
    calls.add(json.call("eth_getBlockByNumber", "finalized", false));
    earlier.forEach(
        height -> calls.add(json.call("eth_getBlockByNumber", Hex.quantity(height), false)));
    Iterator<Endpoint.Answer> answers = endpoint.batch(calls, timeout).iterator();
    endpoint.mustServe(answers.next());
    SeenBlock head = parse(endpoint, Endpoint.required(answers.next()));
    rides.forEach(ride -> ride.rider().hear(endpoint, head, answers.next()));
    Optional<BlockRef> safe = told(endpoint, answers.next()).map(SeenBlock::ref);
    Optional<BlockRef> finalized = told(endpoint, answers.next()).map(SeenBlock::ref);
    return new HeadReport(
        head, finalized, safe, named(endpoint, earlier, answers), clock.instant());
  }

  private static List<Ride> rides(Endpoint endpoint, List<Rider> riders) {
    return endpoint.learned().takesBatches()
        ? riders.stream()
            .flatMap(rider -> rider.question(endpoint).map(q -> new Ride(rider, q)).stream())
            .toList()
        : List.of();
  }

  /// The blocks of some heights, where the endpoint has them.
  private Map<Long, Optional<SeenBlock>> named(
      Endpoint endpoint, NavigableSet<Long> heights, Iterator<Endpoint.Answer> answers)
      throws RpcException {
    Map<Long, Optional<SeenBlock>> blocks = new HashMap<>();
    for (long height : heights) {
      blocks.put(height, told(endpoint, answers.next()).filter(block -> block.number() == height));
    }
    return blocks;
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

  /// Not every chain has every tag, and not every endpoint every block.
  private Optional<SeenBlock> told(Endpoint endpoint, Endpoint.Answer answer) throws RpcException {
    Optional<JsonNode> block = answer.value().filter(JsonNode::isObject);
    return block.isEmpty() ? Optional.empty() : Optional.of(parse(endpoint, block.get()));
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

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

/// Asks one endpoint which chain it serves, where its head is and what else is wanted with it, in
/// one request, and checks what can be checked alone.
final class HeadPoll {
  private final Chain chain;
  private final InstantSource clock;

  HeadPoll(Chain chain, InstantSource clock) {
    this.chain = chain;
    this.clock = clock;
  }

  /// What is asked along with the head.
  ///
  /// @param finality the safe and the finalized block
  /// @param heights of earlier blocks
  /// @param riders what else, where it costs no further request
  record Along(boolean finality, NavigableSet<Long> heights, List<Rider> riders) {}

  private record Ride(Rider rider, JsonRpc.Call question) {}

  HeadReport ask(Endpoint endpoint, Along along, Duration timeout)
      throws RpcException, InterruptedException {
    JsonRpc json = endpoint.json();
    List<JsonRpc.Call> calls = new ArrayList<>();
    calls.add(json.call("eth_chainId"));
    calls.add(json.call("eth_getBlockByNumber", "latest", false));
    List<Ride> rides = rides(endpoint, along.riders());
    rides.forEach(ride -> calls.add(ride.question())); // before the chain goes on
    List<String> tags = along.finality() ? List.of("safe", "finalized") : List.of();
    tags.forEach(tag -> calls.add(json.call("eth_getBlockByNumber", tag, false)));
    along
        .heights()
        .forEach(h -> calls.add(json.call("eth_getBlockByNumber", Hex.quantity(h), false)));
    Iterator<Endpoint.Answer> answers = endpoint.batch(calls, timeout).iterator();
    endpoint.mustServe(answers.next());
    SeenBlock head = parse(endpoint, Endpoint.required(answers.next()));
    rides.forEach(ride -> ride.rider().hear(endpoint, head, answers.next()));
    Map<String, BlockRef> tagged = new HashMap<>();
    for (String tag : tags) {
      told(endpoint, answers.next()).ifPresent(block -> tagged.put(tag, block.ref()));
    }
    return new HeadReport(
        head,
        Optional.ofNullable(tagged.get("finalized")),
        Optional.ofNullable(tagged.get("safe")),
        named(endpoint, along.heights(), answers),
        clock.instant());
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

package io.belay.core.rpc;

import io.belay.base.Hex;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Asks one endpoint about the state at one block, and at no other.
final class Pinned {
  private Pinned() {}

  /// How a block is named to an endpoint: by its hash (EIP-1898) where it takes that.
  static Object block(Endpoint endpoint, SeenBlock block) {
    return endpoint.learned().takesBlockHashes()
        ? endpoint.json().object().put("blockHash", block.ref().hash().toString())
        : Hex.quantity(block.number());
  }

  /// Asks several things at once, by the block's hash; where an endpoint does not take that, by its
  /// number, together with the block it has there, which must be the same one.
  ///
  /// @param calls makes the calls from how the block is named
  static List<Endpoint.Answer> ask(
      Endpoint endpoint, SeenBlock block, Function<Object, List<JsonRpc.Call>> calls)
      throws RpcException, InterruptedException {
    if (endpoint.learned().takesBlockHashes()) {
      List<Endpoint.Answer> answers =
          endpoint.batch(calls.apply(block(endpoint, block)), Ballot.ATTEMPT);
      if (!isRefused(answers)) {
        return answers;
      }
    }
    List<Endpoint.Answer> answers = byNumber(endpoint, block, calls);
    if (!isRefused(answers)) {
      endpoint.learned().refusesBlockHashes();
    }
    return answers;
  }

  private static boolean isRefused(List<Endpoint.Answer> answers) {
    return answers.stream()
        .flatMap(answer -> answer.error().stream())
        .anyMatch(error -> error.kind() == NodeError.Kind.INVALID_PARAMS);
  }

  private static List<Endpoint.Answer> byNumber(
      Endpoint endpoint, SeenBlock block, Function<Object, List<JsonRpc.Call>> calls)
      throws RpcException, InterruptedException {
    String number = Hex.quantity(block.number());
    List<JsonRpc.Call> all = new ArrayList<>(calls.apply(number));
    all.add(endpoint.json().call("eth_getBlockByNumber", number, false));
    List<Endpoint.Answer> answers = new ArrayList<>(endpoint.batch(all, Ballot.ATTEMPT));
    JsonNode there = Endpoint.required(answers.removeLast());
    if (!there.path("hash").asString("").equals(block.ref().hash().toString())) {
      throw RpcException.garbage(new IllegalStateException("it has another block there"));
    }
    return answers;
  }
}

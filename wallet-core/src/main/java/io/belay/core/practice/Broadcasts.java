package io.belay.core.practice;

import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What may go wrong at `eth_sendRawTransaction`.
final class Broadcasts {
  private static final String SEND = "eth_sendRawTransaction";

  private Broadcasts() {}

  static boolean isSend(JsonNode request) {
    return Members.method(request).equals(SEND);
  }

  /// Refuses in geth's words without looking.
  static Twist refused(String words) {
    return Gaps.instead(request ->
        isSend(request) ? Optional.of(Members.error(request, -32000, words)) : Optional.empty());
  }

  /// Answers the true hash, delivers nothing and from then on does not know it.
  static Twist dropped() {
    Set<String> hashes = ConcurrentHashMap.newKeySet();
    return Gaps.instead(request -> {
      JsonNode first = Members.param(request, 0);
      return switch (Members.method(request)) {
        case SEND -> hashOf(first).map(hash -> accepted(request, hash, hashes));
        case "eth_getTransactionByHash", "eth_getTransactionReceipt" ->
            hashes.contains(first.asString(""))
                ? Optional.of(Members.none(request))
                : Optional.empty();
        default -> Optional.empty();
      };
    });
  }

  private static ObjectNode accepted(ObjectNode request, TxHash hash, Set<String> hashes) {
    hashes.add(hash.toString());
    return Members.result(request, hash.toString());
  }

  private static Optional<TxHash> hashOf(JsonNode raw) {
    try {
      return Optional.of(TxHash.ofRaw(Hex.decode(raw.asString(""))));
    } catch (WalletException e) {
      return Optional.empty(); // no transaction at all: let the true endpoint say so
    }
  }

  /// Delivers, and answers a hash that nobody knows.
  static Twist foreignHash(RandomGenerator random) {
    return new Twist() {
      @Override
      public JsonNode result(ObjectNode request, JsonNode result) {
        if (!isSend(request)) {
          return result;
        }
        byte[] other = new byte[32];
        random.nextBytes(other);
        return JsonNodeFactory.instance.stringNode(Bytes32.of(other).toString());
      }
    };
  }
}

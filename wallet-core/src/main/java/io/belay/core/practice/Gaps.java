package io.belay.core.practice;

import io.belay.core.rpc.TransportException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// What lesser endpoints cannot do.
final class Gaps {
  private Gaps() {}

  static Twist noProof() {
    return instead(request ->
        Members.method(request).equals("eth_getProof")
            ? Optional.of(
                Members.error(
                    request, -32601, "the method eth_getProof does not exist/is not available"))
            : Optional.empty());
  }

  static Twist noBlockByHash() {
    return instead(request -> {
      OptionalInt at = BlockParam.index(Members.method(request));
      return at.isPresent() && Members.param(request, at.getAsInt()).isObject()
          ? Optional.of(Members.error(request, -32602, unmarshal(at.getAsInt())))
          : Optional.empty();
    });
  }

  private static String unmarshal(int at) {
    return "invalid argument "
        + at
        + ": json: cannot unmarshal object into Go value of type string";
  }

  static Twist noTransactionByHash() {
    return instead(request ->
        switch (Members.method(request)) {
          case "eth_getTransactionByHash", "eth_getTransactionReceipt" ->
              Optional.of(Members.none(request));
          default -> Optional.empty();
        });
  }

  static Twist instead(Function<ObjectNode, Optional<ObjectNode>> answer) {
    return new Twist() {
      @Override
      public Optional<ObjectNode> instead(Truth truth, ObjectNode request)
          throws TransportException, InterruptedException {
        return answer.apply(request);
      }
    };
  }
}

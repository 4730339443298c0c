package io.belay.core.practice;

import io.belay.base.WalletException;
import io.belay.core.rpc.JsonRpc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Something only the chain's owner can do, in the words that cross the socket.
///
/// @param name `faucet`, `fault`, `mine`, `reorg`, `reset` or `head`
/// @param first its first argument, or empty
/// @param second its second argument, or empty
record Order(String name, String first, String second) {
  static Order of(String name) {
    return new Order(name, "", "");
  }

  static Order of(String name, int count) {
    return new Order(name, Integer.toString(count), "");
  }

  Frame frame() {
    ObjectNode json = new JsonRpc().object();
    json.put("order", name).put("first", first).put("second", second);
    return new Frame(Frame.ORDER, Members.bytes(json));
  }

  static Order read(Frame frame) {
    JsonNode json = new JsonRpc().parse(frame.payload());
    return new Order(
        json.path("order").asString(""),
        json.path("first").asString(""),
        json.path("second").asString(""));
  }

  int count() {
    try {
      return Integer.parseInt(first);
    } catch (NumberFormatException e) {
      throw new WalletException("bad-order", "a number of blocks is wanted", e);
    }
  }
}

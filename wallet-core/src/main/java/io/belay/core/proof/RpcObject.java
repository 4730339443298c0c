package io.belay.core.proof;

import static io.belay.core.proof.MerklePatricia.bad;

import io.belay.base.Hex;
import io.belay.base.Rlp;
import io.belay.base.WalletException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// A stranger's JSON object, read member by member into what RLP is made of. Anything of another
/// form is `bad-proof`.
record RpcObject(JsonNode node) {
  private static final int ADDRESS = 20;
  private static final int HASH = 32;

  boolean has(String name) {
    return !node.path(name).isMissingNode() && !node.path(name).isNull();
  }

  BigInteger number(String name) {
    return read(node.path(name), name, Hex::toBigInteger);
  }

  /// A number in its RLP form.
  Rlp.Item quantity(String name) {
    return Rlp.of(number(name));
  }

  /// Bytes of any length.
  Rlp.Item bytes(String name) {
    return Rlp.of(read(node.path(name), name, Hex::decode));
  }

  /// Bytes of one length.
  Rlp.Item bytes(String name, int length) {
    return Rlp.of(sized(node.path(name), name, length));
  }

  Rlp.Item address(String name) {
    return bytes(name, ADDRESS);
  }

  /// An address, or no bytes where there is none.
  Rlp.Item addressOrNone(String name) {
    return has(name) ? address(name) : Rlp.of(new byte[0]);
  }

  /// A list of hashes or other words of 32 bytes.
  Rlp.Item words(String name) {
    return list(name, word -> Rlp.of(sized(word, name, HASH)));
  }

  /// A list of objects, each made an item; a missing list is an empty one.
  Rlp.Item objects(String name, Function<RpcObject, Rlp.Item> form) {
    return has(name) ? list(name, entry -> form.apply(of(entry, name))) : Rlp.list();
  }

  static RpcObject of(JsonNode node, String what) {
    if (!node.isObject()) {
      throw bad(what + " is not an object");
    }
    return new RpcObject(node);
  }

  private Rlp.Item list(String name, Function<JsonNode, Rlp.Item> form) {
    JsonNode list = array(node, name);
    List<Rlp.Item> out = new ArrayList<>(list.size());
    list.forEach(entry -> out.add(form.apply(entry)));
    return Rlp.list(out);
  }

  static JsonNode array(JsonNode from, String name) {
    JsonNode list = from.path(name);
    if (!list.isArray()) {
      throw bad(name + " is not a list");
    }
    return list;
  }

  private static byte[] sized(JsonNode value, String name, int length) {
    byte[] bytes = read(value, name, Hex::decode);
    if (bytes.length != length) {
      throw bad(name + " has another length");
    }
    return bytes;
  }

  /// A text in a form of ours.
  static <T> T read(JsonNode value, String name, Function<String, T> form) {
    if (!value.isString()) {
      throw bad(name + " is missing or no text");
    }
    try {
      return form.apply(value.stringValue());
    } catch (WalletException e) {
      throw new WalletException("bad-proof", "proof: " + name + " is malformed", e);
    }
  }
}

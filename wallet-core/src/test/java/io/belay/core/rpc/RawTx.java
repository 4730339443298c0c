package io.belay.core.rpc;

import io.belay.base.Hex;
import io.belay.base.Rlp;
import io.belay.base.TxHash;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A signed transaction as nodes tell it.
public final class RawTx {
  private static final List<String> QUANTITIES =
      List.of("chainId", "nonce", "maxPriorityFeePerGas", "maxFeePerGas", "gas");

  private RawTx() {}

  /// Some type 2 transaction with some signature.
  public static byte[] of(long chainId, long nonce) {
    byte[] body =
        Rlp.encode(
            Rlp.list(
                Rlp.of(chainId),
                Rlp.of(nonce),
                Rlp.of(1L),
                Rlp.of(2L),
                Rlp.of(21_000L),
                Rlp.of(new byte[20]),
                Rlp.of(3L),
                Rlp.of(new byte[0]),
                Rlp.list(),
                Rlp.of(0L),
                Rlp.of(4L),
                Rlp.of(5L)));
    byte[] raw = new byte[body.length + 1];
    raw[0] = 2;
    System.arraycopy(body, 0, raw, 1, body.length);
    return raw;
  }

  /// All fields of a type 2 transaction without access list.
  public static ObjectNode json(byte[] raw) {
    List<Rlp.Item> items = Rlp.decode(Arrays.copyOfRange(raw, 1, raw.length)).list();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "0x2")
            .put("hash", TxHash.ofRaw(raw).toString());
    for (int i = 0; i < QUANTITIES.size(); i++) {
      json.put(QUANTITIES.get(i), Hex.quantity(items.get(i).number()));
    }
    json.put("to", Hex.encode(items.get(5).bytes()))
        .put("value", Hex.quantity(items.get(6).number()))
        .put("input", Hex.encode(items.get(7).bytes()))
        .put("yParity", Hex.quantity(items.get(9).number()))
        .put("r", Hex.quantity(items.get(10).number()))
        .put("s", Hex.quantity(items.get(11).number()));
    json.putArray("accessList");
    return json;
  }

  /// Most to pay per gas, wei.
  public static long maxFee(byte[] raw) {
    return field(raw, 3);
  }

  /// The nonce.
  public static long nonce(byte[] raw) {
    return field(raw, 1);
  }

  /// The gas limit.
  public static long gas(byte[] raw) {
    return field(raw, 4);
  }

  /// What is paid, wei.
  public static long value(byte[] raw) {
    return field(raw, 6);
  }

  private static long field(byte[] raw, int index) {
    return Rlp.decode(Arrays.copyOfRange(raw, 1, raw.length))
        .list()
        .get(index)
        .number()
        .longValue();
  }
}

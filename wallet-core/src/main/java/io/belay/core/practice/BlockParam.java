package io.belay.core.practice;

import java.util.Map;
import java.util.OptionalInt;

/// Where a method's parameters name a block (execution-apis, `eth` methods).
final class BlockParam {
  private static final Map<String, Integer> INDEX =
      Map.of(
          "eth_getBlockByNumber", 0,
          "eth_getBlockByHash", 0,
          "eth_getBalance", 1,
          "eth_getTransactionCount", 1,
          "eth_getCode", 1,
          "eth_call", 1,
          "eth_estimateGas", 1,
          "eth_feeHistory", 1,
          "eth_getStorageAt", 2,
          "eth_getProof", 2);

  private BlockParam() {}

  static OptionalInt index(String method) {
    Integer at = INDEX.get(method);
    return at == null ? OptionalInt.empty() : OptionalInt.of(at);
  }

  static boolean isBlock(String method) {
    return method.equals("eth_getBlockByNumber") || method.equals("eth_getBlockByHash");
  }
}

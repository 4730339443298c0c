package io.belay.core.rpc;

import io.belay.core.state.Observed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a JSON-RPC method is answered. What is not in the table is forwarded to one endpoint after
/// the other and labelled `single`.
public enum Policy {
  /// From what the engine knows by itself: the chain's id, the agreed head.
  KNOWN(
      Observed.Level.AGREED,
      "eth_chainId",
      "net_version",
      "eth_blockNumber",
      "eth_protocolVersion"),
  /// By Merkle proof at a block that groups agree on; by agreement where nobody proves.
  PROVEN(
      Observed.Level.PROVEN,
      "eth_getBalance",
      "eth_getTransactionCount",
      "eth_getCode",
      "eth_getStorageAt"),
  /// By the same answer of enough groups.
  AGREED(
      Observed.Level.AGREED,
      "eth_call",
      "eth_getLogs",
      "eth_getBlockByNumber",
      "eth_getBlockByHash",
      "eth_getBlockReceipts",
      "eth_getBlockTransactionCountByHash",
      "eth_getBlockTransactionCountByNumber",
      "eth_getTransactionByHash",
      "eth_getTransactionByBlockHashAndIndex",
      "eth_getTransactionByBlockNumberAndIndex",
      "eth_getTransactionReceipt"),
  /// By the first sane answer.
  SINGLE(Observed.Level.SINGLE),
  /// To all endpoints at once, through the journal.
  BROADCAST(Observed.Level.SINGLE, "eth_sendRawTransaction"),
  /// Never: keys are not at the endpoints, and what one of them remembers of a filter is worth
  /// nothing at another.
  REFUSED(
      Observed.Level.SINGLE,
      "eth_accounts",
      "eth_sign",
      "eth_signTransaction",
      "eth_signTypedData",
      "eth_signTypedData_v4",
      "eth_sendTransaction",
      "personal_sign",
      "personal_sendTransaction",
      "personal_unlockAccount",
      "eth_newFilter",
      "eth_newBlockFilter",
      "eth_newPendingTransactionFilter",
      "eth_getFilterChanges",
      "eth_getFilterLogs",
      "eth_uninstallFilter",
      "eth_subscribe",
      "eth_unsubscribe");

  private static final Map<String, Policy> TABLE = table();

  private final Observed.Level level;
  private final List<String> methods;

  Policy(Observed.Level level, String... methods) {
    this.level = level;
    this.methods = List.of(methods);
  }

  private static Map<String, Policy> table() {
    Map<String, Policy> table = new HashMap<>();
    for (Policy policy : values()) {
      policy.methods.forEach(method -> table.put(method, policy));
    }
    return Map.copyOf(table);
  }

  /// The policy of a method.
  public static Policy of(String method) {
    return TABLE.getOrDefault(method, SINGLE);
  }

  /// The level that an answer should have.
  public Observed.Level level() {
    return level;
  }
}

package io.belay.core.rpc;

import io.belay.core.state.Observed;

/// How a JSON-RPC method is answered.
public enum Policy {
  /// From what the engine knows by itself: the chain's id, the agreed head.
  KNOWN(Observed.Level.AGREED),
  /// By Merkle proof at a block that groups agree on; by agreement where nobody proves.
  PROVEN(Observed.Level.PROVEN),
  /// By the same answer of enough groups.
  AGREED(Observed.Level.AGREED),
  /// By the first sane answer.
  SINGLE(Observed.Level.SINGLE),
  /// To all endpoints at once, through the journal.
  BROADCAST(Observed.Level.SINGLE),
  /// Never: keys are not at the endpoints, and what one of them remembers of a filter is worth
  /// nothing at another.
  REFUSED(Observed.Level.SINGLE);

  private final Observed.Level level;

  Policy(Observed.Level level) {
    this.level = level;
  }

  /// The policy of a method; what is not in this table goes to one endpoint after the other.
  public static Policy of(String method) {
    return switch (method) {
      case "eth_chainId", "net_version", "eth_blockNumber" -> KNOWN;
      case "eth_getBalance", "eth_getTransactionCount", "eth_getCode", "eth_getStorageAt" -> PROVEN;
      case "eth_call",
          "eth_getLogs",
          "eth_getBlockByNumber",
          "eth_getBlockByHash",
          "eth_getBlockReceipts",
          "eth_getBlockTransactionCountByHash",
          "eth_getBlockTransactionCountByNumber",
          "eth_getTransactionByHash",
          "eth_getTransactionByBlockHashAndIndex",
          "eth_getTransactionByBlockNumberAndIndex",
          "eth_getTransactionReceipt" ->
          AGREED;
      case "eth_sendRawTransaction" -> BROADCAST;
      case "eth_accounts",
          "eth_sign",
          "eth_signTransaction",
          "eth_signTypedData",
          "eth_signTypedData_v4",
          "eth_sendTransaction",
          "eth_newFilter",
          "eth_newBlockFilter",
          "eth_newPendingTransactionFilter",
          "eth_getFilterChanges",
          "eth_getFilterLogs",
          "eth_uninstallFilter",
          "eth_subscribe",
          "eth_unsubscribe" ->
          REFUSED;
      default -> method.startsWith("personal_") ? REFUSED : SINGLE;
    };
  }

  /// The level that an answer should have.
  public Observed.Level level() {
    return level;
  }
}

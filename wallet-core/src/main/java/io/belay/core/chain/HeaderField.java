package io.belay.core.chain;

/// The fields of an Ethereum header in RLP order (yellow paper 4.3; EIP-1559, 4895, 4844, 4788,
/// 7685). Everything after `NONCE` came with a fork: a header has a prefix of this list.
public enum HeaderField {
  /// Hash of the parent header.
  PARENT_HASH("parentHash", 32),
  /// Hash of the (empty) list of uncles.
  UNCLES_HASH("sha3Uncles", 32),
  /// Receiver of the priority fees.
  MINER("miner", 20),
  /// Root of the state trie after this block.
  STATE_ROOT("stateRoot", 32),
  /// Root of the transactions trie.
  TRANSACTIONS_ROOT("transactionsRoot", 32),
  /// Root of the receipts trie.
  RECEIPTS_ROOT("receiptsRoot", 32),
  /// Bloom filter of the logs.
  LOGS_BLOOM("logsBloom", 256),
  /// Zero since the merge.
  DIFFICULTY("difficulty", HeaderField.QUANTITY),
  /// Height.
  NUMBER("number", HeaderField.QUANTITY),
  /// Gas the block may hold.
  GAS_LIMIT("gasLimit", HeaderField.QUANTITY),
  /// Gas the block holds.
  GAS_USED("gasUsed", HeaderField.QUANTITY),
  /// Seconds since 1970.
  TIMESTAMP("timestamp", HeaderField.QUANTITY),
  /// Free bytes.
  EXTRA_DATA("extraData", HeaderField.BYTES),
  /// RANDAO value since the merge.
  MIX_HASH("mixHash", 32),
  /// Eight zero bytes since the merge.
  NONCE("nonce", 8),
  /// Wei per gas (EIP-1559).
  BASE_FEE("baseFeePerGas", HeaderField.QUANTITY),
  /// EIP-4895.
  WITHDRAWALS_ROOT("withdrawalsRoot", 32),
  /// EIP-4844.
  BLOB_GAS_USED("blobGasUsed", HeaderField.QUANTITY),
  /// EIP-4844.
  EXCESS_BLOB_GAS("excessBlobGas", HeaderField.QUANTITY),
  /// EIP-4788.
  PARENT_BEACON_ROOT("parentBeaconBlockRoot", 32),
  /// EIP-7685.
  REQUESTS_HASH("requestsHash", 32);

  private static final int QUANTITY = -1;
  private static final int BYTES = -2;

  private final String json;
  private final int size;

  HeaderField(String json, int size) {
    this.json = json;
    this.size = size;
  }

  /// The name in JSON-RPC's block object.
  public String json() {
    return json;
  }

  /// Whether it is a number without leading zeros.
  public boolean isQuantity() {
    return size == QUANTITY;
  }

  /// Whether its length is free.
  public boolean isFree() {
    return size == BYTES;
  }

  /// Length in bytes of a field with a fixed one.
  public int size() {
    return size;
  }

  /// Whether every header has it.
  public boolean isAlways() {
    return compareTo(NONCE) <= 0;
  }
}

package io.belay.base;

/// Identity of a signed transaction: keccak-256 of its raw bytes (EIP-2718). Always computed here,
/// never taken from an endpoint.
public record TxHash(Bytes32 value) implements Comparable<TxHash> {
  /// The hash of raw signed bytes.
  public static TxHash ofRaw(byte[] raw) {
    return new TxHash(Keccak.hash(raw));
  }

  /// Reads `0x` and 64 digits.
  ///
  /// @throws WalletException `bad-tx-hash` for anything else
  public static TxHash parse(String text) {
    try {
      return new TxHash(Bytes32.parse(text));
    } catch (WalletException e) {
      throw new WalletException("bad-tx-hash", "a transaction hash is 0x and 64 digits", e);
    }
  }

  @Override
  public int compareTo(TxHash other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}

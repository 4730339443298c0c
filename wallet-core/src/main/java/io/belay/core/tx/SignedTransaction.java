package io.belay.core.tx;

import io.belay.base.TxHash;

/// A signed transaction's raw bytes and their hash, which is its identity from here on.
public final class SignedTransaction {
  private final byte[] raw;
  private final TxHash hash;

  private SignedTransaction(byte[] raw) {
    this.raw = raw;
    this.hash = TxHash.ofRaw(raw);
  }

  /// Copies the bytes.
  public static SignedTransaction of(byte[] raw) {
    return new SignedTransaction(raw.clone());
  }

  /// A copy of the raw bytes.
  public byte[] raw() {
    return raw.clone();
  }

  /// keccak-256 of the raw bytes.
  public TxHash hash() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedTransaction that && hash.equals(that.hash);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  @Override
  public String toString() {
    return "SignedTransaction " + hash;
  }
}

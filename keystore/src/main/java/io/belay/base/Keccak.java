package io.belay.base;

import org.bouncycastle.crypto.digests.KeccakDigest;

/// Keccak-256 with the padding Ethereum froze before FIPS 202 (yellow paper, appendix "Hash").
public final class Keccak {
  private Keccak() {}

  /// Hash of the concatenation of the parts.
  public static Bytes32 hash(byte[]... parts) {
    KeccakDigest digest = new KeccakDigest(256);
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    byte[] out = new byte[32];
    digest.doFinal(out, 0);
    return Bytes32.of(out);
  }
}

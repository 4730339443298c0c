package io.belay.keystore.hd;

import io.belay.base.Bytes32;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import io.belay.keystore.secret.Hmac;
import io.belay.keystore.secret.SecretBytes;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A private key and its chain code (BIP-32). Wiped on close.
final class ExtendedKey implements AutoCloseable {
  private final SecretBytes key;
  private final SecretBytes chainCode;

  private ExtendedKey(SecretBytes key, SecretBytes chainCode) {
    this.key = key;
    this.chainCode = chainCode;
  }

  /// Copies 32 bytes each.
  ///
  /// @throws WalletException `bad-derivation` for a key outside 1..n-1
  static ExtendedKey of(byte[] key, byte[] chainCode) {
    if (key.length != 32 || chainCode.length != 32) {
      throw new IllegalArgumentException("key and chain code have 32 bytes each");
    }
    PublicKey.scalar(key);
    return new ExtendedKey(SecretBytes.copyOf(key), SecretBytes.copyOf(chainCode));
  }

  /// BIP-32, "Master key generation".
  static ExtendedKey master(byte[] seed) {
    return split(Hmac.sha512("Bitcoin seed".getBytes(StandardCharsets.US_ASCII), seed));
  }

  private static ExtendedKey split(byte[] digest) {
    byte[] left = Arrays.copyOf(digest, 32);
    byte[] right = Arrays.copyOfRange(digest, 32, 64);
    try {
      return of(left, right);
    } finally {
      wipe(digest, left, right);
    }
  }

  /// The key at the end of a path; this key stays open.
  ExtendedKey derive(HdPath path) {
    ExtendedKey at = new ExtendedKey(key.copy(), chainCode.copy());
    for (int step : path.steps()) {
      try (ExtendedKey parent = at) {
        at = parent.child(step);
      }
    }
    return at;
  }

  /// BIP-32, "Private parent key → private child key".
  ///
  /// @throws WalletException `bad-derivation` where the child does not exist
  ExtendedKey child(int step) {
    return key.use(k -> chainCode.use(c -> child(k, c, step)));
  }

  private static ExtendedKey child(byte[] key, byte[] chainCode, int step) {
    byte[] index = ByteBuffer.allocate(4).putInt(step).array();
    byte[] digest =
        step < 0
            ? Hmac.sha512(chainCode, new byte[1], key, index)
            : Hmac.sha512(chainCode, PublicKey.compressed(key), index);
    byte[] next = add(Arrays.copyOf(digest, 32), key);
    System.arraycopy(next, 0, digest, 0, 32);
    wipe(next);
    return split(digest);
  }

  /// Sum of a tweak and a key modulo n, 32 bytes.
  ///
  /// @throws WalletException `bad-derivation` for a tweak of n or more, or a sum of zero: BIP-32
  ///   says that this child is invalid
  static byte[] add(byte[] tweak, byte[] key) {
    BigInteger left = new BigInteger(1, tweak);
    BigInteger sum = left.add(new BigInteger(1, key)).mod(Signature.ORDER);
    if (left.compareTo(Signature.ORDER) >= 0 || sum.signum() == 0) {
      throw new WalletException("bad-derivation", "BIP-32 has no key at this step; take the next");
    }
    return Bytes32.of(sum).toArray();
  }

  /// A copy of the private key; the caller closes it.
  SecretBytes privateKey() {
    return key.copy();
  }

  /// A copy of the chain code; the caller closes it.
  SecretBytes chainCode() {
    return chainCode.copy();
  }

  private static void wipe(byte[]... all) {
    for (byte[] one : all) {
      Arrays.fill(one, (byte) 0);
    }
  }

  @Override
  public void close() {
    key.close();
    chainCode.close();
  }

  @Override
  public String toString() {
    return "ExtendedKey[redacted]";
  }
}

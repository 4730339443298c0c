package io.belay.keystore.secret;

import io.belay.base.WalletException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/// Secret bytes behind a gate: copied in, lent out for the length of one call, wiped on close.
///
/// Thread-safe. Not serialisable, and neither `toString` nor an exception shows a byte. The bytes
/// live on the heap, where the collector may leave stale copies of them; only this class would
/// change to move them elsewhere.
public final class SecretBytes implements AutoCloseable {
  private final byte[] bytes;
  private boolean closed;

  private SecretBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Copies the bytes; the caller still owns, and wipes, its own.
  public static SecretBytes copyOf(byte[] source) {
    return new SecretBytes(source.clone());
  }

  /// Copies the bytes and wipes the source.
  public static SecretBytes moveFrom(byte[] source) {
    SecretBytes moved = copyOf(source);
    Arrays.fill(source, (byte) 0);
    return moved;
  }

  /// Fresh random bytes.
  ///
  /// @param length in bytes
  public static SecretBytes random(int length, SecureRandom random) {
    byte[] fresh = new byte[length];
    random.nextBytes(fresh);
    return new SecretBytes(fresh);
  }

  /// Length in bytes; still told after closing.
  public int length() {
    return bytes.length;
  }

  /// Lends a scratch copy to the work and wipes that copy when the work ends, however it ends.
  ///
  /// @throws WalletException `secret-closed` after [#close()]
  public <R> R use(Function<byte[], R> work) {
    byte[] scratch = snapshot();
    try {
      return work.apply(scratch);
    } finally {
      Arrays.fill(scratch, (byte) 0);
    }
  }

  /// An independent copy with its own life.
  ///
  /// @throws WalletException `secret-closed` after [#close()]
  public SecretBytes copy() {
    return new SecretBytes(snapshot());
  }

  private synchronized byte[] snapshot() {
    if (closed) {
      throw new WalletException("secret-closed", "this secret was wiped");
    }
    return bytes.clone();
  }

  /// Whether the bytes were wiped.
  public synchronized boolean isClosed() {
    return closed;
  }

  /// Wipes the bytes; a second call does nothing.
  @Override
  public synchronized void close() {
    closed = true;
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "SecretBytes[redacted]";
  }
}

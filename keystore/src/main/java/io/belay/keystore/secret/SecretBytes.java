package io.belay.keystore.secret;

import io.belay.base.WalletException;
import java.lang.ref.Cleaner;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/// Secret bytes behind a gate: copied in, lent out for the length of one call, wiped on close.
///
/// Thread-safe. Not serialisable, and neither `toString` nor an exception shows a byte. The bytes
/// live outside the Java heap in locked pages where the system allows it ([#protection()]); what is
/// lent out is a copy on the heap, which the collector may have moved before it is wiped.
public final class SecretBytes implements AutoCloseable {
  // for a secret that nobody closed
  private static final Cleaner FORGOTTEN = Cleaner.create();

  private final SecretMemory memory;
  private final Cleaner.Cleanable wiping;
  private boolean closed;

  private SecretBytes(byte[] bytes) {
    this.memory = new SecretMemory(bytes);
    this.wiping = FORGOTTEN.register(this, memory::wipe);
  }

  /// How well this process keeps secrets, by the worst case so far.
  public static Protection protection() {
    return SecretMemory.protection();
  }

  /// Copies the bytes; the caller still owns, and wipes, its own.
  public static SecretBytes copyOf(byte[] source) {
    return new SecretBytes(source);
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
    return moveFrom(fresh);
  }

  /// Length in bytes; still told after closing.
  public int length() {
    return memory.length();
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
    return moveFrom(snapshot());
  }

  private synchronized byte[] snapshot() {
    if (closed) {
      throw new WalletException("secret-closed", "this secret was wiped");
    }
    return memory.read();
  }

  /// Whether the bytes were wiped.
  public synchronized boolean isClosed() {
    return closed;
  }

  /// Wipes the bytes; a second call does nothing.
  @Override
  public synchronized void close() {
    closed = true;
    wiping.clean();
  }

  @Override
  public String toString() {
    return "SecretBytes[redacted]";
  }
}

package io.belay.keystore.v3;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// scrypt's memory-hard part, scryptROMix (RFC 7914, section 5), over 32-bit words. Its memory
/// comes in chunks, each when it is first written, so that no long array is needed; wiped on close.
final class RoMix implements AutoCloseable {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int CHUNK_WORDS = 1 << 18;

  private final int n;
  private final int length;
  private final int chunkBits;
  private final int[][] chunks;
  private final int[] t = new int[Salsa.WORDS];
  private int[] x;
  private int[] y;

  RoMix(int n, int r) {
    this.n = n;
    this.length = 32 * r;
    int blocks = Integer.highestOneBit(Math.max(1, Math.min(n, CHUNK_WORDS / length)));
    this.chunkBits = Integer.numberOfTrailingZeros(blocks);
    this.chunks = new int[n >> chunkBits][];
    this.x = new int[length];
    this.y = new int[length];
  }

  /// Mixes one lane in place.
  ///
  /// @param lane 128·r bytes
  /// @param meter gets 2·n units
  void mix(byte[] lane, Meter meter) {
    for (int i = 0; i < length; i++) {
      x[i] = (int) WORDS.get(lane, 4 * i);
    }
    for (int i = 0; i < n; i++) {
      System.arraycopy(x, 0, writable(i >>> chunkBits), offset(i), length);
      mixBlocks();
      meter.add(1);
    }
    for (int i = 0; i < n; i++) {
      int j = x[length - Salsa.WORDS] & (n - 1);
      xor(x, chunks[j >>> chunkBits], offset(j));
      mixBlocks();
      meter.add(1);
    }
    for (int i = 0; i < length; i++) {
      WORDS.set(lane, 4 * i, x[i]);
    }
  }

  private int[] writable(int chunk) {
    if (chunks[chunk] == null) {
      chunks[chunk] = new int[length << chunkBits];
    }
    return chunks[chunk];
  }

  private int offset(int block) {
    return (block & ((1 << chunkBits) - 1)) * length;
  }

  private static void xor(int[] x, int[] other, int at) {
    for (int i = 0; i < x.length; i++) {
      x[i] ^= other[at + i];
    }
  }

  /// scryptBlockMix (section 4): even blocks go to the first half, odd ones to the second.
  private void mixBlocks() {
    System.arraycopy(x, length - Salsa.WORDS, t, 0, Salsa.WORDS);
    int half = length / 2;
    for (int from = 0, to = 0; from < length; from += 2 * Salsa.WORDS, to += Salsa.WORDS) {
      Salsa.mix(t, x, from, y, to);
      Salsa.mix(t, x, from + Salsa.WORDS, y, half + to);
    }
    int[] swap = x;
    x = y;
    y = swap;
  }

  @Override
  public void close() {
    Arrays.fill(x, 0);
    Arrays.fill(y, 0);
    Arrays.fill(t, 0);
    for (int[] chunk : chunks) {
      if (chunk != null) {
        Arrays.fill(chunk, 0);
      }
    }
  }
}

package io.belay.keystore.v3;

/// The Salsa20/8 core (RFC 7914, section 3).
final class Salsa {
  /// Words of one block.
  static final int WORDS = 16;

  private static final int DOUBLE_ROUNDS = 4;

  private Salsa() {}

  /// Adds a block of `in` to the state by XOR, mixes the state, and copies it to `out`.
  static void mix(int[] state, int[] in, int from, int[] out, int to) {
    for (int i = 0; i < WORDS; i++) {
      state[i] ^= in[from + i];
    }
    mix(state);
    System.arraycopy(state, 0, out, to, WORDS);
  }

  private static void mix(int[] w) {
    int a0 = w[0], a1 = w[1], a2 = w[2], a3 = w[3];
    int b0 = w[4], b1 = w[5], b2 = w[6], b3 = w[7];
    int c0 = w[8], c1 = w[9], c2 = w[10], c3 = w[11];
    int d0 = w[12], d1 = w[13], d2 = w[14], d3 = w[15];
    for (int i = 0; i < DOUBLE_ROUNDS; i++) {
      b0 ^= Integer.rotateLeft(a0 + d0, 7);
      c0 ^= Integer.rotateLeft(b0 + a0, 9);
      d0 ^= Integer.rotateLeft(c0 + b0, 13);
      a0 ^= Integer.rotateLeft(d0 + c0, 18);
      c1 ^= Integer.rotateLeft(b1 + a1, 7);
      d1 ^= Integer.rotateLeft(c1 + b1, 9);
      a1 ^= Integer.rotateLeft(d1 + c1, 13);
      b1 ^= Integer.rotateLeft(a1 + d1, 18);
      d2 ^= Integer.rotateLeft(c2 + b2, 7);
      a2 ^= Integer.rotateLeft(d2 + c2, 9);
      b2 ^= Integer.rotateLeft(a2 + d2, 13);
      c2 ^= Integer.rotateLeft(b2 + a2, 18);
      a3 ^= Integer.rotateLeft(d3 + c3, 7);
      b3 ^= Integer.rotateLeft(a3 + d3, 9);
      c3 ^= Integer.rotateLeft(b3 + a3, 13);
      d3 ^= Integer.rotateLeft(c3 + b3, 18);
      a1 ^= Integer.rotateLeft(a0 + a3, 7);
      a2 ^= Integer.rotateLeft(a1 + a0, 9);
      a3 ^= Integer.rotateLeft(a2 + a1, 13);
      a0 ^= Integer.rotateLeft(a3 + a2, 18);
      b2 ^= Integer.rotateLeft(b1 + b0, 7);
      b3 ^= Integer.rotateLeft(b2 + b1, 9);
      b0 ^= Integer.rotateLeft(b3 + b2, 13);
      b1 ^= Integer.rotateLeft(b0 + b3, 18);
      c3 ^= Integer.rotateLeft(c2 + c1, 7);
      c0 ^= Integer.rotateLeft(c3 + c2, 9);
      c1 ^= Integer.rotateLeft(c0 + c3, 13);
      c2 ^= Integer.rotateLeft(c1 + c0, 18);
      d0 ^= Integer.rotateLeft(d3 + d2, 7);
      d1 ^= Integer.rotateLeft(d0 + d3, 9);
      d2 ^= Integer.rotateLeft(d1 + d0, 13);
      d3 ^= Integer.rotateLeft(d2 + d1, 18);
    }
    w[0] += a0;
    w[1] += a1;
    w[2] += a2;
    w[3] += a3;
    w[4] += b0;
    w[5] += b1;
    w[6] += b2;
    w[7] += b3;
    w[8] += c0;
    w[9] += c1;
    w[10] += c2;
    w[11] += c3;
    w[12] += d0;
    w[13] += d1;
    w[14] += d2;
    w[15] += d3;
  }
}

package io.belay.keystore.v3;

/// How a keystore's key comes from its password; within bounds once made.
sealed interface KdfParams {
  /// Longest salt, in bytes; files in use have 16 or 32.
  int MOST_SALT = 128;

  /// Longest derived key, in bytes; the shortest is 32, for the cipher's key and the mac's.
  int MOST_LENGTH = 64;

  byte[] salt();

  /// Length of the derived key in bytes.
  int length();

  /// scrypt with its cost.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record ScryptParams(ScryptCost cost, byte[] salt, int length) implements KdfParams {
    public ScryptParams {
      check(salt, length);
    }
  }

  /// PBKDF2-HMAC-SHA256.
  ///
  /// @param c iterations, 1 to 10 million
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Pbkdf2Params(int c, byte[] salt, int length) implements KdfParams {
    private static final int MOST_C = 10_000_000;

    public Pbkdf2Params {
      check(salt, length);
      if (c < 1 || c > MOST_C) {
        throw Refusal.outOfBounds();
      }
    }
  }

  private static void check(byte[] salt, int length) {
    if (salt.length < 1 || salt.length > MOST_SALT || length < 32 || length > MOST_LENGTH) {
      throw Refusal.outOfBounds();
    }
  }
}

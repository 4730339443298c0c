package io.belay.keystore.v3;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/// PBKDF2-HMAC-SHA256 (RFC 8018, 5.2) that tells its progress and can be cancelled. The copies of
/// the password inside the JDK's `Mac` are wiped by the collector only.
final class Pbkdf2 {
  /// Bytes of one HMAC-SHA256.
  static final int BLOCK = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private Pbkdf2() {}

  /// @param iterations at least 1
  /// @param length of the result in bytes; each 32 bytes take all iterations
  static byte[] derive(
      byte[] password, byte[] salt, int iterations, int length, Progress progress) {
    int blocks = blocks(length);
    Meter meter = new Meter(progress, (long) blocks * iterations);
    Mac mac = mac(password);
    byte[] sum = new byte[BLOCK];
    byte[] out = new byte[length];
    try {
      for (int i = 0; i < blocks; i++) {
        mac.update(salt);
        sum(mac, i + 1, iterations, sum, meter);
        System.arraycopy(sum, 0, out, BLOCK * i, Math.min(BLOCK, length - BLOCK * i));
      }
      return out.clone();
    } finally {
      Arrays.fill(sum, (byte) 0);
      Arrays.fill(out, (byte) 0);
    }
  }

  /// The XOR of all iterations of one block; the salt is in the mac already.
  private static void sum(Mac mac, int index, int iterations, byte[] sum, Meter meter) {
    byte[] u = new byte[BLOCK];
    try {
      finish(mac, index, u, 0);
      System.arraycopy(u, 0, sum, 0, BLOCK);
      meter.add(1);
      for (int i = 1; i < iterations; i++) {
        mac.update(u);
        mac.doFinal(u, 0);
        for (int k = 0; k < BLOCK; k++) {
          sum[k] ^= u[k];
        }
        meter.add(1);
      }
    } catch (ShortBufferException e) {
      throw new IllegalStateException("32 bytes hold a SHA-256", e);
    } finally {
      Arrays.fill(u, (byte) 0);
    }
  }

  /// Number of HMACs that a result of this length takes.
  static int blocks(int length) {
    return (length + BLOCK - 1) / BLOCK;
  }

  /// Ends a message with a block's index and writes the 32 bytes.
  static void finish(Mac mac, int index, byte[] out, int at) {
    mac.update(ByteBuffer.allocate(4).putInt(index).array());
    try {
      mac.doFinal(out, at);
    } catch (ShortBufferException e) {
      throw new IllegalStateException("the block fits", e);
    }
  }

  /// HMAC-SHA256 keyed with a password.
  static Mac mac(byte[] password) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      // the JDK takes no empty key; HMAC pads with zeros, so one zero byte is the same key
      byte[] key = password.length == 0 ? new byte[1] : password;
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}

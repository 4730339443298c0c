package io.belay.keystore.secret;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC (RFC 2104) from the JDK.
public final class Hmac {
  private Hmac() {}

  /// HMAC-SHA256 over the concatenation of the parts: 32 bytes.
  public static byte[] sha256(byte[] key, byte[]... parts) {
    return compute("HmacSHA256", key, parts);
  }

  /// HMAC-SHA512 over the concatenation of the parts: 64 bytes.
  public static byte[] sha512(byte[] key, byte[]... parts) {
    return compute("HmacSHA512", key, parts);
  }

  private static byte[] compute(String algorithm, byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}

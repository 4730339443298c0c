package io.belay.keystore.vault;

import io.belay.keystore.secret.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// HKDF-SHA256 (RFC 5869) from the JDK, without salt; the label keeps keys of different use apart.
final class Hkdf {
  private static final int LENGTH = 32;

  private Hkdf() {}

  /// A 32-byte key; the caller closes it.
  static SecretBytes key(SecretBytes material, String label) {
    return key(material, label.getBytes(StandardCharsets.US_ASCII));
  }

  /// A 32-byte key; the caller closes it.
  static SecretBytes key(SecretBytes material, byte[] label) {
    return material.use(ikm -> {
      try {
        return SecretBytes.moveFrom(
            KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract().addIKM(ikm).thenExpand(label, LENGTH)));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("JDK 25 has HKDF-SHA256", e);
      }
    });
  }
}

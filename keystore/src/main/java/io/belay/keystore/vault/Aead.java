package io.belay.keystore.vault;

import io.belay.base.WalletException;
import io.belay.keystore.secret.SecretBytes;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM (NIST SP 800-38D) from the JDK: 12-byte nonce, 16-byte tag at the end.
final class Aead {
  static final int NONCE_BYTES = 12;

  private static final int TAG_BITS = 128;

  private Aead() {}

  static byte[] seal(SecretBytes key, byte[] nonce, byte[] aad, SecretBytes plain) {
    return key.use(k -> {
      try {
        Cipher cipher = cipher(Cipher.ENCRYPT_MODE, k, nonce, aad);
        return plain.use(p -> finish(cipher, p));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("AES-GCM refused to encrypt", e);
      }
    });
  }

  /// @throws WalletException `vault-damaged` when key, nonce, aad or ciphertext do not belong
  ///   together
  static SecretBytes open(SecretBytes key, byte[] nonce, byte[] aad, byte[] sealed) {
    return key.use(k -> {
      try {
        return SecretBytes.moveFrom(cipher(Cipher.DECRYPT_MODE, k, nonce, aad).doFinal(sealed));
      } catch (AEADBadTagException e) {
        throw Damage.damaged("its contents were changed");
      } catch (GeneralSecurityException e) {
        throw Damage.damaged("its contents are cut");
      }
    });
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] aad)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(aad);
    return cipher;
  }

  private static byte[] finish(Cipher cipher, byte[] plain) {
    try {
      return cipher.doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM refused to encrypt", e);
    }
  }
}

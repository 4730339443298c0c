package io.belay.keystore.v3;

import io.belay.keystore.secret.SecretBytes;
import java.util.HexFormat;

/// A keystore whose key comes from the password as typed, which the wallet itself never writes.
final class TypedExport {
  private TypedExport() {}

  static byte[] encrypt(PrivateKey key, KeystorePassword password) {
    byte[] salt = new byte[16];
    byte[] iv = new byte[16];
    byte[] typed = password.forms().getFirst().use(byte[]::clone);
    byte[] derived = Pbkdf2.derive(typed, salt, 1, 32, Progress.SILENT);
    HexFormat hex = HexFormat.of();
    try (SecretBytes secret = key.secret()) {
      byte[] ciphertext = secret.use(s -> KeystoreCipher.CTR.encrypt(derived, iv, s));
      return Cases.utf8(
          """
          {"version":3,"address":"%s","crypto":{"cipher":"aes-128-ctr","ciphertext":"%s",
          "cipherparams":{"iv":"%s"},"mac":"%s","kdf":"pbkdf2",
          "kdfparams":{"c":1,"dklen":32,"prf":"hmac-sha256","salt":"%s"}}}
          """
              .formatted(
                  key.address().toLowerHex(),
                  hex.formatHex(ciphertext),
                  hex.formatHex(iv),
                  hex.formatHex(KeystoreCipher.mac(derived, ciphertext)),
                  hex.formatHex(salt)));
    }
  }
}

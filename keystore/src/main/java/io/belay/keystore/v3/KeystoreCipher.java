package io.belay.keystore.v3;

import io.belay.base.Keccak;
import io.belay.keystore.secret.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What a derived key does to the private key: its first 16 bytes encrypt, the next 16 authenticate
/// the ciphertext. The copies of keys inside the JDK's `Cipher` are wiped by the collector only.
final class KeystoreCipher {
  /// Length of key, iv and block in bytes.
  static final int BLOCK = 16;

  /// Version 3: AES-128 in counter mode under the derived key's first half.
  static final KeystoreCipher CTR = new KeystoreCipher("aes-128-ctr", "AES/CTR/NoPadding");

  /// Version 1: AES-128-CBC under the first half of that half's hash.
  static final KeystoreCipher CBC = new KeystoreCipher("aes-128-cbc", "AES/CBC/PKCS5Padding");

  private final String word;
  private final String transformation;

  private KeystoreCipher(String word, String transformation) {
    this.word = word;
    this.transformation = transformation;
  }

  /// The name in files.
  String word() {
    return word;
  }

  /// Whether a key of 1 to 32 bytes can have a ciphertext of this length.
  boolean fits(int length) {
    return this == CTR
        ? length >= 1 && length <= 2 * BLOCK
        : length >= BLOCK && length <= 3 * BLOCK && length % BLOCK == 0;
  }

  /// Keccak-256 of the second half and the ciphertext; covers neither iv nor address.
  static byte[] mac(byte[] derived, byte[] ciphertext) {
    byte[] key = Arrays.copyOfRange(derived, BLOCK, 2 * BLOCK);
    try {
      return Keccak.hash(key, ciphertext).toArray();
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /// The plain bytes.
  ///
  /// @throws io.belay.base.WalletException `bad-keystore` for a wrong padding
  SecretBytes decrypt(byte[] derived, byte[] iv, byte[] ciphertext) {
    try {
      return SecretBytes.moveFrom(run(Cipher.DECRYPT_MODE, derived, iv, ciphertext));
    } catch (GeneralSecurityException e) {
      throw Refusal.bad("its key is padded wrongly");
    }
  }

  byte[] encrypt(byte[] derived, byte[] iv, byte[] plain) {
    try {
      return run(Cipher.ENCRYPT_MODE, derived, iv, plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES refused to encrypt", e);
    }
  }

  private byte[] run(int mode, byte[] derived, byte[] iv, byte[] input)
      throws GeneralSecurityException {
    byte[] key = key(derived);
    try {
      Cipher cipher = Cipher.getInstance(transformation);
      cipher.init(mode, new SecretKeySpec(key, 0, BLOCK, "AES"), new IvParameterSpec(iv));
      return cipher.doFinal(input);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private byte[] key(byte[] derived) {
    byte[] half = Arrays.copyOf(derived, BLOCK);
    if (this == CTR) {
      return half;
    }
    byte[] hash = Keccak.hash(half).toArray();
    Arrays.fill(half, (byte) 0);
    return hash;
  }
}

package io.belay.keystore.vault;

import io.belay.base.WalletException;
import io.belay.keystore.secret.Hmac;
import io.belay.keystore.secret.SecretBytes;
import java.security.MessageDigest;
import java.security.SecureRandom;

/// The two keys that an open vault needs to read and to save: one for the body, one for the header.
/// With them in hand the password is not needed again.
///
/// @param data random 256 bits, changed with the password
/// @param mac authenticates headers
record VaultKeys(SecretBytes data, SecretBytes mac) implements AutoCloseable {
  private static final int SALT_BYTES = 32;

  /// Keys for a new vault or a new password, and the lock that leads back to them.
  record Fresh(VaultKeys keys, Header.Lock lock) {}

  static Fresh fresh(Password password, KdfCost cost, Kdf kdf, SecureRandom random) {
    byte[] salt = bytes(SALT_BYTES, random);
    byte[] nonce = bytes(Aead.NONCE_BYTES, random);
    try (SecretBytes ikm = kdf.derive(password.utf8(), cost, salt);
        SecretBytes wrap = Hkdf.key(ikm, "wrap")) {
      SecretBytes data = SecretBytes.random(32, random);
      String ct = Base64Text.encode(Aead.seal(wrap, nonce, new byte[0], data));
      Header.Lock lock =
          new Header.Lock(cost, Base64Text.encode(salt), Base64Text.encode(nonce), ct);
      return new Fresh(new VaultKeys(data, Hkdf.key(ikm, "hdr-mac")), lock);
    }
  }

  /// Runs the derivation and unwraps the data key.
  ///
  /// @throws WalletException `wrong-password`, `vault-damaged`, `kdf-needs-memory`
  static VaultKeys open(VaultFile file, Header.Lock lock, Password password, Kdf kdf) {
    byte[] salt = Base64Text.decode(lock.salt());
    try (SecretBytes ikm = kdf.derive(password.utf8(), lock.cost(), salt);
        SecretBytes wrap = Hkdf.key(ikm, "wrap")) {
      SecretBytes mac = Hkdf.key(ikm, "hdr-mac");
      try {
        return new VaultKeys(unwrap(file, lock, wrap, mac), mac);
      } catch (WalletException e) {
        mac.close();
        throw e;
      }
    }
  }

  private static SecretBytes unwrap(
      VaultFile file, Header.Lock lock, SecretBytes wrap, SecretBytes mac) {
    if (!authentic(mac, file)) {
      // the checksum was right, so these are the bytes that were written
      throw new WalletException("wrong-password", "the password does not open this vault");
    }
    byte[] nonce = Base64Text.decode(lock.keyNonce());
    return Aead.open(wrap, nonce, new byte[0], Base64Text.decode(lock.keyCt()));
  }

  /// Whether the header was written by someone who had the mac key.
  boolean authentic(VaultFile file) {
    return authentic(mac, file);
  }

  private static boolean authentic(SecretBytes mac, VaultFile file) {
    return MessageDigest.isEqual(mac.use(k -> Hmac.sha256(k, file.hdr())), file.mac());
  }

  static byte[] bytes(int length, SecureRandom random) {
    byte[] fresh = new byte[length];
    random.nextBytes(fresh);
    return fresh;
  }

  VaultKeys copy() {
    return new VaultKeys(data.copy(), mac.copy());
  }

  @Override
  public void close() {
    data.close();
    mac.close();
  }
}

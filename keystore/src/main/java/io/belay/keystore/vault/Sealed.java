package io.belay.keystore.vault;

import io.belay.base.WalletException;
import io.belay.keystore.secret.Hmac;
import io.belay.keystore.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Between contents and file: encrypts one generation, and opens it again.
final class Sealed {
  private Sealed() {}

  /// The file of one generation. The header's nonce must be fresh.
  static VaultFile seal(Header header, VaultKeys keys, Contents contents) {
    byte[] hdr = header.toBytes();
    byte[] mac = keys.mac().use(k -> Hmac.sha256(k, hdr));
    try (SecretBytes plain = contents.toBytes();
        SecretBytes key = bodyKey("body", keys.data(), header.generation())) {
      byte[] nonce = Base64Text.decode(header.bodyNonce());
      return new VaultFile(hdr, mac, Aead.seal(key, nonce, hdr, plain));
    }
  }

  /// As above, with anything for contents and a key of its own kind.
  static VaultFile sealBackup(Header header, VaultKeys keys, SecretBytes plain) {
    byte[] hdr = header.toBytes();
    byte[] mac = keys.mac().use(k -> Hmac.sha256(k, hdr));
    try (SecretBytes key = bodyKey("backup", keys.data(), header.generation())) {
      byte[] nonce = Base64Text.decode(header.bodyNonce());
      return new VaultFile(VaultFile.Format.BACKUP, hdr, mac, Aead.seal(key, nonce, hdr, plain));
    }
  }

  /// What a backup holds; the caller closes it.
  ///
  /// @throws WalletException `vault-damaged`
  static SecretBytes openBackup(VaultFile file, Header header, SecretBytes data) {
    byte[] nonce = Base64Text.decode(header.bodyNonce());
    try (SecretBytes key = bodyKey("backup", data, header.generation())) {
      return Aead.open(key, nonce, file.hdr(), file.body());
    }
  }

  /// Decrypts a file whose header was found authentic; the caller closes the contents.
  ///
  /// @throws WalletException `vault-damaged`, `vault-newer`
  static Contents open(VaultFile file, Header header, SecretBytes data) {
    byte[] nonce = Base64Text.decode(header.bodyNonce());
    try (SecretBytes key = bodyKey("body", data, header.generation());
        SecretBytes plain = Aead.open(key, nonce, file.hdr(), file.body())) {
      return Contents.parse(plain, header.label().id());
    }
  }

  private static SecretBytes bodyKey(String kind, SecretBytes data, long generation) {
    byte[] label = kind.getBytes(StandardCharsets.US_ASCII);
    return Hkdf.key(
        data, ByteBuffer.allocate(label.length + 8).put(label).putLong(generation).array());
  }
}

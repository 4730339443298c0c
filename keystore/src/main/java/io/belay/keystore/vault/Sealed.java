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
        SecretBytes key = bodyKey(keys.data(), header.generation())) {
      byte[] nonce = Base64Text.decode(header.bodyNonce());
      return new VaultFile(hdr, mac, Aead.seal(key, nonce, hdr, plain));
    }
  }

  /// Decrypts a file whose header was found authentic; the caller closes the contents.
  ///
  /// @throws WalletException `vault-damaged`, `vault-newer`
  static Contents open(VaultFile file, Header header, SecretBytes data) {
    byte[] nonce = Base64Text.decode(header.bodyNonce());
    try (SecretBytes key = bodyKey(data, header.generation());
        SecretBytes plain = Aead.open(key, nonce, file.hdr(), file.body())) {
      return Contents.parse(plain, header.label().id());
    }
  }

  private static SecretBytes bodyKey(SecretBytes data, long generation) {
    byte[] label = "body".getBytes(StandardCharsets.US_ASCII);
    return Hkdf.key(data, ByteBuffer.allocate(12).put(label).putLong(generation).array());
  }
}

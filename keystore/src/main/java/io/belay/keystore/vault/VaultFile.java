package io.belay.keystore.vault;

import io.belay.base.WalletException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/// The outer shell of a vault file: one line of JSON in one spelling, so that every byte counts.
///
/// @param hdr the header as stored and as authenticated (UTF-8 JSON), see [Header]
/// @param mac HMAC-SHA256 of the header, 32 bytes
/// @param body AES-256-GCM ciphertext and tag
@SuppressWarnings("ArrayRecordComponent") // lives for one read or write; never compared
record VaultFile(byte[] hdr, byte[] mac, byte[] body) {
  /// Longest file that is read, in bytes.
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final int VERSION = 1;
  private static final String FORMAT = "belay-vault";

  /// Reads and checks form and checksum; no key is needed and no derivation runs.
  ///
  /// @throws WalletException `vault-damaged`, `vault-newer`
  static VaultFile parse(byte[] file) {
    if (file.length > MOST_BYTES) {
      throw Damage.damaged("longer than 8 MiB");
    }
    JsonNode root = new StrictJson().object(file);
    if (!FORMAT.equals(StrictJson.text(root, "format"))) {
      throw Damage.damaged("another format");
    }
    if (StrictJson.number(root, "v") > VERSION) {
      throw Damage.newer();
    }
    VaultFile parsed = new VaultFile(bytes(root, "hdr"), bytes(root, "mac"), bytes(root, "body"));
    // also covers the checksum: it is written from the parts
    if (!Arrays.equals(parsed.toBytes(), file)) {
      throw Damage.damaged("the checksum does not fit");
    }
    return parsed;
  }

  private static byte[] bytes(JsonNode root, String name) {
    return Base64Text.decode(StrictJson.text(root, name));
  }

  /// The file's bytes.
  byte[] toBytes() {
    String json =
        "{\"format\":\"%s\",\"v\":%d,\"hdr\":\"%s\",\"mac\":\"%s\",\"body\":\"%s\",\"sum\":\"%s\"}"
            .formatted(
                FORMAT,
                VERSION,
                Base64Text.encode(hdr),
                Base64Text.encode(mac),
                Base64Text.encode(body),
                Base64Text.encode(sum()));
    return json.getBytes(StandardCharsets.US_ASCII);
  }

  private byte[] sum() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(hdr);
      digest.update(mac);
      return digest.digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

package io.belay.keystore.vault;

import io.belay.base.WalletException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/// The outer shell of a vault or backup file: one line of JSON in one spelling, so that every byte
/// counts.
///
/// @param hdr the header as stored and as authenticated (UTF-8 JSON), see [Header]
/// @param mac HMAC-SHA256 of the header, 32 bytes
/// @param body AES-256-GCM ciphertext and tag
@SuppressWarnings("ArrayRecordComponent") // lives for one read or write; never compared
record VaultFile(Format format, byte[] hdr, byte[] mac, byte[] body) {
  /// Longest vault file that is read, in bytes.
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final int VERSION = 1;

  /// What the file is.
  enum Format {
    /// Keys.
    VAULT("belay-vault", MOST_BYTES),
    /// Everything of a data directory.
    BACKUP("belay-backup", 8 * MOST_BYTES);

    private final String word;
    private final int mostBytes;

    Format(String word, int mostBytes) {
      this.word = word;
      this.mostBytes = mostBytes;
    }

    /// Longest file that is read, in bytes.
    int mostBytes() {
      return mostBytes;
    }
  }

  VaultFile(byte[] hdr, byte[] mac, byte[] body) {
    this(Format.VAULT, hdr, mac, body);
  }

  /// Reads and checks form and checksum of a vault; no key is needed and no derivation runs.
  ///
  /// @throws WalletException `vault-damaged`, `vault-newer`
  static VaultFile parse(byte[] file) {
    return parse(Format.VAULT, file);
  }

  /// As above, of a vault or a backup.
  static VaultFile parse(Format format, byte[] file) {
    if (file.length > format.mostBytes) {
      throw Damage.damaged("longer than " + format.mostBytes / 1024 / 1024 + " MiB");
    }
    JsonNode root = new StrictJson(format.mostBytes).object(file);
    if (!format.word.equals(StrictJson.text(root, "format"))) {
      throw Damage.damaged("another format");
    }
    if (StrictJson.number(root, "v") > VERSION) {
      throw Damage.newer();
    }
    VaultFile parsed =
        new VaultFile(format, bytes(root, "hdr"), bytes(root, "mac"), bytes(root, "body"));
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
                format.word,
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

package io.belay.keystore.vault;

import java.util.Base64;

/// Base64url without padding (RFC 4648, section 5), in its one canonical spelling.
final class Base64Text {
  private Base64Text() {}

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// @throws io.belay.base.WalletException `vault-damaged` for any other spelling
  static byte[] decode(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw Damage.damaged("not base64url");
    }
    // the JDK ignores stray bits in the last digit: two texts would mean the same bytes
    if (!encode(bytes).equals(text)) {
      throw Damage.damaged("not base64url");
    }
    return bytes;
  }
}

package io.belay.keystore.v3;

import io.belay.base.WalletException;
import io.belay.keystore.secret.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

/// Keystores at no cost, and short ways to open them.
final class Cases {
  static final ScryptCost LOWEST = new ScryptCost(2, 1, 1);
  static final Instant NOW = Instant.parse("2026-11-25T03:00:00.123Z");
  static final String KEY = "00000000000000000000000000000000000000000000000000000000000abcde";
  static final String WORD = "correct horse";

  private Cases() {}

  static KeystoreExport export(ScryptCost cost) {
    return new KeystoreExport(new SecureRandom(), InstantSource.fixed(NOW), cost);
  }

  static PrivateKey key() {
    return PrivateKey.parse(KEY.toCharArray());
  }

  static String address() {
    try (PrivateKey key = key()) {
      return key.address().toString();
    }
  }

  static KeystorePassword password(String text) {
    return KeystorePassword.of(text.toCharArray());
  }

  /// The text of a cheap keystore with an address.
  static String file() {
    try (PrivateKey key = key();
        KeystorePassword password = password(WORD)) {
      byte[] json = export(LOWEST).encrypt(key, password, Progress.SILENT);
      return new String(json, StandardCharsets.US_ASCII);
    }
  }

  /// The key in hexadecimal, or the refusal's code.
  static String open(byte[] file, String password) {
    return open(file, password, new KeystoreKdf());
  }

  static String open(byte[] file, String password, Kdf kdf) {
    try (KeystorePassword word = password(password);
        PrivateKey key = Keystore.parse(file).open(word, Progress.SILENT, kdf)) {
      return hex(key);
    } catch (WalletException e) {
      return e.code();
    }
  }

  static String hex(PrivateKey key) {
    try (SecretBytes secret = key.secret()) {
      return secret.use(b -> HexFormat.of().formatHex(b));
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

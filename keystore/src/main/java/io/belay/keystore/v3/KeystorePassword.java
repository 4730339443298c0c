package io.belay.keystore.v3;

import io.belay.keystore.secret.SecretBytes;
import io.belay.keystore.secret.SecretText;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/// A keystore's password, in both forms that wallets derive keys from: its UTF-8 bytes as typed,
/// and those of its NFKC form. The format names no normalisation: go-ethereum takes what is typed,
/// ethers NFKC. Opening tries the typed form and then, where it differs, NFKC; exporting uses NFKC,
/// as the vault does, so that every keyboard types the same bytes. May be empty, as some old files
/// have it. Wiped on close.
public final class KeystorePassword implements AutoCloseable {
  private static final int MOST_BYTES = 4096;

  private final SecretBytes typed;
  private final SecretBytes normal;

  private KeystorePassword(SecretBytes typed, SecretBytes normal) {
    this.typed = typed;
    this.normal = normal;
  }

  /// Copies the characters; the caller still owns, and wipes, its own.
  ///
  /// @throws io.belay.base.WalletException `bad-text` for half a surrogate pair
  public static KeystorePassword of(char[] text) {
    return new KeystorePassword(
        SecretText.encode(text), SecretText.encode(text, Normalizer.Form.NFKC));
  }

  /// Reads to the end of the stream; one newline at the end is not part of the password.
  ///
  /// @throws io.belay.base.WalletException `password-unreadable` for a broken stream, more than
  ///   4096 bytes or bytes that are not UTF-8
  public static KeystorePassword read(InputStream in) {
    char[] text = SecretText.read(in, MOST_BYTES);
    try {
      return of(text);
    } finally {
      Arrays.fill(text, '\0');
    }
  }

  /// The forms to try, in this order; closing the password closes them.
  List<SecretBytes> forms() {
    boolean same = typed.use(t -> normal.use(n -> Arrays.equals(t, n)));
    return same ? List.of(typed) : List.of(typed, normal);
  }

  /// The form for new keystores; closing the password closes it.
  SecretBytes normal() {
    return normal;
  }

  /// Whether there is no character.
  public boolean isEmpty() {
    return typed.length() == 0;
  }

  /// Wipes the password.
  @Override
  public void close() {
    typed.close();
    normal.close();
  }

  @Override
  public String toString() {
    return "KeystorePassword[redacted]";
  }
}

package io.belay.keystore.v3;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.keystore.secret.SecretBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A keystore file of Web3 Secret Storage, version 3 or 1: form and bounds checked, still locked.
///
/// Its mac does not cover the iv: in a file without an address, a changed iv gives another key and
/// nothing tells. So where [#address()] is empty, show the opened key's address and let the user
/// confirm it.
public final class Keystore {
  /// Longest file that is read, in bytes.
  public static final int MOST_BYTES = 64 * 1024;

  private static final int KEY_BYTES = 32;

  private final Optional<Address> address;
  private final KeystoreCipher cipher;
  private final KdfParams kdf;
  private final Parts parts;

  /// @param iv 16 bytes
  /// @param mac 32 bytes
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Parts(byte[] ciphertext, byte[] iv, byte[] mac) {}

  Keystore(Optional<Address> address, KeystoreCipher cipher, KdfParams kdf, Parts parts) {
    this.address = address;
    this.cipher = cipher;
    this.kdf = kdf;
    this.parts = parts;
  }

  /// Reads a file's bytes; derives nothing.
  ///
  /// @throws WalletException `bad-keystore`, `kdf-out-of-bounds`
  public static Keystore parse(byte[] file) {
    return KeystoreReader.read(Fields.parse(file, MOST_BYTES));
  }

  /// As above, from a file.
  ///
  /// @throws WalletException also `keystore-unreadable`
  public static Keystore read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return parse(in.readNBytes(MOST_BYTES + 1));
    } catch (IOException e) {
      throw new WalletException("keystore-unreadable", "the keystore file could not be read", e);
    }
  }

  /// The address that the file tells, if it does; unproven until opened.
  public Optional<Address> address() {
    return address;
  }

  /// Derives, checks the mac, and decrypts; takes about a second, or many for a costly file. The
  /// password stays the caller's to close; so does the key.
  ///
  /// @param progress from this thread; interrupt it to cancel
  /// @throws WalletException `wrong-password`, `keystore-address-differs`, `bad-keystore` for a key
  ///   outside 1..n-1, `kdf-needs-memory`, `cancelled`
  public PrivateKey open(KeystorePassword password, Progress progress) {
    return open(password, progress, new KeystoreKdf());
  }

  /// @param slow the derivation; a test counts its calls
  PrivateKey open(KeystorePassword password, Progress progress, Kdf slow) {
    List<SecretBytes> forms = password.forms();
    for (int i = 0; i < forms.size(); i++) {
      Progress share = progress.span((double) i / forms.size(), (i + 1.0) / forms.size());
      try (SecretBytes derived = slow.derive(forms.get(i), kdf, share)) {
        if (derived.use(this::authentic)) {
          return decrypt(derived);
        }
      }
    }
    throw new WalletException("wrong-password", "the password does not open this keystore");
  }

  private boolean authentic(byte[] derived) {
    byte[] mac = KeystoreCipher.mac(derived, parts.ciphertext());
    return MessageDigest.isEqual(mac, parts.mac());
  }

  private PrivateKey decrypt(SecretBytes derived) {
    try (SecretBytes plain = derived.use(d -> cipher.decrypt(d, parts.iv(), parts.ciphertext()))) {
      PrivateKey key = plain.use(Keystore::padded);
      if (address.isPresent() && !address.get().equals(key.address())) {
        key.close();
        throw new WalletException(
            "keystore-address-differs", "the keystore's key is not that of its address");
      }
      return key;
    }
  }

  /// Some wallets wrote keys without their leading zeros.
  private static PrivateKey padded(byte[] plain) {
    if (plain.length > KEY_BYTES) {
      throw Refusal.bad("its key is too long");
    }
    byte[] key = new byte[KEY_BYTES];
    try {
      System.arraycopy(plain, 0, key, KEY_BYTES - plain.length, plain.length);
      return PrivateKey.of(key);
    } catch (WalletException e) {
      throw Refusal.bad("its key is not a number from 1 to n-1");
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  @Override
  public String toString() {
    return "Keystore[" + address.map(Address::toString).orElse("no address") + "]";
  }
}

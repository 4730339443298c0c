package io.belay.keystore.v3;

import io.belay.base.Address;
import io.belay.base.WalletException;
import java.util.Optional;

/// From a keystore's fields to a [Keystore]; every bound is checked here, before any derivation.
final class KeystoreReader {
  private KeystoreReader() {}

  /// @throws WalletException `bad-keystore`, `kdf-out-of-bounds`
  static Keystore read(Fields file) {
    KeystoreCipher wanted = cipher(file.version());
    Fields crypto = file.object("crypto");
    if (!crypto.text("cipher").equals(wanted.word())) {
      throw Refusal.bad("another cipher than " + wanted.word());
    }
    Keystore.Parts parts =
        new Keystore.Parts(
            crypto.hex("ciphertext"), crypto.object("cipherparams").hex("iv"), crypto.hex("mac"));
    check(wanted, parts);
    return new Keystore(address(file), wanted, kdf(crypto), parts);
  }

  private static KeystoreCipher cipher(long version) {
    if (version == 3) {
      return KeystoreCipher.CTR;
    }
    if (version == 1) {
      return KeystoreCipher.CBC;
    }
    throw Refusal.bad("no version 1 or 3");
  }

  private static void check(KeystoreCipher cipher, Keystore.Parts parts) {
    if (!cipher.fits(parts.ciphertext().length)
        || parts.iv().length != KeystoreCipher.BLOCK
        || parts.mac().length != 32) {
      throw Refusal.bad("ciphertext, iv or mac of another length");
    }
  }

  private static Optional<Address> address(Fields file) {
    try {
      return file.optionalHex("address").map(Address::of);
    } catch (WalletException e) {
      throw Refusal.bad("its address is none");
    }
  }

  private static KdfParams kdf(Fields crypto) {
    Fields params = crypto.object("kdfparams");
    int length = bounded(params.number("dklen"));
    byte[] salt = params.hex("salt");
    return switch (crypto.text("kdf")) {
      case "scrypt" -> {
        ScryptCost cost = ScryptCost.of(params.number("n"), params.number("r"), params.number("p"));
        yield new KdfParams.ScryptParams(cost, salt, length);
      }
      case "pbkdf2" -> {
        if (!params.text("prf").equals("hmac-sha256")) {
          throw Refusal.bad("another prf than hmac-sha256");
        }
        yield new KdfParams.Pbkdf2Params(bounded(params.number("c")), salt, length);
      }
      default -> throw Refusal.bad("another kdf than scrypt or pbkdf2");
    };
  }

  private static int bounded(long number) {
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw Refusal.outOfBounds();
    }
    return (int) number;
  }
}

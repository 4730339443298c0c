package io.belay.keystore.hd;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.keystore.secret.SecretBytes;
import io.belay.keystore.secret.SecretText;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/// The 64 bytes that all keys of a mnemonic come from (BIP-39, "From mnemonic to seed").
public final class Seed implements AutoCloseable {
  private static final int ROUNDS = 2048;
  private static final int BITS = 512;

  private final SecretBytes bytes;

  private Seed(SecretBytes bytes) {
    this.bytes = bytes;
  }

  /// PBKDF2-HMAC-SHA512, 2048 rounds, over the words and "mnemonic" and the passphrase; some
  /// milliseconds.
  public static Seed of(Mnemonic mnemonic) {
    byte[] prefix = "mnemonic".getBytes(StandardCharsets.US_ASCII);
    try (SecretBytes words = phrase(mnemonic);
        SecretBytes passphrase =
            mnemonic.passphrase().orElseGet(() -> SecretBytes.copyOf(new byte[0]))) {
      return new Seed(words.use(w -> passphrase.use(p -> stretch(w, join(prefix, p)))));
    }
  }

  private static SecretBytes stretch(byte[] words, byte[] salt) {
    PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA512Digest());
    generator.init(words, salt, ROUNDS);
    // the generator keeps the salt by reference: wipe it only afterwards
    byte[] seed = ((KeyParameter) generator.generateDerivedParameters(BITS)).getKey();
    Arrays.fill(salt, (byte) 0);
    return SecretBytes.moveFrom(seed);
  }

  /// The sentence in NFKD, where an ideographic space is a space; the lists are in NFKD already.
  private static SecretBytes phrase(Mnemonic mnemonic) {
    List<char[]> words = mnemonic.words();
    char[] sentence = new char[words.stream().mapToInt(word -> word.length + 1).sum() - 1];
    int at = 0;
    for (char[] word : words) {
      if (at > 0) {
        sentence[at++] = ' ';
      }
      System.arraycopy(word, 0, sentence, at, word.length);
      at += word.length;
      Arrays.fill(word, '\0');
    }
    try {
      return SecretText.encode(sentence, Normalizer.Form.NFKD);
    } finally {
      Arrays.fill(sentence, '\0');
    }
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  /// The private key at a path, 32 bytes; the caller closes it.
  ///
  /// @throws WalletException `bad-derivation` where BIP-32 has no key (chance about 2^-127)
  public SecretBytes privateKey(HdPath path) {
    try (ExtendedKey master = bytes.use(ExtendedKey::master);
        ExtendedKey key = master.derive(path)) {
      return key.privateKey();
    }
  }

  /// The address of the key at a path.
  ///
  /// @throws WalletException `bad-derivation` where BIP-32 has no key
  public Address address(HdPath path) {
    try (SecretBytes key = privateKey(path)) {
      return key.use(PublicKey::address);
    }
  }

  /// A copy of the 64 bytes; the caller closes it.
  public SecretBytes bytes() {
    return bytes.copy();
  }

  /// Wipes the seed.
  @Override
  public void close() {
    bytes.close();
  }

  @Override
  public String toString() {
    return "Seed[redacted]";
  }
}

package io.belay.keystore.hd;

import io.belay.base.WalletException;
import io.belay.keystore.secret.SecretBytes;
import io.belay.keystore.secret.SecretText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A BIP-39 mnemonic: entropy, shown as words of a language, and the passphrase if there is one.
/// The seed comes from the words, so the same entropy in another language is another wallet.
///
/// Holds its own copies; wiped on close.
public final class Mnemonic implements AutoCloseable {
  private final Language language;
  private final SecretBytes entropy;
  private final Optional<SecretBytes> passphrase;

  private Mnemonic(Language language, SecretBytes entropy, Optional<SecretBytes> passphrase) {
    this.language = language;
    this.entropy = entropy;
    this.passphrase = passphrase;
  }

  /// A new English mnemonic without passphrase.
  ///
  /// @param words 12, 15, 18, 21 or 24
  /// @throws WalletException `bad-mnemonic` for another count
  public static Mnemonic random(int words, SecureRandom random) {
    return random(words, Language.ENGLISH, random);
  }

  /// As above, in a language.
  public static Mnemonic random(int words, Language language, SecureRandom random) {
    checkCount(words);
    return new Mnemonic(language, SecretBytes.random(words * 4 / 3, random), Optional.empty());
  }

  /// Copies the entropy of English words.
  ///
  /// @param entropy 16, 20, 24, 28 or 32 bytes
  /// @throws WalletException `bad-mnemonic` for another length
  public static Mnemonic ofEntropy(SecretBytes entropy) {
    return ofEntropy(entropy, Language.ENGLISH);
  }

  /// As above, of words of a language.
  public static Mnemonic ofEntropy(SecretBytes entropy, Language language) {
    if (entropy.length() % 4 != 0 || entropy.length() < 16 || entropy.length() > 32) {
      throw new WalletException("bad-mnemonic", "entropy has 16, 20, 24, 28 or 32 bytes");
    }
    return new Mnemonic(language, entropy.copy(), Optional.empty());
  }

  /// Reads words parted by white space, in either case, in whatever language has them all. The
  /// caller still owns, and wipes, the characters.
  ///
  /// @throws WalletException `bad-mnemonic` for a wrong count, an unknown word (the message names
  ///   its place, never the word) or a wrong checksum; `which-language` where two languages fit
  public static Mnemonic parse(char[] phrase) {
    try (PhraseReader reader = PhraseReader.whole(phrase)) {
      return new LanguageGuess(reader).read();
    }
  }

  /// As above, in one language.
  public static Mnemonic parse(char[] phrase, Language language) {
    try (PhraseReader reader = PhraseReader.whole(phrase)) {
      return read(reader, language);
    }
  }

  static Mnemonic read(PhraseReader reader, Language language) {
    int[] indexes = reader.indexes(language);
    try {
      SecretBytes entropy = SecretBytes.moveFrom(WordBits.entropy(indexes));
      return new Mnemonic(language, entropy, Optional.empty());
    } finally {
      Arrays.fill(indexes, 0);
    }
  }

  /// The language of its words.
  public Language language() {
    return language;
  }

  static void checkCount(int words) {
    if (words < 12 || words > 24 || words % 3 != 0) {
      throw new WalletException(
          "bad-mnemonic", "a mnemonic has 12, 15, 18, 21 or 24 words, not " + words);
    }
  }

  /// The same words with a passphrase (NFKD, as BIP-39 wants); an empty one is none. This mnemonic
  /// stays open and unchanged.
  public Mnemonic withPassphrase(char[] text) {
    Optional<SecretBytes> encoded =
        text.length == 0
            ? Optional.empty()
            : Optional.of(SecretText.encode(text, Normalizer.Form.NFKD));
    return new Mnemonic(language, entropy.copy(), encoded);
  }

  /// As above, from the encoded bytes, which are copied.
  public Mnemonic withPassphrase(SecretBytes utf8) {
    return new Mnemonic(language, entropy.copy(), Optional.of(utf8.copy()));
  }

  /// An independent copy with its own life.
  public Mnemonic copy() {
    return new Mnemonic(language, entropy.copy(), passphrase.map(SecretBytes::copy));
  }

  /// Number of words.
  public int size() {
    return entropy.length() * 3 / 4;
  }

  /// The words, each in an array of its own that the caller should wipe.
  public List<char[]> words() {
    WordList list = WordList.of(language);
    int[] indexes = entropy.use(WordBits::indexes);
    List<char[]> words = new ArrayList<>(indexes.length);
    for (int index : indexes) {
      words.add(list.word(index).toCharArray());
    }
    Arrays.fill(indexes, 0);
    return words;
  }

  /// Writes the words parted by single spaces, ideographic ones in Japanese.
  public void writeTo(Appendable out) {
    WordList list = WordList.of(language);
    int[] indexes = entropy.use(WordBits::indexes);
    try {
      for (int i = 0; i < indexes.length; i++) {
        out.append(i == 0 ? "" : language.separator()).append(list.word(indexes[i]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the words could not be written", e);
    } finally {
      Arrays.fill(indexes, 0);
    }
  }

  /// The seed that keys come from; the caller closes it.
  public Seed seed() {
    return Seed.of(this);
  }

  /// A copy of the entropy; the caller closes it.
  public SecretBytes entropy() {
    return entropy.copy();
  }

  /// A copy of the passphrase's bytes, if there is one; the caller closes it.
  public Optional<SecretBytes> passphrase() {
    return passphrase.map(SecretBytes::copy);
  }

  /// Wipes entropy and passphrase.
  @Override
  public void close() {
    entropy.close();
    passphrase.ifPresent(SecretBytes::close);
  }

  @Override
  public String toString() {
    return "Mnemonic[" + size() + " words, redacted]";
  }
}

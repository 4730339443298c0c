package io.belay.keystore.hd;

import io.belay.base.WalletException;
import io.belay.keystore.secret.SecretText;
import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Typed words, cut apart in lower case and NFKD, and looked up without making a `String` of any
/// that is plain ASCII.
final class PhraseReader implements AutoCloseable {
  private static final int MOST_WORDS = 24;

  private final char[] text;
  private final List<CharBuffer> words = new ArrayList<>();

  /// @throws WalletException `bad-mnemonic` for a wrong count of words
  PhraseReader(char[] phrase) {
    text = SecretText.normalised(phrase, Normalizer.Form.NFKD);
    for (int i = 0; i < text.length; i++) {
      text[i] = Character.toLowerCase(text[i]);
    }
    int count = 0;
    for (int start = next(0, false); start < text.length; count++) {
      int end = next(start, true);
      if (count < MOST_WORDS) {
        words.add(CharBuffer.wrap(text, start, end - start));
      }
      start = next(end, false);
    }
    try {
      Mnemonic.checkCount(count);
    } catch (WalletException e) {
      close();
      throw e;
    }
  }

  /// How many of the words a language has.
  long known(Language language) {
    WordList list = WordList.of(language);
    return words.stream().filter(list::has).count();
  }

  int count() {
    return words.size();
  }

  /// Word indexes in order; the caller wipes them.
  ///
  /// @throws WalletException `bad-mnemonic` for an unknown word, named by its place
  int[] indexes(Language language) {
    WordList list = WordList.of(language);
    int[] found = new int[words.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = list.indexOf(words.get(i));
      if (found[i] < 0) {
        Arrays.fill(found, 0);
        throw new WalletException(
            "bad-mnemonic", "word " + (i + 1) + " is not in the " + language.title() + " list");
      }
    }
    return found;
  }

  /// First place from here on whose being white space equals `space`, or the end.
  private int next(int from, boolean space) {
    int at = from;
    while (at < text.length && Character.isWhitespace(text[at]) != space) {
      at++;
    }
    return at;
  }

  @Override
  public void close() {
    Arrays.fill(text, '\0');
  }
}

package io.belay.keystore.hd;

import io.belay.base.WalletException;
import io.belay.keystore.secret.SecretText;
import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Typed words, cut apart in lower case and NFKD, and looked up without making a `String` of any
/// that is plain ASCII.
final class PhraseReader implements AutoCloseable {
  private final char[] text;
  private final List<CharBuffer> words = new ArrayList<>();

  PhraseReader(char[] phrase) {
    text = SecretText.normalised(phrase, Normalizer.Form.NFKD);
    for (int i = 0; i < text.length; i++) {
      text[i] = Character.toLowerCase(text[i]);
    }
    for (int start = next(0, false); start < text.length; ) {
      int end = next(start, true);
      words.add(CharBuffer.wrap(text, start, end - start));
      start = next(end, false);
    }
  }

  /// As typed to be used, not only looked at.
  ///
  /// @throws WalletException `bad-mnemonic` for a wrong count of words
  static PhraseReader whole(char[] phrase) {
    PhraseReader reader = new PhraseReader(phrase);
    try {
      Mnemonic.checkCount(reader.count());
      return reader;
    } catch (WalletException e) {
      reader.close();
      throw e;
    }
  }

  /// The language that has most of the words, the first of several.
  Language nearest() {
    return Stream.of(Language.values())
        .max(Comparator.comparingLong(this::known).thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  /// Places, from 1, of the words that a language has not.
  List<Integer> unknown(Language language) {
    WordList list = WordList.of(language);
    return IntStream.range(0, words.size())
        .filter(i -> !list.has(words.get(i)))
        .mapToObj(i -> i + 1)
        .toList();
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

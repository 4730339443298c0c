package io.belay.keystore.hd;

import io.belay.base.WalletException;
import java.nio.CharBuffer;
import java.util.Arrays;

/// Cuts typed words apart and looks each up, without making a `String` of any.
final class PhraseReader {
  private static final int MOST_WORDS = 24;

  private PhraseReader() {}

  /// Word indexes in order.
  ///
  /// @throws WalletException `bad-mnemonic` for a wrong count or an unknown word
  static int[] indexes(char[] phrase, WordList list) {
    char[] text = lowerCase(phrase);
    int[] found = new int[MOST_WORDS];
    int count = 0;
    try {
      for (int start = next(text, 0, false); start < text.length; count++) {
        int end = next(text, start, true);
        if (count < MOST_WORDS) {
          found[count] = index(CharBuffer.wrap(text, start, end - start), list, count + 1);
        }
        start = next(text, end, false);
      }
      Mnemonic.checkCount(count);
      return Arrays.copyOf(found, count);
    } finally {
      Arrays.fill(text, '\0');
      Arrays.fill(found, 0);
    }
  }

  private static int index(CharBuffer word, WordList list, int place) {
    int index = list.indexOf(word);
    if (index < 0) {
      throw new WalletException("bad-mnemonic", "word " + place + " is not in the English list");
    }
    return index;
  }

  private static char[] lowerCase(char[] phrase) {
    char[] text = new char[phrase.length];
    for (int i = 0; i < phrase.length; i++) {
      text[i] = Character.toLowerCase(phrase[i]);
    }
    return text;
  }

  /// First place from here on whose being white space equals `space`, or the end.
  private static int next(char[] text, int from, boolean space) {
    int at = from;
    while (at < text.length && Character.isWhitespace(text[at]) != space) {
      at++;
    }
    return at;
  }
}

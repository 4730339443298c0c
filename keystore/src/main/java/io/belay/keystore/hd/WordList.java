package io.belay.keystore.hd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The 2048 words of one BIP-39 language. Public knowledge, so plain strings.
final class WordList {
  static final int SIZE = 2048;

  private final List<String> words;
  private final Map<CharBuffer, Integer> places = new HashMap<>();

  private WordList(List<String> words) {
    this.words = words;
    for (int i = 0; i < words.size(); i++) {
      places.put(CharBuffer.wrap(words.get(i)), i);
    }
  }

  /// The English list, as bitcoin/bips publishes it.
  static WordList english() {
    try (InputStream in = WordList.class.getResourceAsStream("english.txt")) {
      if (in == null) {
        throw new IllegalStateException("english.txt is missing from the jar");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return new WordList(text.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("english.txt cannot be read", e);
    }
  }

  String word(int index) {
    return words.get(index);
  }

  /// Place of a word, or -1; compares without making a `String` of it.
  int indexOf(CharBuffer word) {
    return places.getOrDefault(word, -1);
  }
}

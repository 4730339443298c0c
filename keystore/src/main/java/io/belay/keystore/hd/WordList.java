package io.belay.keystore.hd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The 2048 words of one BIP-39 language, as bitcoin/bips publishes them, in NFKD. Public
/// knowledge, so plain strings.
public final class WordList {
  static final int SIZE = 2048;

  private static final Map<Language, WordList> READ = new EnumMap<>(Language.class);

  private final List<String> words;
  private final Map<CharBuffer, Integer> places = new HashMap<>();

  private WordList(List<String> words) {
    this.words = words;
    for (int i = 0; i < words.size(); i++) {
      places.put(CharBuffer.wrap(words.get(i)), i);
    }
  }

  /// The list of a language, read at its first use.
  public static WordList of(Language language) {
    synchronized (READ) {
      return READ.computeIfAbsent(language, WordList::read);
    }
  }

  private static WordList read(Language language) {
    String file = language.word() + ".txt";
    try (InputStream in = WordList.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the jar");
      }
      return new WordList(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  String word(int index) {
    return words.get(index);
  }

  /// Place of a word, or -1; compares without making a `String` of it.
  int indexOf(CharBuffer word) {
    return places.getOrDefault(word, -1);
  }

  /// Whether it has a word, which is in lower case and NFKD.
  public boolean has(CharBuffer word) {
    return places.containsKey(word);
  }

  /// Words that begin so, in the list's order, for completion while typing.
  ///
  /// @param start in lower case and NFKD; an empty one has no completion
  /// @param most how many at most
  public List<String> startingWith(CharBuffer start, int most) {
    return start.isEmpty()
        ? List.of()
        : words.stream().filter(word -> begins(word, start)).limit(most).toList();
  }

  private static boolean begins(String word, CharBuffer start) {
    if (word.length() < start.length()) {
      return false;
    }
    for (int i = 0; i < start.length(); i++) {
      if (word.charAt(i) != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}

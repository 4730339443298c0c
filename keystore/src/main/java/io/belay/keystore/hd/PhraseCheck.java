package io.belay.keystore.hd;

import io.belay.base.WalletException;
import java.util.List;

/// What can be said of a mnemonic while it is typed; says no word of it.
///
/// @param language the one that has most of the words
/// @param count of the words so far
/// @param unknown places, from 1, of words that the language has not; the last one may be half
///   typed
/// @param fits whether it is a whole mnemonic with a right checksum
public record PhraseCheck(Language language, int count, List<Integer> unknown, boolean fits) {
  /// Copies the places.
  public PhraseCheck {
    unknown = List.copyOf(unknown);
  }

  /// Looks at what is typed; the caller still owns, and wipes, the characters.
  public static PhraseCheck of(char[] phrase) {
    try (PhraseReader reader = new PhraseReader(phrase)) {
      Language language = reader.nearest();
      List<Integer> unknown = reader.unknown(language);
      return new PhraseCheck(language, reader.count(), unknown, fits(phrase));
    }
  }

  private static boolean fits(char[] phrase) {
    try {
      Mnemonic.parse(phrase).close();
      return true;
    } catch (WalletException e) {
      return e.code().equals("which-language");
    }
  }
}

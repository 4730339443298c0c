package io.belay.keystore.hd;

import io.belay.base.WalletException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Finds the language of typed words. Lists share words (Chinese most of all), so several may have
/// them all; the checksum then decides, and where even that fits twice the user must say.
final class LanguageGuess {
  private final PhraseReader reader;

  LanguageGuess(PhraseReader reader) {
    this.reader = reader;
  }

  Mnemonic read() {
    List<Language> whole =
        Stream.of(Language.values())
            .filter(language -> reader.known(language) == reader.count())
            .toList();
    return switch (whole.size()) {
      case 0 -> Mnemonic.read(reader, reader.nearest()); // fails, naming the word
      case 1 -> Mnemonic.read(reader, whole.getFirst());
      default -> decide(whole);
    };
  }

  private Mnemonic decide(List<Language> candidates) {
    List<Mnemonic> fitting = new ArrayList<>();
    for (Language language : candidates) {
      try {
        fitting.add(Mnemonic.read(reader, language));
      } catch (WalletException e) {
        // the checksum fits another
      }
    }
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    fitting.forEach(Mnemonic::close);
    if (fitting.isEmpty()) {
      return Mnemonic.read(reader, candidates.getFirst()); // fails on the checksum
    }
    throw new WalletException(
        "which-language",
        "these words are a mnemonic in several languages: say which of "
            + String.join(", ", candidates.stream().map(Language::word).toList()));
  }
}

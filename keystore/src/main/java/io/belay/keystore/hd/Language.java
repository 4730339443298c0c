package io.belay.keystore.hd;

import io.belay.base.WalletException;
import java.util.Arrays;
import java.util.Locale;

/// The languages that BIP-39 has word lists for.
public enum Language {
  /// English: what nearly every wallet takes.
  ENGLISH,
  /// Japanese; its words are shown parted by ideographic spaces.
  JAPANESE,
  /// Korean.
  KOREAN,
  /// Spanish.
  SPANISH,
  /// Chinese, simplified.
  CHINESE_SIMPLIFIED,
  /// Chinese, traditional.
  CHINESE_TRADITIONAL,
  /// French.
  FRENCH,
  /// Italian.
  ITALIAN,
  /// Czech.
  CZECH,
  /// Portuguese.
  PORTUGUESE;

  /// Its name in files and on the command line, such as `chinese-simplified`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Its name in English, such as `Chinese (simplified)`.
  public String title() {
    return switch (this) {
      case CHINESE_SIMPLIFIED -> "Chinese (simplified)";
      case CHINESE_TRADITIONAL -> "Chinese (traditional)";
      default -> name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    };
  }

  /// What parts the words where they are shown.
  String separator() {
    return this == JAPANESE ? "\u3000" : " ";
  }

  /// Reads [#word()], in either case.
  ///
  /// @throws WalletException `unknown-language`
  public static Language of(String word) {
    return Arrays.stream(values())
        .filter(language -> language.word().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(() ->
            new WalletException(
                "unknown-language",
                "the languages are "
                    + String.join(", ", Arrays.stream(values()).map(Language::word).toList())));
  }
}

package io.belay.keystore.hd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.keystore.Vectors;
import io.belay.keystore.secret.SecretBytes;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class LanguageTest {
  /// The language that ethers names so.
  static Language ofEthers(String locale) {
    return switch (locale) {
      case "cz" -> Language.CZECH;
      case "en" -> Language.ENGLISH;
      case "es" -> Language.SPANISH;
      case "fr" -> Language.FRENCH;
      case "it" -> Language.ITALIAN;
      case "ja" -> Language.JAPANESE;
      case "ko" -> Language.KOREAN;
      case "pt" -> Language.PORTUGUESE;
      case "zh_cn" -> Language.CHINESE_SIMPLIFIED;
      case "zh_tw" -> Language.CHINESE_TRADITIONAL;
      default -> throw new AssertionError("unknown locale " + locale);
    };
  }

  /// SHA-256 of the lists of bitcoin/bips, which are in NFKD and end each line with a line feed.
  @ParameterizedTest
  @CsvSource({
    "ENGLISH, 2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda",
    "JAPANESE, 2eed0aef492291e061633d7ad8117f1a2b03eb80a29d0e4e3117ac2528d05ffd",
    "KOREAN, 9e95f86c167de88f450f0aaf89e87f6624a57f973c67b516e338e8e8b8897f60",
    "SPANISH, 46846a5a0139d1e3cb77293e521c2865f7bcdb82c44e8d0a06a2cd0ecba48c0b",
    "CHINESE_SIMPLIFIED, 5c5942792bd8340cb8b27cd592f1015edf56a8c5b26276ee18a482428e7c5726",
    "CHINESE_TRADITIONAL, 417b26b3d8500a4ae3d59717d7011952db6fc2fb84b807f3f94ac734e89c1b5f",
    "FRENCH, ebc3959ab7801a1df6bac4fa7d970652f1df76b683cd2f4003c941c63d517e59",
    "ITALIAN, d392c49fdb700a24cd1fceb237c1f65dcc128f6b34a8aacb58b59384b5c648c2",
    "CZECH, 7e80e161c3e93d9554c2efb78d4e3cebf8fc727e9c52e03b83b94406bdcc95fc",
    "PORTUGUESE, 2685e9c194c82ae67e10ba59d9ea5345a23dc093e92276fc5361f6667d79cd3f",
  })
  void theListIsThePublishedOne(Language language, String digest) throws Exception {
    byte[] list = WordList.class.getResourceAsStream(language.word() + ".txt").readAllBytes();
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list)))
        .isEqualTo(digest);
    assertThat(new String(list, StandardCharsets.UTF_8).lines())
        .hasSize(WordList.SIZE)
        .doesNotHaveDuplicates()
        .allMatch(word -> Normalizer.isNormalized(word, Normalizer.Form.NFKD));
  }

  @Tag("long")
  @Test
  void theListsAreTheOnesOfEthers() {
    int lists = 0;
    for (JsonNode row : Vectors.read("ethers-v6/wordlists.json.gz")) {
      WordList ours = WordList.of(ofEthers(row.path("locale").stringValue()));
      String content = row.path("content").stringValue();
      // the Chinese lists are written without separators, a character a word
      List<String> theirs =
          content.contains("\n")
              ? content.lines().toList()
              : content.codePoints().mapToObj(Character::toString).toList();
      for (int i = 0; i < WordList.SIZE; i++) {
        assertThat(ours.word(i))
            .isEqualTo(Normalizer.normalize(theirs.get(i), Normalizer.Form.NFKD));
      }
      lists++;
    }
    Vectors.count("word lists of ethers", lists);
    assertThat(lists).isEqualTo(9);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void wordsReadBackAsTheyAreShownAndComposed(Language language) {
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < 20; i++) {
      try (Mnemonic made = Mnemonic.random(24, language, random);
          SecretBytes entropy = made.entropy()) {
        StringBuilder shown = new StringBuilder();
        made.writeTo(shown);
        // keyboards write accents and kana composed
        String typed = Normalizer.normalize(shown, Normalizer.Form.NFC);
        for (String text : List.of(shown.toString(), typed)) {
          try (Mnemonic read = Mnemonic.parse(text.toCharArray(), language);
              SecretBytes again = read.entropy()) {
            assertThat(again.use(byte[]::clone)).isEqualTo(entropy.use(byte[]::clone));
            assertThat(read.language()).isEqualTo(language);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theLanguageIsFoundByTheWords(Language language) {
    int found = 0;
    for (int i = 0; i < 20; i++) {
      try (Mnemonic made = Mnemonic.random(24, language, new SecureRandom())) {
        StringBuilder shown = new StringBuilder();
        made.writeTo(shown);
        try (Mnemonic read = Mnemonic.parse(shown.toString().toCharArray())) {
          assertThat(read.language()).isEqualTo(language);
          found++;
        }
      }
    }
    assertThat(found).isEqualTo(20);
  }

  /// The Chinese lists share many words, at other places.
  @Test
  void wordsOfTwoLanguagesAreAskedAbout() {
    String shared = sharedMnemonic();
    assertThatThrownBy(() -> Mnemonic.parse(shared.toCharArray()))
        .hasMessageContaining("chinese-simplified, chinese-traditional")
        .extracting("code")
        .isEqualTo("which-language");
  }

  /// Searches words that both lists have, in an order whose checksum fits both.
  static String sharedMnemonic() {
    WordList simple = WordList.of(Language.CHINESE_SIMPLIFIED);
    WordList traditional = WordList.of(Language.CHINESE_TRADITIONAL);
    List<String> both =
        java.util.stream.IntStream.range(0, WordList.SIZE)
            .mapToObj(simple::word)
            .filter(word -> traditional.has(CharBuffer.wrap(word)))
            .toList();
    for (int i = 0; i + 12 <= both.size(); i++) {
      String phrase = String.join(" ", both.subList(i, i + 12));
      if (fits(phrase, Language.CHINESE_SIMPLIFIED) && fits(phrase, Language.CHINESE_TRADITIONAL)) {
        return phrase;
      }
    }
    throw new AssertionError("no phrase fits both");
  }

  private static boolean fits(String phrase, Language language) {
    try (Mnemonic read = Mnemonic.parse(phrase.toCharArray(), language)) {
      return read.size() == 12;
    } catch (io.belay.base.WalletException e) {
      return false;
    }
  }

  @Test
  void aWrongWordIsNamedInTheNearestLanguage() {
    String french = "abaisser ".repeat(11) + "hunter2";
    assertThatThrownBy(() -> Mnemonic.parse(french.toCharArray()))
        .hasMessage("word 12 is not in the French list");
  }

  @Test
  void whatIsTypedSoFarIsJudged() {
    assertThat(PhraseCheck.of(new char[0]))
        .isEqualTo(new PhraseCheck(Language.ENGLISH, 0, List.of(), false));
    assertThat(PhraseCheck.of("abandon  hunter2 zoo abou".toCharArray()))
        .isEqualTo(new PhraseCheck(Language.ENGLISH, 4, List.of(2, 4), false));
    String whole = "abandon ".repeat(11) + "about";
    assertThat(PhraseCheck.of(whole.toCharArray()).fits()).isTrue();
    assertThat(PhraseCheck.of((whole + " zoo").toCharArray()).fits()).isFalse();
    String japanese = "あいこくしん\u3000".repeat(11) + "あおぞら";
    assertThat(PhraseCheck.of(japanese.toCharArray()).language()).isEqualTo(Language.JAPANESE);
  }

  @Test
  void wordsAreCompleted() {
    WordList list = WordList.of(Language.ENGLISH);
    assertThat(list.startingWith(CharBuffer.wrap("zo"), 5)).containsExactly("zone", "zoo");
    assertThat(list.startingWith(CharBuffer.wrap("ab"), 3))
        .containsExactly("abandon", "ability", "able");
    assertThat(list.startingWith(CharBuffer.wrap(""), 3)).isEmpty();
    assertThat(list.startingWith(CharBuffer.wrap("zoology"), 3)).isEmpty();
  }

  @Test
  void languagesAreNamed() {
    assertThat(Language.of(" Chinese-Simplified ")).isEqualTo(Language.CHINESE_SIMPLIFIED);
    assertThat(Language.CHINESE_SIMPLIFIED.title()).isEqualTo("Chinese (simplified)");
    assertThat(Language.CZECH.title()).isEqualTo("Czech");
    assertThatThrownBy(() -> Language.of("klingon"))
        .hasMessageStartingWith("the languages are english, japanese")
        .extracting("code")
        .isEqualTo("unknown-language");
  }
}

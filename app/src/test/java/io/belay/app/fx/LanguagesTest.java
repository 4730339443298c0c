package io.belay.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The window speaks five languages, each of them whole.
class LanguagesTest {
  private static final Path BUNDLES = Path.of("src/main/resources/io/belay/app/i18n");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  /// What is put on the screen as it stands in the code.
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?:new (?:Label|Text|Button|CheckBox|RadioButton|Hyperlink|Tooltip)"
              + "|setText|setPromptText|setAccessibleText|setAccessibleHelp|setTitle"
              + "|Build\\.(?:label|wrapped|button))\\(\\s*\"([^\"]*)\"");

  private static final Set<String> SAME_EVERYWHERE = Set.of("Apache-2.0", "0x02f8…");

  private static List<String> english() {
    try (Stream<Path> files = Files.list(BUNDLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".properties") && !name.contains("_"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties read(String file) {
    Properties texts = new Properties();
    try (Reader in = Files.newBufferedReader(BUNDLES.resolve(file), StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(found -> found.group()).sorted().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "ja", "ar"})
  void everyTextIsThereWithAllItsPlaces(String tag) {
    assertThat(english()).hasSizeGreaterThan(9);
    for (String name : english()) {
      Properties texts = read(name);
      Properties told = read(name.replace(".properties", "_" + tag + ".properties"));
      assertThat(told.stringPropertyNames())
          .as(name + " in " + tag)
          .containsExactlyInAnyOrderElementsOf(texts.stringPropertyNames());
      for (String key : texts.stringPropertyNames()) {
        assertThat(places(told.getProperty(key)))
            .as(key + " in " + tag)
            .isEqualTo(places(texts.getProperty(key)));
        assertThat(told.getProperty(key).isBlank())
            .as(key + " in " + tag)
            .isEqualTo(texts.getProperty(key).isBlank());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "de, de, false",
    "de-AT, de, false",
    "ar-EG, ar, true",
    "ja, ja, false",
    "es-MX, es, false",
    "en-GB, en, false",
    "fr, en, false"
  })
  void aLanguageThereAreNoTextsInIsEnglishWhateverTheComputerSpeaks(
      String asked, String spoken, boolean fromTheRight) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      Words words = new Words(Locale.forLanguageTag(asked));
      assertThat(words.locale()).isEqualTo(Locale.forLanguageTag(spoken));
      assertThat(words.isRightToLeft()).isEqualTo(fromTheRight);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyLanguageIsOfferedWhereItCanBeShown() {
    assertThat(Words.languages("Windows 11")).containsExactly("en", "de", "es", "ja", "ar");
    assertThat(Words.languages("Linux")).containsExactly("en", "de", "es", "ja");
  }

  @Test
  void noTextStandsInTheCode() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(LanguagesTest::isOfTheWindow).toList()) {
        Matcher literal = LITERAL.matcher(Files.readString(file));
        while (literal.find()) {
          String text = literal.group(1);
          boolean speaks = text.codePoints().filter(Character::isLetter).count() > 1;
          if (speaks && !SAME_EVERYWHERE.contains(text)) {
            texts.add(file.getFileName() + ": " + text);
          }
        }
      }
    }
    assertThat(texts).isEmpty();
  }

  /// The command line speaks English only: scripts read it.
  private static boolean isOfTheWindow(Path file) {
    return file.toString().endsWith(".java") && !file.toString().contains("/app/cli/");
  }
}

package io.belay.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.CssParser;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The binary form of a style sheet, which the toolkit reads in place of the text.
class StyleSheetsTest {
  private static URL theme(String name) {
    return Objects.requireNonNull(
        StyleSheetsTest.class.getResource("/io/belay/app/theme/" + name), name);
  }

  private static List<String> rules(Stylesheet sheet) {
    return sheet.getRules().stream().map(rule -> rule.getSelectors().toString()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "contrast", "belay", "parts"})
  void itSaysWhatTheTextSays(String name) throws Exception {
    Stylesheet text = new CssParser().parse(theme(name + ".css"));
    Stylesheet binary = Stylesheet.loadBinary(theme(name + ".bss"));
    assertThat(rules(binary)).isEqualTo(rules(text)).isNotEmpty();
  }

  /// Else run `packaging/build/StyleSheets.java`.
  @Test
  void theBinaryFormsAreMadeOfTheTextsAsTheyAre() throws Exception {
    MessageDigest sources = MessageDigest.getInstance("SHA-256");
    Pattern imports = Pattern.compile("@import \"([^\"]+)\";");
    for (String name : List.of("belay", "contrast", "dark", "light", "parts")) {
      String text =
          imports
              .matcher(text(theme(name + ".css")))
              .replaceAll(found ->
                  Matcher.quoteReplacement(
                      text(
                          Objects.requireNonNull(
                              StyleSheetsTest.class.getResource(found.group(1)), name))));
      sources.update(text.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(text(theme("sources.sha256")).strip())
        .isEqualTo(HexFormat.of().formatHex(sources.digest()));
  }

  private static String text(URL resource) {
    try (InputStream in = resource.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

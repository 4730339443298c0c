package io.belay.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.css.CssParser;
import javafx.css.Stylesheet;
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
}

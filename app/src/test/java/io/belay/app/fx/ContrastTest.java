package io.belay.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The colours of every theme can be told apart by ageing eyes: WCAG 2.2, success criteria 1.4.3
/// (text) and 1.4.11 (what is not text).
class ContrastTest {
  private static final Pattern TOKEN = Pattern.compile("-belay-([a-z-]+): (#[0-9A-Fa-f]{6});");
  private static final List<String> GROUNDS = List.of("bg", "surface", "raised", "subtle");
  private static final List<String> TEXTS = List.of("text", "muted", "faint");
  private static final List<String> LEVELS =
      List.of("proven", "agreed", "single", "stale", "disputed", "unknown");

  private static Map<String, Integer> tokens(String theme) throws IOException {
    Map<String, Integer> tokens = new HashMap<>();
    Path file = Path.of("src/main/resources/io/belay/app/theme", theme + ".css");
    Matcher token = TOKEN.matcher(Files.readString(file));
    while (token.find()) {
      tokens.put(token.group(1), Integer.decode(token.group(2)));
    }
    return tokens;
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static int colour(Map<String, Integer> tokens, String name) {
    return Optional.ofNullable(tokens.get(name)).orElseThrow();
  }

  private static double contrast(Map<String, Integer> tokens, String one, String other) {
    double a = luminance(colour(tokens, one));
    double b = luminance(colour(tokens, other));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static void atLeast(
      double least, Map<String, Integer> tokens, List<String> inks, List<String> grounds) {
    for (String ink : inks) {
      for (String ground : grounds) {
        assertThat(contrast(tokens, ink, ground)).as(ink + " on " + ground).isGreaterThan(least);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"light, 4.5, 3", "dark, 4.5, 3", "contrast, 7, 4.5"})
  void everyInkIsReadOnEveryGroundItStandsOn(String theme, double text, double edge)
      throws IOException {
    Map<String, Integer> tokens = tokens(theme);
    atLeast(text, tokens, TEXTS, GROUNDS);
    atLeast(text, tokens, LEVELS, GROUNDS);
    atLeast(text, tokens, List.of("accent"), GROUNDS);
    for (String level : LEVELS) {
      atLeast(text, tokens, List.of(level, "text", "muted"), List.of(level + "-bg"));
    }
    atLeast(text, tokens, List.of("text", "muted", "accent"), List.of("accent-bg"));
    atLeast(text, tokens, List.of("on-accent"), List.of("accent"));
    atLeast(text, tokens, List.of("on-danger"), List.of("disputed"));
    atLeast(edge, tokens, List.of("focus", "border-strong"), GROUNDS);
  }
}

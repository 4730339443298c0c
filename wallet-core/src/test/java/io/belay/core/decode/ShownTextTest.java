package io.belay.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.decode.ShownText.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTextTest {
  @Test
  void plainTextStaysAsItIs() {
    ShownText shown = ShownText.of("Grüße, 日本語　と مرحبا");
    assertThat(shown.text()).isEqualTo("Grüße, 日本語　と مرحبا");
    assertThat(shown.pieces()).hasSize(1);
    assertThat(shown.hiddenCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "202E, TURNS",
    "2066, TURNS",
    "200F, TURNS",
    "061C, TURNS",
    "200B, INVISIBLE",
    "00AD, INVISIBLE",
    "FEFF, INVISIBLE",
    "3164, INVISIBLE",
    "2800, INVISIBLE",
    "E0041, INVISIBLE",
    "FE0F, INVISIBLE",
    "0000, CONTROL",
    "000D, CONTROL",
    "0009, CONTROL",
    "0085, CONTROL",
    "00A0, BLANK",
    "2003, BLANK",
    "2028, BLANK"
  })
  void whatIsNotSeenIsMarkedAndCounted(String number, Kind kind) {
    ShownText shown = ShownText.of("a" + Character.toString(Integer.parseInt(number, 16)) + "b");
    assertThat(shown.hidden()).containsExactlyEntriesOf(java.util.Map.of(kind, 1));
    assertThat(shown.text()).isEqualTo("a‹U+" + number + "›b");
    assertThat(shown.pieces().get(1).isMark()).isTrue();
  }

  @Test
  void whatIsWrittenLikeAMarkIsNone() {
    assertThat(ShownText.of("‹U+202E›").pieces()).allMatch(piece -> !piece.isMark());
  }

  @Test
  void lineEndsAndBlanksBeforeThemAreSeen() {
    ShownText shown = ShownText.of("a  \nb \nc d ");
    assertThat(shown.text()).isEqualTo("a ·↵\nb·↵\nc d·");
    assertThat(shown.hiddenCount()).isZero();
  }

  @Test
  void anEmojiOfSeveralIsOne() {
    String family = "\uD83D\uDC68\u200D\uD83D\uDC67 \u2764\uFE0F";
    assertThat(ShownText.of(family).hiddenCount()).isZero();
    assertThat(ShownText.of("pay\u200Dpal").hiddenCount()).isEqualTo(1);
  }

  @Test
  void halfASurrogatePairIsMarked() {
    assertThat(ShownText.of("a\uD83D").hidden()).containsKey(Kind.INVISIBLE);
  }
}

package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fx.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KeysTest {
  @ParameterizedTest
  @CsvSource({
    "true, false, N, SEND",
    "true, false, L, LOCK",
    "true, false, ENTER, CONFIRM",
    "false, true, DIGIT2, ACTIVITY",
    "false, true, DIGIT6, NETWORKS",
    "false, true, DIGIT7, VAULT",
    "false, true, DIGIT0, SIGN",
    "false, false, F5, REFRESH",
    "false, false, ESCAPE, BACK"
  })
  void shortcutsMeanWhatTheTooltipsSay(boolean ctrl, boolean alt, KeyCode code, Keys meant) {
    assertThat(Keys.meant(ctrl, alt, code)).contains(meant);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyCode.class,
      names = {"N", "D", "L", "ENTER", "DIGIT1", "DIGIT2", "DIGIT3", "DIGIT4", "F5", "ESCAPE"})
  void altGrTypesAndIsNoShortcut(KeyCode code) {
    assertThat(Keys.meant(true, true, code)).isEmpty();
  }

  @Test
  void whatIsShownIsWhatWorks() {
    assertThat(Keys.LOCK.shown()).isEqualTo("Ctrl+L");
    assertThat(Keys.HIDE.shown()).isEqualTo("Ctrl+Shift+H");
    assertThat(Keys.PALETTE.shown()).isEqualTo("Ctrl+K");
    assertThat(Keys.FIND.shown()).isEqualTo("Ctrl+F");
    assertThat(Keys.HELP.shown()).isEqualTo("F1");
    assertThat(Keys.ACTIVITY.shown()).isEqualTo("Alt+2");
    assertThat(Keys.CONFIRM.shown()).isEqualTo("Ctrl+Enter");
    assertThat(Keys.values()).allSatisfy(key -> assertThat(key.shown()).isNotBlank());
  }

  @Test
  void everyPageHasADigit() {
    assertThat(Place.values()).allSatisfy(place -> assertThat(Keys.digit(place)).isPresent());
    assertThat(Keys.digit(Place.SIGN)).contains("0");
    assertThat(Keys.digit(Place.BOOK)).contains("4");
  }

  @Test
  void noTwoKeysAreTheSame() {
    List<String> shown =
        Arrays.stream(Keys.values())
            .flatMap(key -> Arrays.stream(key.shown().split(", ", -1)))
            .toList();
    assertThat(shown).doesNotHaveDuplicates();
  }

  @Test
  void everyKeyHasItsWords() {
    Words words = new Words(Locale.ENGLISH);
    assertThat(Keys.values())
        .allSatisfy(key ->
            assertThat(words.get("key." + key.name().toLowerCase(Locale.ROOT))).isNotBlank());
  }

  @Test
  void digitsMeanAccountsInTheirOrder() {
    assertThat(Keys.account(KeyCode.DIGIT1)).hasValue(0);
    assertThat(Keys.account(KeyCode.DIGIT9)).hasValue(8);
    assertThat(Keys.account(KeyCode.DIGIT0)).isEmpty();
    assertThat(Keys.account(KeyCode.A)).isEmpty();
  }

  @Test
  void enterAloneNeverConfirms() {
    assertThat(Keys.meant(false, false, KeyCode.ENTER)).isEmpty();
  }
}

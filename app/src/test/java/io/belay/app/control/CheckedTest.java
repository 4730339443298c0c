package io.belay.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.app.fx.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckedTest {
  private final Words words = new Words(Locale.ENGLISH);

  @Test
  void emptyFieldIsNeitherRightNorWrong() {
    Checked<?> read = Checked.address(" ", words);
    assertThat(read.value()).isEmpty();
    assertThat(read.problem()).isEmpty();
  }

  @Test
  void oneWrongDigitBreaksTheChecksum() {
    String right = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    assertThat(Checked.address(right, words).value()).isPresent();
    assertThat(Checked.address(right.replace("53F3E", "53F4E"), words).problem())
        .contains("a character is wrong");
  }

  @ParameterizedTest
  @CsvSource({"-1", "1e3", "0", "0.0", "abc", "0.1234567890123456789", "'1,000'"})
  void amountsAreOnlyPlainPositiveNumbers(String text) {
    Checked<?> read = Checked.amount(text, FakeSession.CHAIN.currency(), words);
    assertThat(read.value()).isEmpty();
    assertThat(read.problem()).isNotEmpty();
  }

  @Test
  void amountsKeepEveryDigit() {
    assertThat(Checked.amount("0.000000000000000001", FakeSession.CHAIN.currency(), words).value())
        .hasToString("Optional[0.000000000000000001 ETH]");
  }
}

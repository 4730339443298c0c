package io.belay.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.core.money.Wei;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
  private final Phrases phrases = new Phrases(new Words(Locale.ENGLISH));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4.181706|4.181706",
        "0.1|0.1",
        "1234567.5|1,234,567.5",
        "0.9999999|0.999999",
        "0.0000001|< 0.000001",
        "0|0"
      })
  void listsCutAndNeverRoundUp(String exact, String shown) {
    assertThat(Phrases.brief(FakeSession.CHAIN.currency(), FakeSession.ether(exact)))
        .isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0,0 s", "89,89 s", "90,2 min", "720,12 min", "7200,2 h"})
  void spansUseTheirLargestUnit(long seconds, String shown) {
    assertThat(phrases.span(Duration.ofSeconds(seconds))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {"0 0", "999 999", "1000 1,000", "23100412 23,100,412", "-999 -999", "-1000 -1,000"})
  void countsPartTheirThousands(long number, String shown) {
    assertThat(Phrases.count(number)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"-3,just now", "9,just now", "10,10 s ago", "59,50 s ago", "90,2 min ago"})
  void agesGoInSteps(long seconds, String shown) {
    Instant then = Instant.ofEpochSecond(1_000);
    assertThat(phrases.ago(then, then.plusSeconds(seconds))).isEqualTo(shown);
  }

  @Test
  void levelsCountOperators() {
    assertThat(known(new Observed.Agreed<>(1, FakeSession.evidence("a", "b"))))
        .isEqualTo("Agreed, 2 of 5 operators");
    assertThat(known(new Observed.Single<>(1, FakeSession.evidence("a"))))
        .isEqualTo("Single, one operator only");
    assertThat(known(new Observed.Stale<>(1, FakeSession.evidence("a"))))
        .isEqualTo("Stale, 6 s old");
    assertThat(known(new Observed.Disputed<>(List.of("a: 1", "b: 2"))))
        .isEqualTo("Disputed, 2 answers");
    assertThat(known(new Observed.Unknown<>("timeout"))).isEqualTo("Unknown");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FINAL|PROVEN|Final",
        "INCLUDED|AGREED|In a block",
        "INCLUDED|SINGLE|In a block, one operator only",
        "INCLUDED|DISPUTED|In a block, operators disagree",
        "SEEN|STALE|Seen by other operators, not looked up since",
        "ACCEPTED|UNKNOWN|Accepted, not confirmed",
        "SIGNED|UNKNOWN|Signed, not sent yet"
      })
  void onlyProvenAndAgreedGoWithoutAWordOfDoubt(TxState state, Observed.Level level, String said) {
    assertThat(phrases.state(state, level)).isEqualTo(said);
  }

  @Test
  void anotherDayIsNamed() {
    assertThat(phrases.when(FakeSession.NOW, FakeSession.NOW)).hasSize(8);
    assertThat(phrases.when(FakeSession.NOW.minus(Duration.ofDays(3)), FakeSession.NOW))
        .startsWith("19 Nov ");
  }

  @Test
  void whatWasNeverReadHasNoBlock() {
    assertThat(phrases.readAt(new Observed.Unknown<Wei>("timeout"), FakeSession.NOW))
        .isEqualTo("never read");
  }

  private String known(Observed<Integer> value) {
    return phrases.known(value, 5, FakeSession.NOW);
  }
}

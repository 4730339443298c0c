package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");

  private static Duration parse(String header) {
    return RetryAfter.parse(Optional.of(header), NOW);
  }

  @Test
  void secondsAreTaken() {
    assertThat(parse("17")).isEqualTo(Duration.ofSeconds(17));
    assertThat(parse(" 0 ")).isEqualTo(Duration.ZERO);
  }

  @Test
  void aDateIsTimeFromNow() {
    assertThat(parse("Fri, 15 Jan 2027 08:00:30 GMT")).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aDateGoneByIsNow() {
    assertThat(parse("Fri, 15 Jan 2027 07:59:00 GMT")).isEqualTo(Duration.ZERO);
  }

  @Test
  void withoutTheHeaderItIsTwoSeconds() {
    assertThat(RetryAfter.parse(Optional.empty(), NOW)).isEqualTo(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "9999999", "2027-01-15T08:00:30Z", "٣"})
  void anythingElseIsTwoSeconds(String header) {
    assertThat(parse(header)).isEqualTo(Duration.ofSeconds(2));
  }
}

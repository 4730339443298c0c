package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.vault.IdleLimit;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptIdleLimitTest {
  @TempDir Path directory;

  @Test
  void everyChoiceIsThereAfterANewStart() {
    for (Duration choice : IdleLimit.CHOICES) {
      try (Wiring data = new Wiring(directory)) {
        new KeptIdleLimit(data.settings()).keep(choice);
      }
      try (Wiring data = new Wiring(directory)) {
        assertThat(new KeptIdleLimit(data.settings()).kept()).isEqualTo(choice);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-5", "2", "99999999", "never", "5 "})
  void whatIsNotOfferedCountsAsNotChosen(String text) {
    try (Wiring data = new Wiring(directory)) {
      data.settings().set("lock.idle-minutes", text);
      assertThat(new KeptIdleLimit(data.settings()).kept()).isEqualTo(IdleLimit.USUAL);
    }
  }
}

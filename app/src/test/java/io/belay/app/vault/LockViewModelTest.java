package io.belay.app.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeIdleLimit;
import io.belay.app.fake.FakeUi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockViewModelTest {
  private final FakeIdleLimit limit = new FakeIdleLimit();
  private final List<Duration> applied = new ArrayList<>();
  private final LockViewModel model = new LockViewModel(FakeUi.make(), limit, applied::add);

  @Test
  void fiveMinutesUnlessAnotherWasChosen() {
    model.load();
    assertThat(model.chosen().get()).isEqualTo(Duration.ofMinutes(5));
    limit.kept = Duration.ofMinutes(15);
    model.load();
    assertThat(model.chosen().get()).isEqualTo(Duration.ofMinutes(15));
    assertThat(applied).containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(15));
  }

  @Test
  void aChoiceIsKeptAndHoldsAtOnce() {
    model.choose(Duration.ofMinutes(1));
    assertThat(limit.kept).isEqualTo(Duration.ofMinutes(1));
    assertThat(applied).containsExactly(Duration.ofMinutes(1));
    model.choose(Duration.ofMinutes(1));
    assertThat(applied).hasSize(1);
  }

  @Test
  void whatCannotBeKeptDoesNotHoldAndIsSaid() {
    limit.full = true;
    model.choose(Duration.ofHours(1));
    assertThat(model.chosen().get()).isEqualTo(IdleLimit.USUAL);
    assertThat(model.problem().get()).startsWith("No space left on the disk.");
    assertThat(applied).isEmpty();
    limit.full = false;
    model.choose(Duration.ofHours(1));
    assertThat(model.problem().get()).isEmpty();
  }

  @Test
  void everyChoiceHasItsWords() {
    assertThat(model.choices().stream().map(model::words))
        .containsExactly("1 minute", "5 minutes", "15 minutes", "30 minutes", "60 minutes");
  }
}

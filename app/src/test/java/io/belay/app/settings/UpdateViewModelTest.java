package io.belay.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSettings;
import io.belay.app.fake.FakeUi;
import io.belay.app.fx.SameThread;
import io.belay.app.trust.News;
import io.belay.app.trust.Signed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdateViewModelTest {
  private static final Signed SIGNED =
      new Signed("AB".repeat(20), "AB".repeat(20), Instant.parse("2026-11-03T23:00:00Z"));

  private final SameThread background = new SameThread();
  private final FakeSettings desk = new FakeSettings();
  private final SettingsViewModel settings = new SettingsViewModel(FakeUi.with(background), desk);
  private final UpdateViewModel model = settings.updates();

  @Test
  void nobodyIsAskedUntilAPersonAsks() {
    settings.load();
    assertThat(desk.asked).isZero();
    assertThat(model.answer().get()).isEmpty();
    model.ask();
    assertThat(desk.asked).isEqualTo(1);
  }

  @Test
  void aNewerVersionIsToldWithWhatToDo() {
    desk.news = Optional.of(new News("0.2.0", true, List.of("Ropes", "Knots"), SIGNED));
    model.ask();
    assertThat(model.answer().get()).isEqualTo("Version 0.2.0 is out. This is 0.1.0.");
    assertThat(model.detail().get())
        .startsWith("Signed on 2026-11-03 with the key ABAB")
        .contains("belay verify-download");
    assertThat(model.lines()).containsExactly("Ropes", "Knots");
    assertThat(model.busy().get()).isFalse();
  }

  @Test
  void theNewestVersionIsCalledThat() {
    desk.news = Optional.of(new News("0.1.0", false, List.of("Old ropes"), SIGNED));
    model.ask();
    assertThat(model.answer().get()).isEqualTo("0.1.0 is the newest version.");
    assertThat(model.detail().get()).doesNotContain("verify-download");
    assertThat(model.lines()).isEmpty();
  }

  @Test
  void withoutAnAddressThatIsSaidAndTheNextAnswerTakesItsPlace() {
    model.ask();
    assertThat(model.problem().get()).startsWith("This build knows no address to ask");
    assertThat(model.busy().get()).isFalse();
    desk.news = Optional.of(new News("0.1.0", false, List.of(), SIGNED));
    model.ask();
    assertThat(model.problem().get()).isEmpty();
    assertThat(model.answer().get()).isNotEmpty();
  }

  @Test
  void oneQuestionAtATimeAndItCanBeStopped() {
    desk.news = Optional.of(new News("0.1.0", false, List.of(), SIGNED));
    background.park();
    model.ask();
    model.cancel();
    assertThat(model.busy().get()).isFalse();
    model.ask();
    model.ask();
    assertThat(model.busy().get()).isTrue();
    background.unpark();
    assertThat(desk.asked).isEqualTo(1);
    assertThat(model.answer().get()).isNotEmpty();
  }
}

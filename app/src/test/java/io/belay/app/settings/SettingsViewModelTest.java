package io.belay.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSettings;
import io.belay.app.fake.FakeUi;
import io.belay.app.fx.Look;
import io.belay.app.fx.Ui;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {
  private final Ui ui = FakeUi.make();
  private final FakeSettings desk = new FakeSettings();

  @Test
  void whatWasKeptHoldsFromTheStart() {
    desk.kept = new Choices(new Look(Look.Colours.DARK, 150, true, false), "", true);
    SettingsViewModel model = new SettingsViewModel(ui, desk);
    assertThat(ui.look().get()).isEqualTo(desk.kept.look());
    assertThat(model.look().get().percent()).isEqualTo(150);
  }

  @Test
  void aChoiceHoldsAtOnceAndIsKept() {
    SettingsViewModel model = new SettingsViewModel(ui, desk);
    model.look(look -> look.in(Look.Colours.CONTRAST));
    model.look(look -> look.stilled(true));
    model.look(look -> look.forExperts(false));
    model.speak("en");
    assertThat(ui.look().get()).isEqualTo(new Look(Look.Colours.CONTRAST, 100, true, false));
    assertThat(desk.kept).isEqualTo(new Choices(ui.look().get(), "en", true));
    model.notifying(false);
    assertThat(desk.kept.notices()).isFalse();
  }

  @Test
  void sizeGoesInStepsAndNoFurtherThanItsEnds() {
    SettingsViewModel model = new SettingsViewModel(ui, desk);
    model.look(look -> look.step(-1));
    assertThat(model.look().get().percent()).isEqualTo(100);
    for (int i = 0; i < 9; i++) {
      model.look(look -> look.step(1));
    }
    assertThat(model.look().get().percent()).isEqualTo(200);
    assertThat(desk.kept.look().percent()).isEqualTo(200);
  }

  @Test
  void whatCouldNotBeKeptHoldsAndIsToldOf() {
    SettingsViewModel model = new SettingsViewModel(ui, desk);
    desk.full = true;
    model.look(look -> look.in(Look.Colours.DARK));
    assertThat(ui.look().get().colours()).isEqualTo(Look.Colours.DARK);
    assertThat(model.problem().get()).startsWith("It holds until the window closes");
    desk.full = false;
    model.look(look -> look.in(Look.Colours.LIGHT));
    assertThat(model.problem().get()).isEmpty();
  }

  @Test
  void onlyLanguagesWithTextsAreOffered() {
    SettingsViewModel model = new SettingsViewModel(ui, desk);
    assertThat(model.languages()).startsWith("", "en");
    assertThat(model.languages())
        .allSatisfy(tag ->
            assertThat(
                    tag.isEmpty()
                        || tag.equals("en")
                        || getClass()
                                .getResource("/io/belay/app/i18n/messages_" + tag + ".properties")
                            != null)
                .isTrue());
    assertThat(model.language("en")).isEqualTo("English");
  }

  @Test
  void proxyIsToldAndTheDirectoryOpened() {
    SettingsViewModel model = new SettingsViewModel(ui, desk);
    model.load();
    assertThat(model.proxy().get()).startsWith("None");
    desk.proxy = Optional.of("socks5://127.0.0.1:9050");
    model.load();
    assertThat(model.proxy().get()).isEqualTo("Through socks5://127.0.0.1:9050");
    model.openDirectory();
    assertThat(desk.opened).isEqualTo(1);
    desk.full = true;
    model.openDirectory();
    assertThat(model.problem().get()).startsWith("No file manager");
  }
}

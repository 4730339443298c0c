package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fx.Look;
import io.belay.app.settings.Choices;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSettingsTest {
  @TempDir Path directory;

  private KeptSettings in(Wiring wiring) {
    return new KeptSettings(wiring.settings(), wiring.ways(), wiring.directory());
  }

  @Test
  void whatIsKeptIsReadAtTheNextStart() {
    Choices chosen = new Choices(new Look(Look.Colours.CONTRAST, 175, true, false), "en", false);
    try (Wiring wiring = new Wiring(directory)) {
      assertThat(in(wiring).start()).isEqualTo(Choices.USUAL);
      in(wiring).keep(chosen);
      in(wiring).keepWindow("1 2 900 700 false");
    }
    try (Wiring wiring = new Wiring(directory)) {
      assertThat(in(wiring).start()).isEqualTo(chosen);
      assertThat(in(wiring).window()).contains("1 2 900 700 false");
      assertThat(in(wiring).directory()).isEqualTo(directory.toString());
    }
  }

  @Test
  void whatIsNotOfferedCountsAsNotChosen() {
    try (Wiring wiring = new Wiring(directory)) {
      wiring.settings().set("look.colours", "pink");
      wiring.settings().set("look.size", "900");
      assertThat(in(wiring).start()).isEqualTo(Choices.USUAL);
    }
  }

  @Test
  void proxyIsShownWithoutItsLogIn() {
    try (Wiring wiring = new Wiring(directory)) {
      assertThat(in(wiring).proxy()).isEmpty();
      wiring.ways().proxy(Optional.of("socks5://me:secret@127.0.0.1:9050"));
      assertThat(in(wiring).proxy())
          .hasValueSatisfying(
              shown -> assertThat(shown).contains("127.0.0.1:9050").doesNotContain("secret"));
    }
  }
}

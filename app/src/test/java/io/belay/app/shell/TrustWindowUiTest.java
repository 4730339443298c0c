package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fx.Theme;
import io.belay.app.fx.Words;
import io.belay.app.trust.News;
import io.belay.app.trust.Signed;
import io.belay.base.WalletException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The question for a newer version, which nobody but a person asks, and what is shown where the
/// data cannot be opened.
@Timeout(120)
class TrustWindowUiTest {
  private static final Signed SIGNED =
      new Signed(
          "0123456789ABCDEF".repeat(3).substring(8), "", Instant.parse("2026-11-03T00:00:00Z"));

  @RegisterExtension final WindowFixture window = new WindowFixture();

  @Test
  void nothingAsksForANewerVersionButTheButton() throws Exception {
    window.settings.news =
        Optional.of(
            new News(
                "0.2.0",
                true,
                List.of("Hardware wallets can be used", "Swaps are shown in words"),
                SIGNED));
    Hands hands = window.unlocked();
    for (Place place : Place.values()) {
      hands.fire("#" + place.key().replace('.', '-'));
    }
    hands.fire("#nav-settings");
    hands.fire("#settings-about");
    hands.await("Newer version");
    assertThat(window.settings.asked).isZero();

    hands.fire("#update-ask");
    hands.await("Version 0.2.0 is out. This is 0.1.0.");
    assertThat(window.settings.asked).isEqualTo(1);
    assertThat(Hands.ask(hands::texts)).contains("• Hardware wallets can be used");
    hands.grow(1400);
    hands.pictures("update");
  }

  @Test
  void withoutAnAddressThatIsSaid() throws Exception {
    Hands hands = window.unlocked();
    hands.fire("#nav-settings");
    hands.fire("#settings-about");
    hands.fire("#update-ask");
    hands.await("This build knows no address to ask. Look where you got it.");
    assertThat(Hands.ask(() -> hands.find("#update-ask", Button.class).isDisabled())).isFalse();
    hands.pictures("update-none");
  }

  @Test
  void dataOfANewerBelayIsRefusedInAWindowOfItsOwn() throws Exception {
    Hands hands =
        Hands.ask(() -> {
          Stage stage = new Stage();
          RefusalWindow.fill(
              stage,
              new Theme(Optional.of(Theme.Scheme.LIGHT)),
              new Words(Locale.ENGLISH),
              new WalletException("data-newer", "newer"),
              Path.of("/home/me/.local/share/belay"));
          stage.show();
          return new Hands(stage, 10);
        });
    hands.await("Your data is in /home/me/.local/share/belay.");
    assertThat(Hands.ask(() -> hands.find("#refusal-reason", Label.class).getText()))
        .startsWith("This data directory was written by a newer Belay. Nothing was changed.");
    hands.pictures("refusal");
    hands.fire("#refusal-quit");
    assertThat(Hands.ask(() -> hands.stage().isShowing())).isFalse();
  }
}

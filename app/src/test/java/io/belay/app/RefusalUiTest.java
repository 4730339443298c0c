package io.belay.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.app.fx.Theme;
import io.belay.app.shell.Hands;
import io.belay.base.WalletException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxToolkit;

class RefusalUiTest {
  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  /// The program waited for ever for a window to be closed that had never come.
  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aWindowThatCannotBeDrawnIsNotWaitedFor() {
    Theme theme = Hands.ask(() -> new Theme(Optional.of(Theme.Scheme.LIGHT)));
    WalletException why =
        new WalletException("data-newer", "newer") {
          @Override
          public String code() {
            throw new IllegalStateException("no words for it");
          }
        };
    assertThatThrownBy(
            () -> Window.refuse(why, Path.of("data"), CompletableFuture.completedFuture(theme)))
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("no words for it");
  }
}

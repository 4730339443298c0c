package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.belay.app.fake.FakeNets;
import io.belay.app.fake.FakeSession;
import io.belay.app.shell.WindowFixture;
import io.belay.base.WalletException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class WindowTest {
  private final FakeNets nets =
      new FakeNets(WindowFixture.net(new FakeSession(), Optional.empty()));

  /// It was taken for data that cannot be opened, and the program ended under an open wallet.
  @Test
  void aNetworkThatDoesNotOpenAheadEndsNothing() {
    nets.opening =
        () -> {
          throw new WalletException("disk-full", "full");
        };
    assertThatCode(() -> Window.begin(nets)).doesNotThrowAnyException();
  }

  @Test
  void noDisplayIsSaidOnlyWhereThereIsNone() {
    Throwable none = new UnsupportedOperationException("Unable to open DISPLAY");
    assertThat(Display.refusal(new CompletionException(none))).isEqualTo(Display.NONE);
    Throwable library = new UnsupportedOperationException("Unable to load glass GTK library.");
    assertThat(Display.refusal(new CompletionException(library)))
        .doesNotContain("no display")
        .contains("Unable to load glass GTK library.");
    assertThat(Display.refusal(new CompletionException(new IllegalStateException("no style"))))
        .endsWith("IllegalStateException: no style");
  }

  @Test
  void aWindowThatIsClosedBeforeItsNetworkIsOpenEndsQuietly() {
    nets.opening =
        () -> {
          throw new CancellationException("closed");
        };
    assertThatCode(() -> Window.begin(nets)).doesNotThrowAnyException();
  }
}

package io.belay.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeUi;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class WaitLineUiTest {
  private final BooleanProperty busy = new SimpleBooleanProperty();

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  private WaitLine line() {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000, () -> new WaitLine(FakeUi.make(), busy, "Asking", "stop", () -> {}));
  }

  /// A model lives as long as the window; its forms come and go.
  @Test
  void whatIsWaitedForDoesNotKeepTheLine() throws TimeoutException {
    WeakReference<WaitLine> gone = new WeakReference<>(line());
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () -> {
          System.gc();
          return gone.refersTo(null);
        });
    assertThat(busy.get()).isFalse();
  }

  @Test
  void aLineThatIsKeptAppearsWhenTheWaitIsLong() throws TimeoutException {
    WaitLine line = line();
    assertThat(line.isVisible()).isFalse();
    System.gc();
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> busy.set(true));
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, line::isVisible);
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> busy.set(false));
    assertThat(line.isVisible()).isFalse();
  }
}

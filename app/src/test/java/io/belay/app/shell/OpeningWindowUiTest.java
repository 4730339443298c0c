package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeVault;
import io.belay.base.WalletException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// Between the open vault and the wallet: its network opens, or does not.
class OpeningWindowUiTest {
  private final WindowFixture window = new WindowFixture();

  @SuppressWarnings("NullAway.Init") // each test opens a window first
  private Hands hands;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void open() {
    hands = window.open();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void unlock() {
    hands.fill("#password", FakeVault.PASSWORD);
    hands.fire("#unlock");
  }

  @Test
  void aNetworkThatDoesNotOpenLocksAndSaysWhyAndThePasswordOpensItLater() throws Exception {
    window.nets.opening =
        () -> {
          throw new WalletException("disk-full", "full");
        };
    unlock();
    hands.await("No space left on the disk.");
    assertThat(window.door.closed).isEqualTo(1);
    hands.pictures("opening-failed");
    window.nets.opening = () -> {};
    unlock();
    hands.await("Recent activity");
  }

  /// A second vault, opened meanwhile, took the place of the first, which nothing locked again.
  @Test
  void whileTheNetworkOpensNoOtherVaultCanBeOpened() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    window.nets.opening = () -> await(open);
    unlock();
    hands.await("Opening the network");
    assertThat(Hands.ask(() -> hands.find("#unlock", Node.class))).isNull();
    open.countDown();
    hands.await("Recent activity");
    assertThat(window.door.closed).isZero();
  }

  private static void await(CountDownLatch latch) {
    if (Platform.isFxApplicationThread()) {
      return; // whoever is in asks again there
    }
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

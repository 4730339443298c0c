package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.WalletException;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Between the open vault and the wallet: its network opens, or does not.
class OpeningWindowUiTest {
  @RegisterExtension final WindowFixture window = new WindowFixture();

  @SuppressWarnings("NullAway.Init") // each test opens a window first
  private Hands hands;

  @BeforeEach
  void open() {
    hands = window.open();
  }

  @Test
  void aNetworkThatDoesNotOpenLocksAndSaysWhyAndThePasswordOpensItLater() throws Exception {
    window.nets.opening =
        () -> {
          throw new WalletException("disk-full", "full");
        };
    window.unlock(hands);
    hands.await("No space left on the disk.");
    assertThat(window.door.closed).isEqualTo(1);
    hands.pictures("opening-failed");
    window.nets.opening = () -> {};
    window.unlock(hands);
    hands.await("Recent activity");
  }

  /// A second vault, opened meanwhile, took the place of the first, which nothing locked again.
  @Test
  void whileTheNetworkOpensNoOtherVaultCanBeOpened() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    window.nets.opening = () -> await(open);
    window.unlock(hands);
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

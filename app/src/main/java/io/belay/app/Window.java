package io.belay.app;

import io.belay.app.cli.OpenNetwork;
import io.belay.app.fx.VirtualBackground;
import io.belay.app.shell.Deps;
import io.belay.app.shell.MainWindow;
import io.belay.app.unlock.VaultDoor;
import io.belay.keystore.vault.KdfCost;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Opens the window on the practice network of a data directory.
final class Window {
  private Window() {}

  /// Starts the toolkit and returns; the program ends when the window is closed.
  ///
  /// @param opened a vault that is open from the start
  /// @throws UnsupportedOperationException where there is no display
  static void start(Wiring wiring, AccountVaults vaults, Optional<VaultDoor.Opened> opened) {
    OpenNetwork network = wiring.openPracticeNetwork();
    Platform.startup(() -> {
      Stage stage = new Stage();
      MainWindow window = new MainWindow(stage, deps(wiring, network, vaults, opened));
      network.session().start();
      stage.setOnHidden(hidden -> {
        window.lock();
        network.session().close();
        wiring.close();
        Platform.exit();
      });
      window.show();
    });
  }

  static AccountVaults vaults(Wiring wiring, KdfCost cost, boolean practiceOnly) {
    return new AccountVaults(wiring.vaults(cost), wiring.accounts(), practiceOnly);
  }

  static Deps deps(
      Wiring wiring, OpenNetwork network, VaultDoor vaults, Optional<VaultDoor.Opened> opened) {
    return new Deps(
        network.session(),
        vaults,
        vault -> new Desk(vault, wiring.practice()),
        Optional.of(new PracticeSwitches(wiring.practice())),
        opened,
        Optional.empty(),
        () -> {},
        new VirtualBackground(),
        wiring.clock());
  }
}

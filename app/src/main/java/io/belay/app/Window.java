package io.belay.app;

import io.belay.app.cli.DataDirectory;
import io.belay.app.cli.OpenNetwork;
import io.belay.app.cli.ThrowAway;
import io.belay.app.fx.VirtualBackground;
import io.belay.app.shell.Deps;
import io.belay.app.shell.MainWindow;
import io.belay.app.unlock.VaultDoor;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Vaults;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Opens the window on the practice network of a data directory. Returns when the toolkit has
/// started; the program ends when the window is closed.
final class Window {
  // JavaFX warns at every start that it is on the class path, which is meant so here
  private static final Logger TOOLKIT = Logger.getLogger("javafx");

  static {
    TOOLKIT.setLevel(Level.SEVERE);
  }

  private Window() {}

  /// The window on the user's data directory, the only one there.
  ///
  /// @throws UnsupportedOperationException where there is no display
  static void start(DataDirectory data, WindowLock lock) {
    Platform.startup(() -> {
      Runnable leave =
          () -> {
            lock.close();
            data.close();
          };
      Stage stage = open(data, vaults(data, KdfCost.calibrated(), false), Optional.empty(), leave);
      lock.onRaise(() -> Platform.runLater(() -> toFront(stage)));
    });
  }

  private static void toFront(Stage stage) {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  /// The window on a throw-away network, its vault made and open.
  ///
  /// @throws UnsupportedOperationException where there is no display
  static void startDemo(ThrowAway place) {
    DataDirectory data = place.data();
    Platform.startup(() -> {});
    AccountVaults vaults = vaults(data, KdfCost.calibrated(), true);
    char[] password = ThrowAway.randomPassword();
    VaultDoor.Created made = vaults.create(Vaults.DEFAULT_NAME, password, 12);
    Arrays.fill(password, '\0');
    made.wipe();
    Platform.runLater(() -> open(data, vaults, Optional.of(made.opened()), place::close));
  }

  static AccountVaults vaults(DataDirectory data, KdfCost cost, boolean practiceOnly) {
    return new AccountVaults(data.vaults(cost), data.accounts(), practiceOnly);
  }

  private static Stage open(
      DataDirectory data, VaultDoor vaults, Optional<VaultDoor.Opened> opened, Runnable leave) {
    OpenNetwork network = data.openPracticeNetwork();
    Stage stage = new Stage();
    MainWindow window = new MainWindow(stage, deps(data, network, vaults, opened));
    network.session().start();
    stage.setOnHidden(hidden -> {
      window.lock();
      network.session().close();
      leave.run();
      Platform.exit();
    });
    window.show();
    return stage;
  }

  private static Deps deps(
      DataDirectory data,
      OpenNetwork network,
      VaultDoor vaults,
      Optional<VaultDoor.Opened> opened) {
    return new Deps(
        network.session(),
        vaults,
        vault -> new Desk(vault, data.practice()),
        Optional.of(new PracticeSwitches(data.practice())),
        opened,
        Optional.empty(),
        () -> {},
        new VirtualBackground(),
        data.clock());
  }
}

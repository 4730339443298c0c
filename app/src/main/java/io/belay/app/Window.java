package io.belay.app;

import io.belay.app.bus.Desktop;
import io.belay.app.cli.DataDirectory;
import io.belay.app.cli.ThrowAway;
import io.belay.app.fx.VirtualBackground;
import io.belay.app.notices.Notifier;
import io.belay.app.settings.SettingsDesk;
import io.belay.app.settings.Unkept;
import io.belay.app.shell.Deps;
import io.belay.app.shell.MainWindow;
import io.belay.app.unlock.VaultDoor;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Vaults;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Opens the window on a data directory, at the network that was looked at last. Returns when the
/// toolkit has started; the program ends when the window is closed.
final class Window {
  // JavaFX warns at every start that it is on the class path, which is meant so here
  private static final Logger TOOLKIT = Logger.getLogger("javafx");

  static {
    TOOLKIT.setLevel(Level.SEVERE);
  }

  private Window() {}

  /// Starts JavaFX, which takes about as long as opening the data does, beside that.
  ///
  /// @return done when it has started; fails with `UnsupportedOperationException` where there is no
  ///   display
  static CompletableFuture<Void> startToolkit() {
    return CompletableFuture.runAsync(
        () -> Platform.startup(() -> {}),
        task -> Thread.ofPlatform().name("belay-toolkit").start(task));
  }

  /// The window on the user's data directory, the only one there.
  ///
  /// @param toolkit from [#startToolkit]
  static void start(
      DataDirectory data, Path directory, WindowLock lock, CompletableFuture<Void> toolkit) {
    OpenNets nets = new OpenNets(data, true);
    AccountVaults vaults = new AccountVaults(data, KdfCost::calibrated, false);
    Runnable leave =
        () -> {
          lock.close();
          data.close();
        };
    SettingsDesk settings = new KeptSettings(data.settings(), data.ways(), directory);
    Deps deps = deps(data, nets, vaults, Optional.empty(), settings);
    toolkit.join();
    Platform.runLater(() -> {
      Stage stage = open(deps, nets, leave);
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
  /// @param toolkit from [#startToolkit]
  static void startDemo(ThrowAway place, CompletableFuture<Void> toolkit) {
    DataDirectory data = place.data();
    OpenNets nets = new OpenNets(data, false);
    AccountVaults vaults = new AccountVaults(data, KdfCost::calibrated, true);
    char[] password = place.randomPassword();
    VaultDoor.Created made = vaults.create(Vaults.DEFAULT_NAME, password, 12);
    Arrays.fill(password, '\0');
    made.wipe();
    Deps deps = deps(data, nets, vaults, Optional.of(made.opened()), new Unkept());
    toolkit.join();
    Platform.runLater(() -> open(deps, nets, place::close));
  }

  private static Stage open(Deps deps, OpenNets nets, Runnable leave) {
    Stage stage = new Stage();
    MainWindow window = new MainWindow(stage, deps);
    stage.setOnHidden(hidden -> {
      window.close();
      Thread.ofPlatform().name("belay-leave").start(() -> leave(nets, leave));
    });
    window.show();
    return stage;
  }

  /// Waits for the last writes, which the window's thread must not; the process stays for them.
  private static void leave(OpenNets nets, Runnable leave) {
    try {
      nets.close();
      leave.run();
    } finally {
      Platform.exit();
    }
  }

  /// Reads the data file.
  private static Deps deps(
      DataDirectory data,
      OpenNets nets,
      VaultDoor vaults,
      Optional<VaultDoor.Opened> opened,
      SettingsDesk settings) {
    return new Deps(
        nets,
        vaults,
        vault -> new Desk(vault, data.practice()),
        vault -> new Keeper(vault, data, KdfCost::calibrated),
        new KeptIdleLimit(data.settings()),
        data.random(),
        new WaysDesk(data, nets::changed),
        data.contacts(),
        data.labels(),
        new KeptHiding(data.settings()),
        opened,
        Optional.empty(),
        () -> {},
        new VirtualBackground(),
        data.clock(),
        settings,
        notifier());
  }

  /// By the session bus, which is where Linux has it; elsewhere by nothing yet.
  private static Notifier notifier() {
    Desktop desktop =
        new Desktop(() -> Optional.ofNullable(System.getenv("DBUS_SESSION_BUS_ADDRESS")));
    return (title, detail) -> desktop.show("Belay", title, detail);
  }
}

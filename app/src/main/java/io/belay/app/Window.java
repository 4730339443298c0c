package io.belay.app;

import io.belay.app.bus.Desktop;
import io.belay.app.cli.DataDirectory;
import io.belay.app.cli.ThrowAway;
import io.belay.app.fx.Theme;
import io.belay.app.fx.VirtualBackground;
import io.belay.app.fx.Words;
import io.belay.app.notices.Notifier;
import io.belay.app.settings.SettingsDesk;
import io.belay.app.settings.Unkept;
import io.belay.app.shell.Deps;
import io.belay.app.shell.MainWindow;
import io.belay.app.shell.Nets;
import io.belay.app.shell.RefusalWindow;
import io.belay.app.unlock.VaultDoor;
import io.belay.base.WalletException;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Vaults;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the window on a data directory, at the network that was looked at last. Returns when the
/// toolkit has started; the program ends when the window is closed.
final class Window {
  private static final Logger LOG = LoggerFactory.getLogger(Window.class);

  private Window() {}

  /// The place of the one window on a data directory.
  ///
  /// @param box where other processes lay links
  record Seat(LinkBox box, WindowLock lock) {}

  /// The window on the user's data directory, the only one there. Its network is opened once it is
  /// there: nobody needs one before a vault is open.
  ///
  /// @param link that the program was started with
  /// @param toolkit from [Toolkit#start]
  static void start(
      DataDirectory data, Seat seat, Optional<String> link, CompletableFuture<Theme> toolkit) {
    LinkBox box = seat.box();
    WindowLock lock = seat.lock();
    OpenNets nets = new OpenNets(data, true);
    AccountVaults vaults = new AccountVaults(data, KdfCost::calibrated, false);
    Runnable leave =
        () -> {
          lock.close();
          data.close();
        };
    SettingsDesk settings = new KeptSettings(data.settings(), data.ways(), box.directory());
    settings.start().words(); // Java keeps the texts, and the window need not read them
    Deps deps = deps(data, nets, vaults, Optional.empty(), settings, toolkit.join());
    drawn(
            () -> {
              Stage stage = new Stage();
              MainWindow window = open(stage, deps, nets, leave);
              link.ifPresent(window::open);
              lock.onRaise(() -> {
                Platform.runLater(() -> toFront(stage));
                // a link that cannot be read asks for nothing
                deps.background().run(box::take, laid -> laid.ifPresent(window::open), e -> {});
              });
            })
        .join(); // what draws the window needs both processors
    begin(nets);
  }

  /// Does something on the window's thread.
  ///
  /// @return done with it; fails as it does
  static CompletableFuture<Void> drawn(Runnable deed) {
    return CompletableFuture.runAsync(deed, Platform::runLater);
  }

  /// Opens the network ahead of the person, who is still typing the password.
  static void begin(Nets nets) {
    try {
      nets.current();
    } catch (CancellationException e) {
      return; // closed before it was open
    } catch (WalletException e) {
      // whoever opens a vault opens the network too, and is told then
      LOG.warn("the network was not opened ahead: {}", e.code());
    }
  }

  /// Says in a window of its own why there is no other; returns when it is closed.
  ///
  /// @param toolkit from [Toolkit#start]
  static void refuse(WalletException why, Path directory, CompletableFuture<Theme> toolkit) {
    Theme theme = toolkit.join();
    CountDownLatch closed = new CountDownLatch(1);
    drawn(
            () -> {
              Stage stage = new Stage();
              stage.setOnHidden(hidden -> closed.countDown());
              RefusalWindow.fill(stage, theme, Words.spoken(""), why, directory);
              stage.show();
            })
        .join(); // nobody could close what does not come
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void toFront(Stage stage) {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  /// The window on a throw-away network, its vault made and open.
  ///
  /// @param toolkit from [Toolkit#start]
  static void startDemo(ThrowAway place, CompletableFuture<Theme> toolkit) {
    OpenNets nets = new OpenNets(place.data(), false);
    // beside the making of the vault, which takes one processor
    Thread.ofPlatform().name("belay-network").start(() -> begin(nets));
    try {
      drawDemo(place, nets, toolkit);
    } catch (CompletionException | WalletException e) {
      nets.close();
      throw e;
    }
  }

  private static void drawDemo(ThrowAway place, OpenNets nets, CompletableFuture<Theme> toolkit) {
    DataDirectory data = place.data();
    AccountVaults vaults = new AccountVaults(data, () -> ThrowAway.COST, true);
    char[] password = place.randomPassword();
    VaultDoor.Created made = vaults.create(Vaults.DEFAULT_NAME, password, 12);
    Arrays.fill(password, '\0');
    made.wipe();
    Deps deps = deps(data, nets, vaults, Optional.of(made.opened()), new Unkept(), toolkit.join());
    drawn(() -> open(new Stage(), deps, nets, place::close)).join();
  }

  private static MainWindow open(Stage stage, Deps deps, OpenNets nets, Runnable leave) {
    MainWindow window = new MainWindow(stage, deps);
    stage.setOnHidden(hidden -> {
      window.close();
      Thread.ofPlatform().name("belay-leave").start(() -> leave(nets, leave));
    });
    window.show();
    return window;
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
      SettingsDesk settings,
      Theme theme) {
    return new Deps(
        nets,
        vaults,
        vault -> new Desk(vault, data::practice),
        vault -> new Keeper(vault, data, KdfCost::calibrated),
        new KeptIdleLimit(data.settings()),
        data.random(),
        new WaysDesk(data, nets::changed),
        data.contacts(),
        data.labels(),
        new KeptHiding(data.settings()),
        opened,
        theme,
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

package io.belay.app;

import io.belay.app.fx.VirtualBackground;
import io.belay.app.shell.Deps;
import io.belay.app.shell.MainWindow;
import io.belay.base.WalletException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Starts the window on the practice network. Not an `Application`: on the class path JavaFX
/// refuses a main class that is one.
public final class Main {
  private static final Duration BLOCK_TIME = Duration.ofSeconds(4);

  private Main() {}

  /// Opens the window on the practice wallet in a data directory of the user's.
  ///
  /// @param args the data directory; by default `.belay-practice` in the home directory
  public static void main(String[] args) throws IOException {
    Path directory =
        args.length > 0
            ? Path.of(args[0])
            : Path.of(System.getProperty("user.home"), ".belay-practice");
    try {
      PracticeWiring wiring = new PracticeWiring(Files.createDirectories(directory), BLOCK_TIME);
      Platform.startup(() -> open(wiring));
    } catch (WalletException e) {
      System.err.println("belay: " + e.text());
      System.exit(1);
    }
  }

  private static void open(PracticeWiring wiring) {
    wiring.session().start();
    Stage stage = new Stage();
    MainWindow window =
        new MainWindow(
            stage,
            new Deps(
                wiring.session(),
                wiring.vaults(),
                opened -> new Desk(opened, wiring.net()),
                Optional.of(new PracticeSwitches(wiring.net())),
                Optional.empty(),
                Optional.empty(),
                () -> {},
                new VirtualBackground(),
                wiring.clock()));
    stage.setOnHidden(hidden -> {
      window.lock();
      wiring.close();
      Platform.exit();
    });
    window.show();
  }
}

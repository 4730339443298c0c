package io.belay.app;

import io.belay.app.cli.DataDirectory;
import io.belay.app.fake.FakeHiding;
import io.belay.app.fx.Background;
import io.belay.app.fx.Theme;
import io.belay.app.fx.VirtualBackground;
import io.belay.app.shell.Deps;
import io.belay.app.shell.FirstDayHands;
import io.belay.app.shell.Hands;
import io.belay.app.shell.MainWindow;
import io.belay.base.Address;
import io.belay.core.rpc.EndpointId;
import io.belay.core.track.ChainSession;
import io.belay.core.track.LiveSession;
import io.belay.keystore.vault.KdfCost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/// The window on the practice network of a data directory, nothing faked but the cost of a new
/// vault's password: the only place in the tests that knows how a wallet is put together.
public final class PracticeWindow implements AutoCloseable {
  private final Wiring wiring;
  private final Background background;
  private final OpenNets nets;
  private final MainWindow window;
  private final Hands hands;

  private PracticeWindow(Wiring wiring, Background background) {
    this.wiring = wiring;
    this.background = background;
    this.nets = new OpenNets(wiring, true);
    Stage stage = Hands.ask(() -> new Stage());
    this.hands = new Hands(stage, 25);
    Deps deps = deps(); // reads the data file, which the window's thread must not
    this.window = Hands.ask(() -> new MainWindow(stage, deps));
    Hands.run(window::show);
  }

  /// Has the vault of a data directory locked after another time without anybody, from its next
  /// window on.
  ///
  /// @param limit one of [io.belay.app.vault.IdleLimit#CHOICES]
  public static void lockAfter(Path directory, Duration limit) {
    Wiring wiring = new Wiring(directory);
    new KeptIdleLimit(wiring.settings()).keep(limit);
    wiring.close();
  }

  /// Opens it, locked.
  ///
  /// @param blockMillis between two blocks of a new practice chain
  public static PracticeWindow open(Path directory, int blockMillis) {
    return open(directory, blockMillis, new VirtualBackground());
  }

  /// As above, with what carries its work.
  public static PracticeWindow open(Path directory, int blockMillis, Background background) {
    Wiring wiring = new Wiring(directory);
    wiring.settings().set(DataDirectory.PRACTICE_BLOCK_MILLIS, Integer.toString(blockMillis));
    return new PracticeWindow(wiring, background);
  }

  private Deps deps() {
    return new Deps(
        nets,
        new AccountVaults(wiring, () -> new KdfCost(16 * 1024, 1, 1), true),
        opened -> new Desk(opened, wiring::practice),
        opened -> new Keeper(opened, wiring, () -> new KdfCost(16 * 1024, 1, 1)),
        new KeptIdleLimit(wiring.settings()),
        wiring.random(),
        new WaysDesk(wiring, nets::changed),
        wiring.contacts(),
        wiring.labels(),
        new FakeHiding(),
        Optional.empty(),
        Hands.ask(() -> new Theme(Optional.of(Theme.Scheme.LIGHT))),
        background,
        wiring.clock(),
        new KeptSettings(wiring.settings(), wiring.ways(), wiring.directory()),
        (title, detail) -> {});
  }

  /// The first day of a person who only practises, up to the faucet, which is asked for money: it
  /// comes with the next block.
  public void practise(String password) throws TimeoutException {
    new FirstDayHands(hands).practise(password);
    hands.fire("#receive");
    hands.await("Receive to Account 1");
    hands.fire("#faucet");
    hands.press(KeyCode.ESCAPE, false);
  }

  /// Whether the faucet's money is there, and proven; to be called on the JavaFX thread.
  public boolean isPaid() {
    return hands.texts().containsAll(List.of("10", "Proven"));
  }

  /// In front of it.
  public Hands hands() {
    return hands;
  }

  /// Behind it.
  public ChainSession session() {
    return nets.current().session();
  }

  /// Breaks a practice endpoint, or mends it with `none`.
  public void fault(String endpoint, String fault) {
    nets.current().faults().orElseThrow().set(new EndpointId(endpoint), fault);
  }

  /// Gives practice money, in a block when this returns.
  public void faucet(Address to) {
    wiring.practice().faucet(to, Optional.empty());
    wiring.practice().mine(1);
  }

  /// Makes a block now, and has it noticed.
  public void mine() throws InterruptedException {
    wiring.practice().mine(1);
    LiveSession session = (LiveSession) session();
    session.refresh(); // however long the next look at the heads would have been away
    session.step();
  }

  @Override
  public void close() {
    Hands.run(() -> {
      window.close();
      hands.stage().hide();
    });
    nets.close();
    wiring.close();
  }
}

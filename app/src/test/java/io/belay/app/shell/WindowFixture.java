package io.belay.app.shell;

import io.belay.app.fake.FakeContacts;
import io.belay.app.fake.FakeDesk;
import io.belay.app.fake.FakeDrafts;
import io.belay.app.fake.FakeDrills;
import io.belay.app.fake.FakeEndpointDesk;
import io.belay.app.fake.FakeHiding;
import io.belay.app.fake.FakeIdleLimit;
import io.belay.app.fake.FakeKeeper;
import io.belay.app.fake.FakeLabels;
import io.belay.app.fake.FakeNets;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeSettings;
import io.belay.app.fake.FakeSwitches;
import io.belay.app.fake.FakeVault;
import io.belay.app.fake.FakeWays;
import io.belay.app.fx.Theme;
import io.belay.app.fx.VirtualBackground;
import io.belay.core.store.ContactBook;
import io.belay.core.store.LabelBook;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;

/// A window over fakes. A test sets what it is about before it opens it; the rest is empty and
/// quiet. Registered as an extension it starts the toolkit before a test, and closes the window
/// after it.
public final class WindowFixture implements BeforeEachCallback, AfterEachCallback {
  private static final int PATIENCE = 10;

  // windows that are left open go on drawing, and make every later test slower
  private static final AtomicReference<Optional<WindowFixture>> LAST =
      new AtomicReference<>(Optional.empty());

  final FakeSession session = new FakeSession();
  FakeVault door = new FakeVault();
  final FakeEndpointDesk endpoints = new FakeEndpointDesk();
  final FakeHiding hiding = new FakeHiding();
  final FakeSettings settings = new FakeSettings();
  final Queue<String> told = new ConcurrentLinkedQueue<>();
  final ContactBook contacts = FakeContacts.empty();
  final LabelBook labels = FakeLabels.empty();
  FakeNets nets = new FakeNets(net(session, Optional.of(new FakeSwitches())));
  Theme.Scheme scheme = Theme.Scheme.LIGHT;
  private Optional<MainWindow> window = Optional.empty();
  private Optional<Stage> shown = Optional.empty();

  /// A network over a session, with the practice network's switches or without.
  public static Net net(FakeSession session, Optional<FakeSwitches> switches) {
    return new Net(
        session, new FakeDrills(), switches.map(s -> s), new FakeWays(), new FakeDrafts());
  }

  /// The window in front of its locked vault.
  Hands open() {
    LAST.getAndSet(Optional.of(this)).ifPresent(WindowFixture::close);
    Deps deps =
        new Deps(
            nets,
            door,
            FakeDesk::new,
            FakeKeeper::new,
            new FakeIdleLimit(),
            new Random(7),
            endpoints,
            contacts,
            labels,
            hiding,
            Optional.empty(),
            Hands.ask(() -> new Theme(Optional.of(scheme))),
            new VirtualBackground(),
            () -> FakeSession.NOW,
            settings,
            (title, detail) -> told.add(title + ": " + detail));
    return Hands.ask(() -> {
      Stage stage = new Stage();
      MainWindow made = new MainWindow(stage, deps);
      window = Optional.of(made);
      shown = Optional.of(stage);
      made.show();
      return new Hands(stage, PATIENCE);
    });
  }

  /// The window with its vault open, on the accounts' page.
  Hands unlocked() throws TimeoutException {
    Hands hands = open();
    unlock(hands);
    hands.await("Recent activity");
    return hands;
  }

  /// Gives the password at the gate.
  void unlock(Hands hands) {
    hands.fill("#password", FakeVault.PASSWORD);
    hands.fire("#unlock");
  }

  /// Gives the open window a link from outside.
  void link(String uri) {
    window.ifPresent(open -> Hands.run(() -> open.open(uri)));
  }

  @Override
  public void beforeEach(ExtensionContext context) throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }

  /// Closes the window that was opened.
  void close() {
    window.ifPresent(open -> Hands.run(open::close));
    shown.ifPresent(stage -> Hands.run(stage::hide));
    window = Optional.empty();
    shown = Optional.empty();
  }
}

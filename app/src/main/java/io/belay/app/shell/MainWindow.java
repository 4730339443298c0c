package io.belay.app.shell;

import io.belay.app.control.Build;
import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Surprises;
import io.belay.app.fx.Ui;
import io.belay.app.link.LinkStrip;
import io.belay.app.link.LinkViewModel;
import io.belay.app.notices.Elsewhere;
import io.belay.app.notices.NoticesViewModel;
import io.belay.app.settings.SettingsViewModel;
import io.belay.app.sign.SignInput;
import io.belay.app.unlock.GateView;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.app.unlock.Way;
import io.belay.app.vault.IdleLimit;
import io.belay.app.vault.LockViewModel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// The window. Made and used on the JavaFX thread.
public final class MainWindow {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Stage stage;
  private final Deps deps;
  private final Ui ui;
  private final RestingCaret caret;
  private final AutoLock autoLock;
  private final BorderPane root = new BorderPane();
  private final Surprises surprises = Surprises.listen();
  private final SurpriseViewModel surprise;
  private final SettingsViewModel settings;
  private final NoticesViewModel notices;
  private final SignInput unsigned = new SignInput();
  private final LinkViewModel link;
  private final DropViewModel drops;
  private final WindowLook look;
  private Optional<Rooms> rooms = Optional.empty();
  private Optional<GateView> gate = Optional.empty();
  private Optional<Opened> vault = Optional.empty();
  private Optional<Running> watching = Optional.empty();

  /// Fills the stage; [#show] opens it.
  public MainWindow(Stage stage, Deps deps) {
    this.stage = stage;
    this.deps = deps;
    this.ui = new Ui(deps.settings().start().words(), deps.background(), deps.clock());
    this.settings = new SettingsViewModel(ui, deps.settings());
    this.notices =
        new NoticesViewModel(
            ui, new Elsewhere(deps.notifier(), this::looksElsewhere, this::isDiscreet));
    this.surprise = new SurpriseViewModel(ui, surprises);
    this.link = new LinkViewModel(ui, new OpenPayer(() -> rooms, deps.nets()));
    this.drops = new DropViewModel(ui);
    DropStrip dropped = new DropStrip(ui, drops);
    dropped.listen(root);
    VBox top = new VBox(new SurpriseStrip(ui, surprise), new LinkStrip(ui, link), dropped);
    root.setTop(top);
    this.look = new WindowLook(ui, stage, root, top, deps.theme());
    Scene scene = look.makeScene();
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    this.autoLock = new AutoLock(deps.clock(), InstantSource.system(), IdleLimit.USUAL, this::lock);
    this.caret = new RestingCaret(scene, deps.clock());
    scene.addEventFilter(
        InputEvent.ANY,
        event -> {
          autoLock.touched();
          caret.touched();
        });
    stage.focusedProperty().addListener((o, was, is) -> caret.touched());
    watching =
        Optional.of(deps.background().every(LOOK, () -> true, looked -> tick(), e -> tick()));
    stage.setScene(scene);
    stage.setMinWidth(880);
    stage.setMinHeight(600);
    KeptPlace.of(stage, deps.settings());
    deps.background().run(deps.hiding()::kept, this::veil, e -> {});
    deps.opened().ifPresentOrElse(vault -> enter(vault, Optional.empty()), this::showGate);
  }

  private void tick() {
    autoLock.tick();
    caret.tick();
  }

  /// Opens the window.
  public void show() {
    stage.show();
  }

  /// Takes a link that asks for a payment (ERC-681): it is filled in, never sent.
  public void open(String uri) {
    link.take(uri);
  }

  /// Closes the vault and stands before the wallet again; does nothing where no vault is open.
  public void lock() {
    if (vault.isEmpty()) {
      // on the first day a vault is open before anybody is in
      gate.filter(GateView::holdsVault)
          .ifPresent(before -> {
            before.drop();
            showGate();
          });
      return;
    }
    drops.shut();
    rooms.ifPresent(Rooms::close);
    rooms = Optional.empty();
    vault.ifPresent(Opened::close);
    vault = Optional.empty();
    unsigned.clear();
    showGate();
  }

  /// Locks, and stops looking at the clock.
  public void close() {
    lock();
    gate.ifPresent(GateView::drop);
    watching.ifPresent(Running::cancel);
    watching = Optional.empty();
    notices.close();
    surprise.close();
    surprises.close();
  }

  private void showGate() {
    GateView shown = new GateView(ui, deps.door(), FirstDay.around(ui, deps), this::enter);
    gate = Optional.of(shown);
    // on the first day nobody has said yet what they look at
    boolean first = deps.door().names().isEmpty();
    look.practice(!first && deps.nets().isPractice());
    root.setCenter(shown);
    link.look();
  }

  /// @param first how a person began, on the first day
  private void enter(Opened opened, Optional<Way> first) {
    gate = Optional.empty();
    vault = Optional.of(opened);
    LockViewModel idle = new LockViewModel(ui, deps.idle(), autoLock::limit);
    idle.load();
    NetChoice networks = new NetChoice(ui, deps.nets(), net -> turn(opened, idle, net));
    // a link's network gets its name
    networks.offered().addListener((o, was, is) -> link.look());
    // in the place of the gate, at which another vault could be opened meanwhile
    root.setCenter(new StackPane(Build.label(ui.text("window.opening"), "muted")));
    deps.background()
        .run(
            deps.nets()::current,
            net -> {
              turn(opened, idle, networks);
              first.ifPresent(way -> rooms.ifPresent(open -> open.bring(way)));
            },
            e -> {
              lock();
              gate.ifPresent(asked -> asked.failed(e));
            });
  }

  private void openDropped() {
    rooms.ifPresent(open -> drops.letIn(open::open));
  }

  /// Shows another network, unless it was locked meanwhile.
  private void turn(Opened opened, LockViewModel idle, NetChoice networks) {
    if (vault.filter(opened::equals).isPresent()) {
      rooms.ifPresent(Rooms::close);
      move(opened, idle, networks);
      openDropped();
    }
  }

  private void move(Opened opened, LockViewModel idle, NetChoice networks) {
    Net net = deps.nets().current();
    look.practice(net.session().chain().practice());
    notices.follow(net.session(), () -> Facts.known(deps, net));
    try {
      rooms = Optional.of(rooms(net, opened, idle, networks));
    } catch (RuntimeException e) {
      lock(); // no vault stays open behind a page that could not be made; the failure is told
      throw e;
    }
    rooms.ifPresent(open -> {
      root.setCenter(open);
      open.begin();
      link.look();
    });
  }

  private Rooms rooms(Net net, Opened opened, LockViewModel idle, NetChoice networks) {
    return new Rooms(
        ui,
        deps,
        net,
        opened,
        new Around(idle, networks, settings, notices, unsigned, this::lock, this::hide));
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && !event.isAltDown() && resize(event.getCode())) {
      event.consume();
      return;
    }
    boolean palette = rooms.filter(open -> open.commands().isOpen()).isPresent();
    boolean taken =
        palette
            ? rooms.filter(open -> open.commands().press(event)).isPresent()
            : rooms.filter(open -> Keys.press(event, open, this::lock)).isPresent();
    if (taken) {
      event.consume();
    }
  }

  /// Works before a vault is open too.
  private boolean resize(KeyCode code) {
    switch (code) {
      case EQUALS, PLUS, ADD -> settings.look(look -> look.step(1));
      case MINUS, SUBTRACT -> settings.look(look -> look.step(-1));
      case DIGIT0, NUMPAD0 -> settings.look(look -> look.sized(100));
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Hides amounts everywhere at once, or shows them again; remembered.
  private void hide() {
    boolean hidden = !ui.words().veil().drawn().get();
    veil(hidden);
    deps.background()
        .run(
            () -> {
              deps.hiding().keep(hidden);
              return hidden;
            },
            kept -> {},
            e -> {}); // it holds in this window all the same
  }

  private boolean looksElsewhere() {
    return settings.chosen().get().notices() && !stage.isFocused();
  }

  /// A locked wallet tells no more than one whose amounts are hidden.
  private boolean isDiscreet() {
    return vault.isEmpty() || ui.words().veil().drawn().get();
  }

  private void veil(boolean hidden) {
    ui.words().veil().drawn().set(hidden);
    rooms.ifPresent(Rooms::redraw);
  }
}

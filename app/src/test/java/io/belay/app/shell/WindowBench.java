package io.belay.app.shell;

import io.belay.app.fake.FakeNets;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeSwitches;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeVault;
import io.belay.base.Address;
import io.belay.core.chain.Chain;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.money.Wei;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.testfx.api.FxToolkit;

/// Prints how long the window takes for what a person does, with 200 accounts on 20 networks and
/// 100,000 transactions: the handler alone, and with style, layout and a whole picture of the
/// window after it, which is more than is ever drawn at once. Headless, drawn by the processor.
final class WindowBench {
  private static final int ACCOUNTS = 200;
  private static final int NETWORKS = 20;
  private static final int ROWS = 100_000;
  private static final int ROUNDS = 15;
  private static final double MILLION = 1e6;

  private final Map<String, List<Long>> handled = new LinkedHashMap<>();
  private final Map<String, List<Long>> painted = new LinkedHashMap<>();
  private final WindowFixture window = new WindowFixture();
  private final Hands hands;

  private WindowBench() throws Exception {
    for (int i = 2; i < ACCOUNTS; i++) {
      window.door.more.add(FakeVault.entry("Account " + i, address(i)));
    }
    List<Chain> chains =
        ChainRegistry.load(Duration.ofSeconds(4)).networks().stream()
            .map(known -> known.chain())
            .limit(NETWORKS - 1L)
            .toList();
    window.nets =
        new FakeNets(
            WindowFixture.net(window.session, Optional.of(new FakeSwitches())),
            chains.stream().map(WindowBench::other).toArray(Net[]::new));
    fill(window.session);
    window.session.activity.set(
        IntStream.range(0, ROWS).mapToObj(i -> FakeTx.of(ROWS - i, state(i))).toList());
    this.hands = window.unlocked();
  }

  private static TxState state(int row) {
    return row < 3 ? TxState.SEEN : TxState.FINAL;
  }

  private static Address address(int number) {
    return Address.parse("0x%040x".formatted(BigInteger.valueOf(0xace0_0000L + number)));
  }

  private static Net other(Chain chain) {
    FakeSession session = new FakeSession();
    session.chain = chain;
    fill(session);
    return WindowFixture.net(session, Optional.empty());
  }

  private static void fill(FakeSession session) {
    List<Address> all = new ArrayList<>(List.of(FakeVault.SAVINGS, FakeVault.DAILY));
    IntStream.range(2, ACCOUNTS).mapToObj(WindowBench::address).forEach(all::add);
    for (Address account : all) {
      session.balances.put(
          account,
          new Observed.Proven<>(
              Wei.of(BigInteger.valueOf(account.hashCode()).abs().shiftLeft(30)),
              FakeSession.evidence("alpine", "birch")));
    }
  }

  private void act(String what, Runnable deed) {
    Hands.run(() -> {
      Parent root = hands.stage().getScene().getRoot();
      WritableImage image = new WritableImage(1280, 800);
      long start = System.nanoTime();
      deed.run();
      long handler = System.nanoTime();
      root.applyCss();
      root.layout();
      hands.stage().getScene().snapshot(image);
      long end = System.nanoTime();
      handled.computeIfAbsent(what, w -> new ArrayList<>()).add(handler - start);
      painted.computeIfAbsent(what, w -> new ArrayList<>()).add(end - start);
    });
  }

  private void key(Node target, KeyCode code) {
    target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  private void round(int number) {
    for (Place place : Place.values()) {
      String id = "#" + place.key().replace('.', '-');
      act("to " + id.substring(5), () -> hands.find(id, Button.class).fire());
    }
    act("to activity", () -> hands.find("#nav-activity", Button.class).fire());
    Node list = Hands.ask(() -> hands.stage().getScene().getRoot().lookup(".tx-list"));
    for (KeyCode code : List.of(KeyCode.DOWN, KeyCode.PAGE_DOWN, KeyCode.END, KeyCode.HOME)) {
      act("list " + code.getName(), () -> key(list, code));
    }
    TextInputControl search = hands.find("#activity-search", TextInputControl.class);
    act("typing a search", () -> search.setText("0x52" + number));
    act("clearing it", () -> search.setText(""));
    act("to accounts", () -> hands.find("#nav-accounts", Button.class).fire());
    ScrollPane page =
        Hands.ask(() -> (ScrollPane) hands.stage().getScene().getRoot().lookup(".scroll-pane"));
    act("scrolling", () -> page.setVvalue((number % 10) / 10.0));
    List<TxRecord> next = new ArrayList<>(window.session.activity.get());
    next.set(0, FakeTx.of(ROWS, number % 2 == 0 ? TxState.ACCEPTED : TxState.SEEN));
    act("a transaction goes on", () -> window.session.activity.set(next));
  }

  private static double at(List<Long> nanos, double part) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * part))) / MILLION;
  }

  private void print() {
    System.out.printf(
        "%-24s %9s %9s   %9s %9s%n", "ms", "handler50", "handler99", "paint50", "paint95");
    handled.forEach((what, times) -> {
      List<Long> whole = painted.getOrDefault(what, List.of());
      System.out.printf(
          "%-24s %9.1f %9.1f   %9.1f %9.1f%n",
          what, at(times, 0.5), at(times, 0.99), at(whole, 0.5), at(whole, 0.95));
    });
    System.out.printf(
        "%-24s %9.1f %9.1f   %9.1f %9.1f%n",
        "all",
        at(flat(handled), 0.5),
        at(flat(handled), 0.99),
        at(flat(painted), 0.5),
        at(flat(painted), 0.95));
  }

  private static List<Long> flat(Map<String, List<Long>> times) {
    return times.values().stream().flatMap(List::stream).toList();
  }

  /// Runs it.
  public static void main(String[] args) throws Exception {
    FxToolkit.registerPrimaryStage();
    WindowBench bench = new WindowBench();
    for (int i = 0; i < ROUNDS / 3; i++) {
      bench.round(i); // warms the compiler up
    }
    bench.handled.clear();
    bench.painted.clear();
    for (int i = 0; i < ROUNDS; i++) {
      bench.round(i);
    }
    bench.print();
    System.exit(0);
  }
}

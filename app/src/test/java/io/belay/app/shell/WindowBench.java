package io.belay.app.shell;

import io.belay.app.fake.FakeTx;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.testfx.api.FxToolkit;

/// Prints how long the window takes for what a person does, with 200 accounts on 20 networks and
/// 100,000 transactions. See [Stopwatch] for what is measured.
final class WindowBench {
  private static final int ROUNDS = 20;
  private static final int WARM = 5;

  private final Crowd crowd = new Crowd();
  private final Hands hands;
  private final Stopwatch watch;

  private WindowBench() throws TimeoutException {
    this.hands = crowd.window().unlocked();
    this.watch = new Stopwatch(hands.stage().getScene());
  }

  private static void key(Node target, KeyCode code, boolean control) {
    target.fireEvent(
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
  }

  private <T extends Node> T look(String selector, Class<T> type) {
    return Hands.ask(() -> type.cast(hands.stage().getScene().getRoot().lookup(selector)));
  }

  private void fire(String what, String id) {
    watch.act(what, () -> hands.find(id, Button.class).fire());
  }

  private void round(int number) {
    for (Place place : Place.values()) {
      String id = "#" + place.key().replace('.', '-');
      fire("to " + id.substring(5), id);
    }
    activity(number);
    accounts(number);
    palette();
  }

  private void activity(int number) {
    fire("to activity", "#nav-activity");
    ListView<?> list = look(".tx-list", ListView.class);
    for (KeyCode code : List.of(KeyCode.DOWN, KeyCode.PAGE_DOWN, KeyCode.END, KeyCode.HOME)) {
      watch.act("list " + code.getName(), () -> key(list, code, false));
    }
    TextInputControl search = hands.find("#activity-search", TextInputControl.class);
    String typed = "0x" + Long.toHexString(Crowd.ROWS / 2 + number);
    Callable<Boolean> few = () -> list.getItems().size() < Crowd.ROWS / 2;
    watch.answer("a search", () -> search.setText(typed), few);
    watch.answer("no search", () -> search.setText(""), () -> !few.call());
    watch.act("a filter", () -> click("#filter-open"));
    watch.act("no filter", () -> click("#filter-all"));
    List<TxRecord> next = new ArrayList<>(crowd.window().session.activity.get());
    TxState state = number % 2 == 0 ? TxState.ACCEPTED : TxState.SEEN;
    next.set(0, FakeTx.of(Crowd.ROWS, state));
    watch.answer(
        "a transaction goes on",
        () -> crowd.window().session.activity.set(next),
        () -> list.getItems().getFirst().equals(next.getFirst()));
  }

  private void click(String id) {
    hands.find(id, javafx.scene.control.ToggleButton.class).fire();
  }

  private void accounts(int number) {
    fire("to accounts", "#nav-accounts");
    ScrollPane page = look(".scroll-pane", ScrollPane.class);
    watch.act("scrolling", () -> page.setVvalue((number % 10) / 10.0));
    fire("a network's accounts", "#others-fold-1");
    fire("without them", "#others-fold-1");
    watch.act("scrolling", () -> page.setVvalue(0));
    Button name = Hands.ask(() -> (Button) hands.stage().getScene().getRoot().lookup(".name"));
    watch.act("to an account", name::fire);
    fire("back from it", "#account-back");
  }

  private void palette() {
    Node root = Hands.ask(() -> hands.stage().getScene().getRoot());
    watch.act("palette", () -> key(root, KeyCode.K, true));
    TextInputControl field = hands.find("#palette-field", TextInputControl.class);
    watch.act("typing in it", () -> field.setText("account 19"));
    watch.act("leaving it", () -> key(root, KeyCode.ESCAPE, false));
  }

  /// Runs it.
  public static void main(String[] args) throws Exception {
    FxToolkit.registerPrimaryStage();
    WindowBench bench = new WindowBench();
    for (int i = 0; i < WARM; i++) {
      bench.round(i);
    }
    bench.watch.forget();
    for (int i = 0; i < ROUNDS; i++) {
      bench.round(i);
    }
    bench.watch.print();
    System.exit(0);
  }
}

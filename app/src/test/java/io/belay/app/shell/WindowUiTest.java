package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeDesk;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeSwitches;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.Theme;
import io.belay.app.fx.VirtualBackground;
import io.belay.core.state.Observed;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Walks the whole job in a headless window and keeps pictures of it.
class WindowUiTest {
  private final FakeSession session = new FakeSession();
  private final FakeVault door = new FakeVault();
  private final AtomicInteger locks = new AtomicInteger();

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource(
      value = Theme.Scheme.class,
      names = {"LIGHT", "DARK"})
  void walksFromUnlockToFinalEvidence(Theme.Scheme scheme) throws Exception {
    balances();
    Stage stage = open(scheme);
    picture(stage, "unlock", scheme);

    type(stage, "#password", "wrong one");
    fire(stage, "#unlock");
    await(stage, "Wrong password. Nothing was changed.");
    type(stage, "#password", FakeVault.PASSWORD);
    fire(stage, "#unlock");
    await(stage, "4.181706");
    picture(stage, "accounts", scheme);

    fire(stage, "#receive");
    await(stage, "Receive to Savings");
    picture(stage, "receive", scheme);
    fire(stage, "#nav-send");
    type(stage, "#to", FakeVault.DAILY.toString());
    type(stage, "#amount", "0.05");
    await(stage, "= 0.05 ETH");
    picture(stage, "send", scheme);
    fire(stage, "#review");
    await(stage, "Sign and send");
    picture(stage, "review", scheme);

    run(() -> find(stage, "#confirm", Node.class).requestFocus());
    press(stage, KeyCode.ENTER, false);
    assertThat(session.sent).isEmpty();
    press(stage, KeyCode.ENTER, true);
    await(stage, "Seen by 2 of 5 operators.");
    picture(stage, "evidence", scheme);
    assertThat(session.sent).hasSize(1);

    fire(stage, "#nav-activity");
    await(stage, "Sent 0.05 ETH to");
    picture(stage, "activity", scheme);
    press(stage, KeyCode.D, true);
    await(stage, "Endpoints in trouble: 3.");
    choose(stage, "#fault-practice-2", "slow");
    picture(stage, "connectivity", scheme);
    fire(stage, "#lock");
    await(stage, "Unlock");
    assertThat(locks).hasValue(1);
    assertThat(door.closed).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Theme.Scheme.class,
      names = {"LIGHT", "DARK"})
  void makesAVaultAndShowsItsWords(Theme.Scheme scheme) throws Exception {
    Stage stage = open(scheme);
    run(() -> link(stage, "Create a vault"));
    picture(stage, "create", scheme);
    type(stage, "#new-password", "long enough");
    type(stage, "#again", "long enough");
    fire(stage, "#create");
    await(stage, "wordl");
    picture(stage, "words", scheme);
    fire(stage, "#written");
    await(stage, "Check what you wrote");
    picture(stage, "check", scheme);
    fire(stage, "#skip");
    await(stage, "Recent activity");
  }

  @Test
  void chipAnswersHowThisIsKnown() throws Exception {
    balances();
    Stage stage = open(Theme.Scheme.LIGHT);
    type(stage, "#password", FakeVault.PASSWORD);
    fire(stage, "#unlock");
    await(stage, "Single, one operator only");
    run(() -> {
      Node chip = stage.getScene().getRoot().lookup(".table-cell .chip");
      chip.requestFocus();
    });
    press(stage, KeyCode.ENTER, false);
    var popups =
        WaitForAsyncUtils.waitForAsyncFx(
            5_000, () -> List.copyOf(Window.getWindows().filtered(w -> w instanceof Popup)));
    assertThat(popups).hasSize(1);
    var image =
        WaitForAsyncUtils.waitForAsyncFx(
            5_000, () -> popups.getFirst().getScene().getRoot().snapshot(null, null));
    Png.write(image, Path.of("target", "screenshots", "known-light.png"));
    run(() -> popups.getFirst().hide());
    run(() -> stage.setWidth(900));
    picture(stage, "narrow", Theme.Scheme.LIGHT);
  }

  @ParameterizedTest
  @CsvSource({"DIGIT2,Activity", "DIGIT3,What Belay knows now", "DIGIT4,Ask all now"})
  void pagesAreReachedByKeys(KeyCode code, String seen) throws Exception {
    Stage stage = open(Theme.Scheme.CONTRAST);
    type(stage, "#password", FakeVault.PASSWORD);
    fire(stage, "#unlock");
    await(stage, "Recent activity");
    run(() ->
        stage
            .getScene()
            .getRoot()
            .fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, true, false)));
    await(stage, seen);
    picture(stage, "key-" + code.getChar(), Theme.Scheme.CONTRAST);
  }

  private void balances() {
    session.balances.put(
        FakeVault.SAVINGS,
        new Observed.Proven<>(
            FakeSession.ether("4.181706"), FakeSession.evidence("alpine", "birch")));
    session.balances.put(
        FakeVault.DAILY,
        new Observed.Single<>(FakeSession.ether("0.042318"), FakeSession.evidence("ember")));
  }

  private Stage open(Theme.Scheme scheme) throws Exception {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          Stage stage = new Stage();
          new MainWindow(
                  stage,
                  new Deps(
                      session,
                      door,
                      FakeDesk::new,
                      Optional.of(new FakeSwitches()),
                      Optional.empty(),
                      Optional.of(scheme),
                      locks::incrementAndGet,
                      new VirtualBackground(),
                      () -> FakeSession.NOW))
              .show();
          return stage;
        });
  }

  private static void run(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static <T> T find(Stage stage, String id, Class<T> type) {
    return type.cast(stage.getScene().lookup(id));
  }

  private static void type(Stage stage, String id, String text) {
    run(() -> find(stage, id, TextInputControl.class).setText(text));
  }

  private static void fire(Stage stage, String id) {
    run(() -> find(stage, id, javafx.scene.control.Button.class).fire());
  }

  @SuppressWarnings("unchecked")
  private static void choose(Stage stage, String id, String value) {
    run(() -> ((ComboBox<String>) find(stage, id, ComboBox.class)).setValue(value));
  }

  private static void link(Stage stage, String text) {
    stage.getScene().getRoot().lookupAll(".button").stream()
        .map(javafx.scene.control.Button.class::cast)
        .filter(button -> button.getText().equals(text))
        .forEach(javafx.scene.control.Button::fire);
  }

  private static void press(Stage stage, KeyCode code, boolean control) {
    run(() -> {
      Node target =
          Optional.ofNullable(stage.getScene().getFocusOwner()).orElse(stage.getScene().getRoot());
      target.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    });
  }

  private static void await(Stage stage, String text) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () ->
            WaitForAsyncUtils.waitForAsyncFx(5_000, () -> texts(stage)).stream()
                .anyMatch(shown -> shown.contains(text)));
  }

  private static List<String> texts(Stage stage) {
    return stage.getScene().getRoot().lookupAll("*").stream()
        .filter(Labeled.class::isInstance)
        .map(node -> String.valueOf(((Labeled) node).getText()))
        .toList();
  }

  private static void picture(Stage stage, String name, Theme.Scheme scheme) throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    var image = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> stage.getScene().snapshot(null));
    String file = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
    Png.write(image, Path.of("target", "screenshots", file));
  }
}

package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeNetwork;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeSettings;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.Look;
import io.belay.app.fx.Theme;
import io.belay.app.fx.VirtualBackground;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Connectivity;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.tx.UnsignedTransaction;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// What belongs to the desk and to no page: failures, settings, notices, the clipboard.
class DeskWindowUiTest {
  private static final String SECRET = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  private final WindowFixture window = new WindowFixture();
  private final FakeSession session = window.session;
  private final FakeSettings settings = window.settings;
  private Optional<Thread.UncaughtExceptionHandler> before = Optional.empty();

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  /// The tests' own listener would fail the test for what it injects.
  @BeforeEach
  void listenAlone() {
    before = Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler());
    Thread.setDefaultUncaughtExceptionHandler(null);
  }

  @AfterEach
  void listenAgain() {
    window.close();
    Thread.setDefaultUncaughtExceptionHandler(before.orElse(null));
    WaitForAsyncUtils.clearExceptions();
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void aFailureOnAnyPageIsToldAndThePageGoesOn(Place place) throws Exception {
    Hands hands = unlocked(Theme.Scheme.LIGHT);
    hands.fire("#" + place.key().replace('.', '-'));
    failInAHandler(hands);
    hands.await("Something failed inside Belay");
    assertThat(Hands.ask(hands::texts)).contains("Copy report");
    failInAJob();
    hands.await("Something failed inside Belay, 2 times");
    Thread.ofVirtual().start(DeskWindowUiTest::fail);
    hands.await("Something failed inside Belay, 3 times");
    hands.fire("#crash-look");
    hands.picture("crash-" + place.name().toLowerCase(java.util.Locale.ROOT));
    assertThat(report(hands))
        .contains("Belay ", "IllegalStateException: of <hex>", "DeskWindowUiTest.fail")
        .doesNotContain(SECRET);
    hands.fire("#crash-copy");
    hands.await("Copied");
    assertThat(Hands.ask(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(report(hands));
    hands.fire("#crash-dismiss");
    hands.awaitThat("it is gone", () -> !hands.find("#crash", Node.class).isVisible());
    goesOn(hands, place);
  }

  private static void fail() {
    throw new IllegalStateException("of " + SECRET);
  }

  private static void failInAHandler(Hands hands) {
    Node page = Hands.ask(() -> pane(hands).getContent());
    EventHandler<MouseEvent> failing = event -> fail();
    // fired from a task of its own: the test's own call would carry the failure off
    Hands.run(() -> page.addEventHandler(MouseEvent.MOUSE_CLICKED, failing));
    new VirtualBackground()
        .run(
            () -> 0,
            done -> {
              try {
                page.fireEvent(click());
              } finally {
                page.removeEventHandler(MouseEvent.MOUSE_CLICKED, failing);
              }
            },
            e -> {});
  }

  private static MouseEvent click() {
    return new MouseEvent(
        MouseEvent.MOUSE_CLICKED,
        0,
        0,
        0,
        0,
        javafx.scene.input.MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  private static void failInAJob() {
    new VirtualBackground()
        .run(
            () -> {
              fail();
              return 0;
            },
            done -> {},
            e -> {});
  }

  private static ScrollPane pane(Hands hands) {
    return (ScrollPane) hands.stage().getScene().getRoot().lookup(".scroll-pane");
  }

  private static String report(Hands hands) {
    return Hands.ask(() -> hands.find("#crash-report", TextArea.class).getText());
  }

  /// The page can be read again, left and come back to, and money can be sent.
  private void goesOn(Hands hands, Place place) throws Exception {
    hands.press(KeyCode.F5, false);
    hands.fire("#nav-accounts");
    hands.await("Recent activity");
    hands.fire("#" + place.key().replace('.', '-'));
    hands.press(KeyCode.N, true);
    hands.fill("#to", FakeVault.DAILY.toString());
    hands.fill("#amount", "0.05");
    hands.await("= 0.05 ETH");
    hands.fire("#review");
    hands.await("Sign and send");
    hands.press(KeyCode.ENTER, true);
    hands.awaitThat("it was sent", () -> session.sent.size() == 1);
  }

  @Test
  void aFailureBeforeUnlockingIsToldToo() throws Exception {
    window.scheme = Theme.Scheme.LIGHT;
    Hands hands = window.open();
    hands.awaitThat("gate", () -> hands.find("#password", Node.class) != null);
    failInAJob();
    hands.await("Something failed inside Belay");
    hands.pictures("crash-unlock");
    hands.fill("#password", FakeVault.PASSWORD);
    hands.fire("#unlock");
    hands.await("Recent activity");
  }

  @Test
  void settingsHoldAtOnceAndAreKept() throws Exception {
    Hands hands = unlocked(Theme.Scheme.LIGHT);
    hands.press(KeyCode.COMMA, true);
    hands.await("Data directory");
    hands.pictures("settings");
    Hands.run(() -> choice(hands, "#settings-colours").setValue(Look.Colours.CONTRAST));
    assertThat(sheet()).endsWith("contrast.css");
    hands.picture("settings", Theme.Scheme.CONTRAST);
    Hands.run(() -> choice(hands, "#settings-colours").setValue(Look.Colours.LIGHT));
    assertThat(sheet()).endsWith("light.css");
    double small = Hands.ask(() -> width(hands));
    for (int i = 0; i < 5; i++) {
      hands.press(KeyCode.EQUALS, true);
    }
    assertThat(Hands.ask(() -> width(hands))).isLessThan(small);
    hands.picture("settings-200");
    hands.fire("#nav-accounts");
    hands.picture("accounts-200");
    hands.fire("#nav-send");
    hands.picture("send-200");
    hands.press(KeyCode.DIGIT0, true);
    assertThat(Hands.ask(() -> width(hands))).isEqualTo(small);
    assertThat(Hands.ask(() -> more(hands).isVisible())).isTrue();
    hands.press(KeyCode.COMMA, true);
    Hands.run(() -> hands.find("#settings-expert", javafx.scene.control.CheckBox.class).fire());
    Hands.run(() -> hands.find("#settings-still", javafx.scene.control.CheckBox.class).fire());
    hands.awaitThat(
        "kept", () -> settings.kept.look().equals(new Look(Look.Colours.LIGHT, 100, true, false)));
    hands.fire("#nav-send");
    assertThat(Hands.ask(() -> more(hands).isVisible())).isFalse();
    hands.fire("#nav-settings");
    hands.fire("#settings-proxy");
    hands.await("Ask all now");
  }

  private static Node more(Hands hands) {
    return pane(hands).getContent().lookup(".titled-pane");
  }

  private static double width(Hands hands) {
    return pane(hands).getWidth();
  }

  private static String sheet() {
    return Hands.ask(javafx.application.Application::getUserAgentStylesheet);
  }

  @SuppressWarnings("unchecked")
  private static <T> ComboBox<T> choice(Hands hands, String id) {
    return hands.find(id, ComboBox.class);
  }

  @Test
  void aboutSaysWhoseWorkIsInIt() throws Exception {
    Hands hands = unlocked(Theme.Scheme.LIGHT);
    hands.fire("#nav-settings");
    hands.fire("#settings-about");
    hands.await("What Belay sends to whom");
    hands.await("Bouncy Castle");
    hands.grow(1400);
    hands.pictures("about");
    hands.press(KeyCode.ESCAPE, false);
    hands.await("Data directory");
  }

  @Test
  void windowComesBackWhereItStood() throws Exception {
    settings.window = Optional.of("40 30 1000 700 false");
    Hands hands = unlocked(Theme.Scheme.LIGHT);
    assertThat(Hands.ask(() -> hands.stage().getX())).isEqualTo(40);
    assertThat(Hands.ask(() -> hands.stage().getWidth())).isEqualTo(1000);
    Hands.run(() -> {
      hands.stage().setX(60);
      hands.stage().setHeight(720);
      hands.stage().hide();
    });
    assertThat(settings.window).contains("60 30 1000 720 false");
  }

  @Test
  void whatHappenedStandsInTheNotices() throws Exception {
    Hands hands = unlocked(Theme.Scheme.LIGHT);
    session.activity.set(List.of(record(1)));
    session.activity.set(List.of(record(1).in(TxState.ACCEPTED, Observed.Level.SINGLE)));
    session.activity.set(
        List.of(
            record(1).in(TxState.INCLUDED, Observed.Level.AGREED, FakeSession.block(413), false)));
    hands.awaitThat(
        "a refusal",
        () -> hands.find("#nav-notices", Button.class).getText().startsWith("Notices ("));
    session.connectivity.set(FakeNetwork.with(Connectivity.Mode.STALE, 0));
    hands.awaitThat(
        "trouble too",
        () -> !hands.find("#nav-notices", Button.class).getText().equals("Notices (1)"));
    hands.fire("#nav-notices");
    hands.await("In a block, but the contract refused it");
    hands.await("Practice: no provider answers");
    hands.pictures("notices");
    hands.fire("#notices-read");
    hands.awaitThat(
        "all seen", () -> hands.find("#nav-notices", Button.class).getText().equals("Notices"));
    hands.fireCalled("Open");
    hands.await("Back");
  }

  private static TxRecord record(long nonce) {
    UnsignedTransaction tx =
        new UnsignedTransaction(
            FakeSession.CHAIN.id(),
            nonce,
            Wei.ofGwei("2"),
            Wei.ofGwei("18"),
            21_000,
            FakeVault.DAILY,
            Wei.of(50_000_000_000_000_000L),
            "0x");
    return FakeSession.record(tx, FakeVault.SAVINGS).in(TxState.SENDING, Observed.Level.UNKNOWN);
  }

  @Test
  void anotherAddressThanTheCopiedOneIsWarnedOf() throws Exception {
    Hands hands = unlocked(Theme.Scheme.LIGHT);
    hands.fire("#receive");
    hands.await("Receive to Savings");
    hands.fireCalled("Copy address");
    hands.await("Copied");
    hands.fire("#nav-send");
    paste(hands, FakeVault.SAVINGS.toString());
    assertThat(Hands.ask(hands::texts)).noneMatch(t -> t.startsWith("This is not the address"));
    paste(hands, FakeVault.DAILY.toString());
    hands.await("This is not the address you copied in Belay");
    hands.pictures("paste-other");
    hands.fill("#to", SECRET);
    assertThat(Hands.ask(hands::texts)).noneMatch(t -> t.startsWith("This is not the address"));
  }

  /// As another program would have put it there.
  private static void paste(Hands hands, String text) {
    Hands.run(() -> {
      Clipboard.getSystemClipboard().setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, text));
      hands.find("#to", TextField.class).paste();
    });
  }

  private Hands unlocked(Theme.Scheme scheme) throws Exception {
    window.scheme = scheme;
    return window.unlocked();
  }
}

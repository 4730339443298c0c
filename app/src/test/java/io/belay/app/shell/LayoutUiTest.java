package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeVault;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/// Every page, in a language whose words are 1.4 times as long as the English ones, in a language
/// from right to left, and for people who hear it.
class LayoutUiTest {
  private static final String LONG = "en-XA";
  private static final String MIRRORED = "en-XB";

  private final WindowFixture window = new WindowFixture();

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    make();
  }

  /// Puts two made-up languages beside the texts.
  private static void make() throws IOException, URISyntaxException {
    Path from = Path.of("src/main/resources/io/belay/app/i18n");
    Path classes =
        Path.of(LayoutUiTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path to = Files.createDirectories(classes.resolve("io/belay/app/i18n"));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> !f.toString().contains("_")).toList()) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
          texts.load(in);
        }
        String name = file.getFileName().toString().replace(".properties", "");
        Properties longer = new Properties();
        texts.forEach((key, text) -> longer.put(key, longer((String) key, (String) text)));
        write(longer, to.resolve(name + "_en_XA.properties"));
        texts.replace("language.tag", "ar"); // in its direction, in English words
        write(texts, to.resolve(name + "_en_XB.properties"));
      }
    }
  }

  private static void write(Properties texts, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      texts.store(out, null);
    }
  }

  private static String longer(String key, String text) {
    int more = (int) Math.ceil(text.length() * 0.4);
    boolean fixed = text.isBlank() || key.equals("language.tag") || key.equals("time.day");
    return fixed ? text : text + "~" + "abcde ".repeat(more / 6 + 1).substring(0, more - 1);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Hands open(Place place, String language) throws TimeoutException {
    window.session.balances.put(
        FakeVault.SAVINGS,
        new Observed.Proven<>(
            FakeSession.ether("4.181706"), FakeSession.evidence("alpine", "birch")));
    window.session.activity.set(
        List.of(FakeTx.of(120, TxState.SEEN), FakeTx.of(119, TxState.FINAL), FakeTx.reverted(118)));
    window.settings.kept = window.settings.kept.in(language);
    Hands hands = window.open();
    hands.awaitThat("gate", () -> hands.find("#password", Node.class) != null);
    hands.fill("#password", FakeVault.PASSWORD);
    hands.fire("#unlock");
    String button = "#" + place.key().replace('.', '-');
    hands.awaitThat("inside", () -> hands.find(button, Node.class) != null);
    hands.fire(button);
    return hands;
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void longWordsAreNeitherCutNorOverTheEdge(Place place) throws Exception {
    Hands hands = open(place, LONG);
    hands.picture("long-" + place.name().toLowerCase(java.util.Locale.ROOT));
    assertThat(Hands.ask(() -> flaws(hands))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ACCOUNTS", "SEND", "CONNECTIVITY", "ACTIVITY", "SETTINGS"})
  void whatIsReadFromRightToLeftStandsMirrored(Place place) throws Exception {
    Hands hands = open(place, MIRRORED);
    hands.picture("mirrored-" + place.name().toLowerCase(java.util.Locale.ROOT));
    assertThat(Hands.ask(() -> flaws(hands))).isEmpty();
    double sidebar =
        Hands.ask(() -> onScreen(hands.find("#nav-accounts", Node.class)).getCenterX());
    assertThat(sidebar).isGreaterThan(hands.stage().getWidth() / 2);
  }

  @ParameterizedTest
  @CsvSource({LONG, MIRRORED})
  void theFirstDayHoldsInAnyLanguage(String language) throws Exception {
    window.door = FakeVault.empty();
    window.settings.kept = window.settings.kept.in(language);
    Hands hands = window.open();
    FirstDayHands day = new FirstDayHands(hands);
    hands.await("How do you want to begin?");
    check(hands, "first-day-1-" + language);
    day.begin("create");
    day.makeVault("long enough");
    check(hands, "first-day-2-" + language);
    day.writeBack(day.words());
    hands.fire("#check");
    day.through("own");
    check(hands, "first-day-3-" + language);
    day.through("public");
    hands.fire("#start-next");
    hands.await("Step 4 of 4");
    check(hands, "first-day-4-" + language);
  }

  private static void check(Hands hands, String name) throws IOException {
    hands.picture(name);
    assertThat(Hands.ask(() -> flaws(hands))).isEmpty();
    assertThat(Hands.ask(() -> mute(hands))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void everyControlSaysWhatItIs(Place place) throws Exception {
    Hands hands = open(place, "en");
    assertThat(Hands.ask(() -> mute(hands))).isEmpty();
  }

  private static Bounds onScreen(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private static List<String> flaws(Hands hands) {
    List<String> flaws = new ArrayList<>();
    double width = hands.stage().getScene().getWidth();
    for (Node node : hands.stage().getScene().getRoot().lookupAll("*")) {
      if (!(node instanceof Labeled labeled) || !Hands.isShown(node)) {
        continue;
      }
      Bounds at = onScreen(node);
      if (at.getMinX() < -1 || at.getMaxX() > width + 1) {
        flaws.add("over the edge: " + labeled.getText());
      }
      if (Hands.isCut(labeled)) {
        flaws.add("cut: " + labeled.getText() + " in " + labeled);
      }
    }
    return flaws;
  }

  /// Controls that are reached by Tab and of which a screen reader would say nothing.
  private static List<String> mute(Hands hands) {
    List<String> mute = new ArrayList<>();
    for (Node node : hands.stage().getScene().getRoot().lookupAll("*")) {
      if (node instanceof Control control && node.isFocusTraversable() && Hands.isShown(node)) {
        boolean own =
            control instanceof Labeled named
                && named.getText() != null
                && !named.getText().isBlank();
        boolean told =
            control.getAccessibleText() != null && !control.getAccessibleText().isBlank();
        boolean asks = control instanceof TextInputControl || control instanceof ComboBoxBase;
        if (!told && !own) {
          mute.add((asks ? "field " : "control ") + control);
        }
      }
    }
    return mute;
  }
}

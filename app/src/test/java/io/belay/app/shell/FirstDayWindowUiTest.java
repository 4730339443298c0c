package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeNets;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeVault;
import io.belay.core.chain.ChainRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// The first day, step by step: nothing is decided, opened or asked before its last click.
class FirstDayWindowUiTest {
  private static final String PASSWORD = "long enough";

  @TempDir Path directory;
  private final WindowFixture window = new WindowFixture();
  private final FakeSession ethereum = new FakeSession();

  @SuppressWarnings("NullAway.Init") // each test opens a window first
  private Hands hands;

  @SuppressWarnings("NullAway.Init")
  private FirstDayHands day;

  FirstDayWindowUiTest() {
    ethereum.chain = ChainRegistry.load(Duration.ofSeconds(4)).find("1").chain();
    window.door = FakeVault.empty();
    window.nets =
        new FakeNets(
            WindowFixture.net(window.session, Optional.empty()),
            WindowFixture.net(ethereum, Optional.empty()));
  }

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void open() {
    hands = window.open();
    day = new FirstDayHands(hands);
  }

  private boolean shows(String text) {
    return Hands.ask(() -> hands.texts().stream().anyMatch(shown -> shown.contains(text)));
  }

  private void untilNetworks(String way) throws TimeoutException {
    day.begin(way);
    day.makeVault(PASSWORD);
    day.writeBack(day.words());
    hands.fire("#check");
    hands.awaitThat("networks", () -> hands.find("#start-network-1", Node.class) != null);
  }

  @Test
  void aNewVaultAsksForNetworksAndWhomBeforeTheFirstPacket() throws Exception {
    hands.await("How do you want to begin?");
    assertThat(Hands.ask(() -> hands.stage().getTitle())).isEqualTo("Belay");
    hands.pictures("first-day-1");
    untilNetworks("create");
    assertThat(shows("Belay has sent nothing yet.")).isTrue();
    hands.fire("#start-next");
    hands.await("who learns of you is yours to say");
    Hands.run(() -> hands.find("#start-network-8453", CheckBox.class).fire());
    day.through("public");
    hands.pictures("first-day-3");
    hands.fire("#start-next");
    hands.await("Ethereum, Base, through several public providers.");
    hands.pictures("first-day-4");
    assertThat(window.nets.desk.done).isEmpty();
    hands.fire("#start-open");
    hands.await("Recent activity");
    assertThat(window.nets.desk.done).containsExactly("begin 1 any", "begin 8453 any");
    assertThat(window.nets.current().session().chain().id().value()).isEqualTo(1);
    assertThat(Hands.ask(() -> hands.stage().getScene().lookup(".practice-band"))).isNull();
  }

  @Test
  void enterGoesOnOnlyWhereThatCanBeDone() throws Exception {
    assertThat(isNextByEnter()).isFalse();
    day.begin("create");
    assertThat(isNextByEnter()).isFalse();
    day.makeVault(PASSWORD);
    hands.fire("#start-back");
    hands.await("Your vault is made");
    assertThat(isNextByEnter()).isTrue();
  }

  private boolean isNextByEnter() {
    return Hands.ask(() -> hands.find("#start-next", Button.class).isDefaultButton());
  }

  @Test
  void everyStepLeadsBackAndKeepsWhatWasAnswered() throws Exception {
    day.begin("create");
    hands.fire("#start-back");
    day.begin("create");
    day.makeVault(PASSWORD);
    List<String> words = day.words();
    hands.fire("#start-back");
    hands.await("Your vault is made");
    hands.fire("#start-next");
    hands.await("Write these words down");
    assertThat(day.words()).isEqualTo(words);
    day.writeBack(words);
    hands.fire("#check");
    day.through("own");
    hands.fill("#start-node-1", "http://127.0.0.1:8545");
    hands.fire("#start-back");
    hands.await("three of them were asked back");
    hands.fire("#start-back");
    hands.await("Your vault is made");
    hands.fire("#start-next");
    hands.fire("#start-next");
    hands.await("Step 3 of 4");
    assertThat(Hands.ask(() -> hands.find("#start-node-1", TextField.class).getText()))
        .isEqualTo("http://127.0.0.1:8545");
    hands.pictures("first-day-own-node");
    day.goIn();
    assertThat(window.nets.desk.done)
        .containsExactly("own 1 http://127.0.0.1:8545/", "begin 1 own-only");
    assertThat(window.door.names()).hasSize(1);
  }

  @Test
  void aNodeOnThisComputerIsFoundThere() throws Exception {
    untilNetworks("create");
    day.through("own");
    hands.fire("#start-find");
    hands.await("Find a node on this computer");
    hands.fire("#find-go");
    hands.await("1 node for Ethereum found");
    Hands.run(() -> ((Button) hands.stage().getScene().lookup(".find-add")).fire());
    hands.await("A node of yours is added already");
    hands.pictures("first-day-found-node");
    day.goIn();
    assertThat(window.nets.desk.done).last().isEqualTo("begin 1 own-only");
  }

  @Test
  void aNetworkOfOnesOwnIsAddedAndTaken() throws Exception {
    untilNetworks("create");
    hands.fire("#start-add");
    hands.fill("#network-name", "Rope");
    hands.fill("#network-chain-id", "4242");
    hands.fill("#network-short-name", "rope");
    hands.fill("#network-symbol", "ETH");
    hands.fill("#network-urls", "https://rope.example.org");
    hands.fire("#network-go");
    hands.awaitThat("it is offered", () -> hands.find("#start-network-4242", Node.class) != null);
    assertThat(Hands.ask(() -> hands.find("#start-network-4242", CheckBox.class).isSelected()))
        .isTrue();
    assertThat(Hands.ask(() -> hands.find("#add-network", Node.class))).isNull();
  }

  @Test
  void whoOnlyWatchesComesToThatForm() throws Exception {
    untilNetworks("watch");
    day.through("practice");
    day.goIn();
    hands.awaitThat("the form", () -> hands.find("#watch-address", Node.class) != null);
    assertThat(window.nets.desk.done).isEmpty();
  }

  @Test
  void practiceMaySkipTheWordsAndIsNotAskedForNetworks() throws Exception {
    day.practise(PASSWORD);
    assertThat(window.nets.desk.done).isEmpty();
    assertThat(window.nets.current().session().chain().practice()).isTrue();
  }

  @Test
  void whatIsDroppedBeforeAnybodyIsInWaits() throws Exception {
    Path file = Files.writeString(directory.resolve("UTC--one"), DropViewModelTest.KEYSTORE);
    hands.await("How do you want to begin?");
    drop(file);
    hands.await("UTC--one waits.");
    hands.pictures("drop-waits");
    day.practise(PASSWORD);
    hands.awaitThat("the form", () -> hands.find("#keystore-file", Node.class) != null);
    assertThat(Hands.ask(() -> hands.find("#keystore-file", TextField.class).getText()))
        .isEqualTo(file.toString());
    drop(Files.writeString(directory.resolve("letter.txt"), "Dear Ana,"));
    hands.await("letter.txt was not opened.");
    hands.pictures("drop-refused");
    hands.fire("#drop-dismiss");
    drop(Files.writeString(directory.resolve("tx.txt"), "0x02" + "f8".repeat(80)));
    hands.await("Raw transaction");
    hands.awaitThat(
        "its text", () -> hands.find("#raw-text", TextArea.class).getText().contains("f8f8"));
  }

  private void drop(Path file) {
    Hands.run(() ->
        hands
            .find("#drop", DropStrip.class)
            .target()
            .put(List.of(file.toFile()), Optional.empty()));
  }

  @Test
  void aWindowThatIsClosedInTheMidstLocksTheVault() throws Exception {
    day.begin("create");
    day.makeVault(PASSWORD);
    window.close();
    assertThat(window.door.closed).isEqualTo(1);
  }

  @Test
  void whatFailsAtTheEndIsSaidAndCanBeTriedAgain() throws Exception {
    untilNetworks("create");
    day.through("public");
    hands.fire("#start-next");
    hands.await("Step 4 of 4");
    window.nets.desk.fails = Optional.of("disk-full");
    hands.fire("#start-open");
    hands.await("No space left on the disk.");
    assertThat(window.nets.desk.done).isEmpty();
    window.nets.desk.fails = Optional.empty();
    hands.fire("#start-open");
    hands.await("Recent activity");
    assertThat(window.nets.desk.done).containsExactly("begin 1 any");
  }
}

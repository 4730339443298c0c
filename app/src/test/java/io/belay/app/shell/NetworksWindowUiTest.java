package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeNets;
import io.belay.app.fake.FakeNetworkDesk;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeVault;
import io.belay.base.ChainId;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.state.Observed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The networks page and the turn from one network to another, in a headless window.
class NetworksWindowUiTest {
  private static final ChainId ETHEREUM = ChainId.of(1);

  private final WindowFixture window = new WindowFixture();
  private final FakeSession practice = window.session;
  private final FakeSession ethereum = new FakeSession();
  private final FakeNets nets;

  @SuppressWarnings("NullAway.Init") // each test opens a window first
  private Hands hands;

  NetworksWindowUiTest() {
    ethereum.chain = ChainRegistry.load(Duration.ofSeconds(4)).find("1").chain();
    nets =
        new FakeNets(
            WindowFixture.net(practice, Optional.empty()),
            WindowFixture.net(ethereum, Optional.empty()));
    window.nets = nets;
    nets.unopened.add(ChainRegistry.load(Duration.ofSeconds(4)).find("8453").chain());
  }

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  private void open() throws Exception {
    practice.balances.put(
        FakeVault.SAVINGS,
        new Observed.Proven<>(FakeSession.ether("7.5"), FakeSession.evidence("alpine", "birch")));
    ethereum.balances.put(
        FakeVault.SAVINGS,
        new Observed.Agreed<>(FakeSession.ether("0.25"), FakeSession.evidence("alpine", "birch")));
    hands = window.unlocked();
  }

  private void openPage() throws Exception {
    open();
    hands.fire("#nav-networks");
    hands.await("Ethereum");
  }

  private boolean shows(String text) {
    return Hands.ask(() -> hands.texts().stream().anyMatch(shown -> shown.contains(text)));
  }

  @Test
  void turningToAnotherNetworkChangesAllThatNamesIt() throws Exception {
    nets.desk.begin(ETHEREUM, EndpointPolicy.ANY);
    open();
    hands.await("7.5");
    assertThat(Hands.ask(() -> hands.stage().getTitle())).contains("practice network");
    hands.await("On other networks");
    hands.await("0.25");
    hands.grow(1000);
    hands.pictures("accounts-networks");

    hands.fire("#nav-networks");
    hands.await("Look at it");
    hands.fire("#network-look-1");
    hands.awaitThat("its title", () -> hands.stage().getTitle().equals("Belay"));
    hands.await("0.25");
    assertThat(shows("7.5")).isFalse();
    assertThat(Hands.ask(() -> hands.stage().getScene().lookup(".practice-band"))).isNull();
    assertThat(
            Hands.ask(() ->
                hands.stage().getScene().lookup(".status-line").lookupAll(".label").stream()
                    .map(node -> ((Label) node).getText())
                    .toList()))
        .contains("Ethereum");
    hands.pictures("networks-turned");
  }

  @Test
  void beforeTheFirstPacketItIsAskedThroughWhom() throws Exception {
    openPage();
    hands.grow(1100);
    hands.pictures("networks");
    hands.fire("#network-on-1");
    hands.await("Through whom may Belay ask Ethereum?");
    assertThat(nets.desk.done).isEmpty();
    assertThat(Hands.ask(() -> hands.find("#first-go", Button.class).isDisabled())).isTrue();
    hands.pictures("networks-first-use");
    Hands.run(() -> hands.find("#first-own-only", RadioButton.class).fire());
    hands.fire("#first-go");
    hands.await("Ethereum is in use from now on.");
    hands.await("No endpoint may be used");
    assertThat(nets.desk.done).containsExactly("begin 1 own-only");
    hands.pictures("networks-own-only");

    hands.fire("#network-off-1");
    hands.await("Ethereum is no longer in use.");
    hands.fire("#network-on-1"); // decided once, it is not asked again
    hands.await("Ethereum is in use from now on.");
    assertThat(nets.desk.done).containsExactly("begin 1 own-only", "cease 1", "use 1");
  }

  @Test
  void aNetworkOfOnesOwnIsTypedAndRemoved() throws Exception {
    openPage();
    hands.grow(1100);
    hands.fire("#networks-add");
    hands.fill("#network-name", "Ethereum");
    hands.fill("#network-chain-id", "4242");
    hands.fill("#network-symbol", "RPE");
    hands.fill("#network-urls", "http://rope.example.org");
    hands.fire("#network-go");
    hands.await("Another network has this name");
    hands.pictures("networks-add-taken");
    hands.fill("#network-name", "Rope Chain");
    hands.fire("#network-go");
    hands.await("Use https.");
    hands.fill("#network-urls", "https://rope.example.org\nhttp://127.0.0.1:9000");
    hands.fire("#network-go");
    hands.await("Rope Chain was added.");
    assertThat(shows("A network of your own")).isFalse();
    hands.fill("#networks-search", "rope");
    hands.await("Added by you");
    hands.pictures("networks-added");
    hands.fire("#network-remove-4242");
    hands.await("Remove Rope Chain with its endpoints?");
    assertThat(nets.desk.done).containsExactly("add 4242");
    hands.fire("#networks-remove-yes");
    hands.await("Rope Chain was removed.");
    hands.await("No network is called so.");
  }

  @Test
  void aPastedFileIsTakenOrRefusedWithASentence() throws Exception {
    openPage();
    hands.grow(1100);
    hands.fire("#networks-add");
    hands.fill("#network-file", "{\"chainId\": 1}");
    hands.fire("#network-paste-go");
    hands.await("This file describes no network");
    hands.fill(
        "#network-file",
        "{\"chainId\": 4343, \"name\": \"Sling\", \"rpc\": [],"
            + " \"nativeCurrency\": {\"symbol\": \"SLG\", \"decimals\": 18}}");
    hands.pictures("networks-add");
    hands.fire("#network-paste-go");
    hands.await("Sling was added.");
  }

  @Test
  void aNodeOnThisComputerIsFoundAndAddedAtAClick() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    nets.desk.held = Optional.of(hold);
    openPage();
    hands.grow(1100);
    hands.fire("#networks-find");
    hands.await("nothing leaves this computer");
    assertThat(nets.desk.done).isEmpty();
    hands.fire("#find-go");
    hands.await("1 of 3 places have answered");
    hands.awaitThat(
        "a way to stop", () -> hands.stage().getScene().lookup("#find-cancel").isVisible());
    hands.pictures("networks-find-wait");
    hands.fire("#find-cancel");
    hands.await("Stopped after 1 of 3 places.");

    nets.desk.held = Optional.empty();
    hands.fire("#find-go");
    hands.await("reth, at block 23,100,412. Gives proofs.");
    hands.await("Serves another network, chain 100");
    hands.pictures("networks-find");
    Node add = Hands.ask(() -> hands.stage().getScene().lookup(".find-add"));
    Hands.run(() -> ((Button) add).fire());
    hands.await("Added as your own");
    assertThat(nets.desk.done)
        .containsExactlyElementsOf(List.of("find 1", "find 1", "own 1 " + FakeNetworkDesk.NODE));
  }

  @Test
  void thePageIsReachedByItsKeyAndLeftByEsc() throws Exception {
    open();
    Hands.run(() ->
        hands
            .stage()
            .getScene()
            .getRoot()
            .fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.DIGIT6, false, false, true, false)));
    hands.await("Not in use");
    hands.fire("#networks-add");
    hands.await("A network of your own");
    hands.press(KeyCode.ESCAPE, false);
    assertThat(shows("A network of your own")).isFalse();
  }
}

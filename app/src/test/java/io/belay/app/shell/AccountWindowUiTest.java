package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeNets;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeSwitches;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeVault;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.money.Wei;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The page of one account in a headless window: every way to it, and what is done there.
class AccountWindowUiTest {
  private static final ChainRegistry NETWORKS = ChainRegistry.load(Duration.ofSeconds(4));
  private static final String USDC = FakeSession.USDC.contract().orElseThrow().toString();
  private static final String FALSE = FakeSession.FALSE_USDC.contract().orElseThrow().toString();

  private final WindowFixture window = new WindowFixture();
  private final FakeSession session = window.session;

  @SuppressWarnings("NullAway.Init") // each test opens a window first
  private Hands hands;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void open() throws Exception {
    session.balances.put(
        FakeVault.SAVINGS,
        new Observed.Proven<>(
            FakeSession.ether("4.181706"), FakeSession.evidence("alpine", "birch")));
    session.tokenBalances.put(FakeSession.USDC, Wei.of(1_250_500_000L));
    session.activity.set(List.of(FakeTx.of(120, TxState.SEEN), FakeTx.of(119, TxState.FINAL)));
    FakeSession base = new FakeSession();
    base.chain = NETWORKS.find("base").chain();
    base.balances.put(
        FakeVault.SAVINGS,
        new Observed.Single<>(FakeSession.ether("0.042318"), FakeSession.evidence("ember")));
    window.nets =
        new FakeNets(
            WindowFixture.net(session, Optional.of(new FakeSwitches())),
            WindowFixture.net(base, Optional.empty()));
    window.nets.unopened.add(NETWORKS.find("gnosis").chain());
    hands = window.unlocked();
    hands.await("4.181706");
  }

  private void scroll(double part) {
    Hands.run(() ->
        ((ScrollPane) hands.stage().getScene().getRoot().lookup(".scroll-pane")).setVvalue(part));
  }

  private boolean isOpen(String name) {
    return hands.texts().contains("Receive to " + name);
  }

  @Test
  void everyWayLeadsToTheAccountAndEscapeBackToItsRow() throws Exception {
    open();
    hands.fire("#account-open-5aaeb605");
    hands.await("Receive to Savings");
    assertThat(Hands.ask(() -> hands.stage().getScene().getFocusOwner().getId()))
        .isEqualTo("account-back");
    hands.press(KeyCode.ESCAPE, false);
    hands.await("Recent activity");
    assertThat(Hands.ask(() -> hands.stage().getScene().getFocusOwner().getId()))
        .isEqualTo("accounts-table");
    hands.press(KeyCode.ENTER, false);
    hands.await("Receive to Savings");
    hands.fire("#account-back");
    hands.await("Recent activity");
    doubleClick("Daily");
    hands.await("Receive to Daily");
    hands.press(KeyCode.DIGIT1, true);
    hands.await("Receive to Savings");
    hands.press(KeyCode.DIGIT2, true);
    hands.await("Receive to Daily");
    hands.press(KeyCode.DIGIT7, true); // there are not so many
    assertThat(Hands.ask(() -> isOpen("Daily"))).isTrue();
    hands.fire("#nav-accounts");
    hands.await("Recent activity");
  }

  private void doubleClick(String name) {
    Hands.run(() -> {
      Node row =
          hands.stage().getScene().getRoot().lookupAll(".table-row-cell").stream()
              .filter(each ->
                  each.lookupAll(".button").stream()
                      .anyMatch(b -> b instanceof Button named && named.getText().equals(name)))
              .findFirst()
              .orElseThrow();
      row.fireEvent(
          new MouseEvent(
              MouseEvent.MOUSE_CLICKED,
              5,
              5,
              5,
              5,
              MouseButton.PRIMARY,
              2,
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
              null));
    });
  }

  @Test
  void whatItHasStandsWithHowItIsKnownOnEachNetwork() throws Exception {
    open();
    hands.press(KeyCode.DIGIT1, true);
    hands.await("4.181706");
    hands.await("0.042318");
    hands.await("Not looked at yet, so nothing is read");
    assertThat(Hands.ask(hands::texts)).contains("Proven", "Single, one operator only");
    hands.pictures("account");
    scroll(1);
    hands.pictures("account-foot");
    hands.fire("#account-activity");
    hands.await("2 of 2 shown");
  }

  @Test
  void aTokenIsAskedForAddedSummedAndTakenOffAgain() throws Exception {
    open();
    hands.press(KeyCode.DIGIT1, true);
    hands.await("No token on the list yet.");
    hands.fire("#token-add");
    hands.fill("#token-contract", FakeVault.DAILY.toString());
    hands.await("no contract that says its decimals");
    hands.grow(1200);
    hands.pictures("account-token-refused");
    hands.fill("#token-contract", FALSE);
    hands.await("This only calls itself usdc");
    hands.pictures("account-token-namesake");
    hands.fire("#token-known-USDC");
    hands.awaitThat("found", () -> !hands.find("#token-put", Button.class).isDisabled());
    hands.fire("#token-put");
    hands.await("1,250.5");
    addFalse();
    hands.pictures("account-tokens");
    hands.press(KeyCode.ESCAPE, false);
    hands.await("2,501"); // two accounts
    hands.pictures("accounts-totals");
    hands.press(KeyCode.DIGIT1, true);
    hands.fire("#token-remove-a0b86991");
    hands.await("USDC is off the list.");
    hands.fire("#token-undo");
    hands.await("1,250.5");
  }

  private void addFalse() throws TimeoutException {
    hands.fire("#token-add");
    hands.fill("#token-contract", FALSE);
    hands.awaitThat("found", () -> !hands.find("#token-put", Button.class).isDisabled());
    hands.fire("#token-put");
    hands.awaitThat("listed", () -> hands.find("#token-remove-52908400", Node.class) != null);
  }

  @Test
  void theCodeAsksForATokenAndAnAmount() throws Exception {
    session.token(USDC);
    session.listToken(FakeSession.USDC.contract().orElseThrow(), true);
    open();
    hands.press(KeyCode.DIGIT1, true);
    hands.await("1,250.5");
    Hands.run(() -> hands.find("#receive-asset", ComboBox.class).getSelectionModel().select(1));
    hands.fill("#receive-amount", "12.5");
    hands.await("= 12.5 USDC");
    assertThat(Hands.ask(this::code)).contains("/transfer?address=").endsWith("uint256=12500000");
    hands.pictures("account-receive-token");
    hands.fill("#receive-amount", "12,5");
    hands.await("Until the amount is right, the code asks for none.");
    assertThat(Hands.ask(this::code)).doesNotContain("uint256");
    hands.fire("#copy-request");
    hands.await("Copied");
  }

  private String code() {
    return hands.stage().getScene().getRoot().lookup(".qr").getAccessibleText();
  }

  @Test
  void itIsRenamedAndTakenOffTheListAndFoundBelowIt() throws Exception {
    open();
    hands.press(KeyCode.DIGIT2, true);
    hands.fill("#account-rename", "Everyday");
    hands.fire("#account-rename-do");
    hands.await("The account is called Everyday now.");
    hands.await("Receive to Everyday");
    hands.fire("#account-hide");
    hands.await("Everyday is off the list.");
    hands.await("off the list");
    hands.pictures("account-hidden");
    hands.press(KeyCode.ESCAPE, false);
    hands.await("Neither shown above nor counted in the sums.");
    hands.awaitThat("one row", () -> rows() == 1);
    scroll(1);
    hands.pictures("accounts-hidden");
    hands.fire("#hidden-back-fb691609");
    hands.awaitThat("two rows", () -> rows() == 2);
  }

  private int rows() {
    return hands.find("#accounts-table", TableView.class).getItems().size();
  }

  @Test
  void sendingFromHereChoosesThePayer() throws Exception {
    open();
    hands.press(KeyCode.DIGIT2, true);
    hands.fire("#account-send");
    hands.awaitThat(
        "Daily pays",
        () ->
            hands.find("#from", ComboBox.class) != null
                && String.valueOf(hands.find("#from", ComboBox.class).getValue())
                    .contains("Daily"));
  }

  @Test
  void hiddenAmountsAreHiddenHereToo() throws Exception {
    window.hiding.hidden.set(true);
    open0();
    hands.press(KeyCode.DIGIT1, true);
    hands.await("Receive to Savings");
    hands.await("•••");
    assertThat(Hands.ask(hands::texts)).noneMatch(text -> text.contains("4.18"));
  }

  private void open0() throws Exception {
    session.balances.put(
        FakeVault.SAVINGS,
        new Observed.Proven<>(
            FakeSession.ether("4.181706"), FakeSession.evidence("alpine", "birch")));
    hands = window.unlocked();
  }
}

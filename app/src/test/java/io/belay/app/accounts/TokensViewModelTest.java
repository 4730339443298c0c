package io.belay.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeDesk;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.core.money.Wei;
import io.belay.core.state.Observed.Level;
import io.belay.core.store.AccountEntry;
import io.belay.core.token.KnownToken;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Tokens on the list: added, read, summed, asked for, taken off.
class TokensViewModelTest {
  private static final Address USDC = FakeSession.USDC.contract().orElseThrow();
  private static final Address FALSE = FakeSession.FALSE_USDC.contract().orElseThrow();

  private final FakeSession session = new FakeSession();
  private final FakeDesk desk =
      new FakeDesk(new FakeVault().unlock("Main vault", FakeVault.PASSWORD.toCharArray()));
  private final SameThread background = new SameThread();
  private final Ui ui = FakeUi.with(background);
  private final TokensViewModel model = new TokensViewModel(ui, session);
  private final AddTokenViewModel adding = new AddTokenViewModel(ui, session);
  private final TokenTotalsViewModel totals =
      new TokenTotalsViewModel(ui, session, desk.accounts());
  private final AtomicInteger added = new AtomicInteger();

  private void list(Address token) {
    adding.contract().set(token.toString());
    adding.add(added::incrementAndGet);
  }

  private AccountEntry savings() {
    return desk.accounts().get().getFirst();
  }

  private void own(long units) {
    session.tokenBalances.put(FakeSession.USDC, Wei.of(units));
  }

  @Test
  void aTokenIsAskedWhatItIsBeforeItIsAdded() {
    adding.contract().set("0x12");
    assertThat(adding.found().get()).isEmpty();
    adding.contract().set(USDC.toString());
    assertThat(adding.found().get().map(KnownToken::level)).contains(Level.AGREED);
    assertThat(adding.namesake()).isEmpty();
    assertThat(session.listedTokens().get()).isEmpty();
    adding.add(added::incrementAndGet);
    assertThat(added).hasValue(1);
    assertThat(adding.contract().get()).isEmpty();
    assertThat(session.listedTokens().get()).hasSize(1);
  }

  @Test
  void whatIsListedIsNeitherSuggestedNorAddedTwice() {
    assertThat(adding.suggestions()).containsOnlyKeys("USDC");
    list(USDC);
    assertThat(adding.suggestions()).isEmpty();
    adding.contract().set(USDC.toString());
    assertThat(adding.isListed()).isTrue();
    adding.contract().set(FALSE.toString());
    assertThat(adding.isListed()).isFalse();
  }

  @Test
  void oneThatOnlyBearsTheNameIsTold() {
    adding.contract().set(FALSE.toString());
    assertThat(adding.namesake()).contains(USDC);
    list(FALSE);
    model.start(savings());
    assertThat(model.namesake(model.holdings().getFirst().token())).contains(USDC);
    totals.start();
    assertThat(totals.isFalse(totals.sums().getFirst().token())).isTrue();
  }

  @Test
  void refusalsSayWhatHappenedAndAddNothing() {
    adding.contract().set(FakeVault.DAILY.toString());
    assertThat(adding.problem().get()).contains("no contract that says its decimals");
    session.told.silent = Optional.of("disputed");
    adding.look();
    assertThat(adding.problem().get()).startsWith("Operators contradict each other");
    session.told.silent = Optional.of("no-way-to-chain");
    adding.look();
    assertThat(adding.problem().get()).startsWith("No operator answers about this token.");
    session.told.silent = Optional.of("store-failed");
    adding.look();
    assertThat(adding.problem().get()).isEqualTo(ui.text("error.store-failed"));
    adding.add(added::incrementAndGet);
    assertThat(added).hasValue(0);
    session.told.silent = Optional.empty();
    adding.contract().set(USDC.toString());
    assertThat(adding.problem().get()).isEmpty();
  }

  @Test
  void askingIsSaidAndCanBeStopped() {
    background.hold();
    adding.contract().set(USDC.toString());
    assertThat(adding.asking().get()).isTrue();
    adding.stop();
    assertThat(adding.asking().get()).isFalse();
    assertThat(adding.found().get()).isEmpty();
  }

  @Test
  void whatAnAccountHasIsADashUntilItIsKnownAndReadAgain() {
    list(USDC);
    model.start(savings());
    assertThat(model.balanceText(model.holdings().getFirst())).isEqualTo("—");
    own(1_500_000);
    background.tick();
    assertThat(model.balanceText(model.holdings().getFirst())).isEqualTo("1.5");
    assertThat(model.holdings().getFirst().balance().level()).isEqualTo(Level.AGREED);
    ui.words().veil().drawn().set(true);
    assertThat(model.balanceText(model.holdings().getFirst())).isEqualTo("•••");
    model.stop();
    assertThat(background.repeating()).isZero();
  }

  @Test
  void withDecimalsByOneOperatorNoAmountIsKnownBetterThanThat() {
    session.told.level = Level.SINGLE;
    list(USDC);
    own(1_500_000);
    model.start(savings());
    assertThat(model.holdings().getFirst().balance().level()).isEqualTo(Level.SINGLE);
    totals.start();
    assertThat(totals.sums().getFirst().total().weakest()).isEqualTo(Level.SINGLE);
  }

  @Test
  void removingLosesNothingAndIsUndone() {
    list(USDC);
    model.start(savings());
    KnownToken token = model.holdings().getFirst().token();
    model.remove(token);
    assertThat(model.holdings()).isEmpty();
    assertThat(session.knownTokens().get()).containsKey(USDC);
    assertThat(model.removed().get()).contains(token);
    model.undo();
    assertThat(model.holdings()).hasSize(1);
    assertThat(model.removed().get()).isEmpty();
    assertThat(model.problem().get()).isEmpty();
  }

  @Test
  void theSumCountsOwnAccountsAndSaysWhatItsWeakestPartIs() {
    own(2_000_000);
    totals.start();
    assertThat(totals.sums()).isEmpty();
    list(USDC);
    assertThat(totals.sums()).hasSize(1);
    assertThat(sum()).isEqualTo("4"); // each of the two has as much
    desk.watch(Address.parse("0xdbf03b407c01e7cd3cbea99509d93f8dddc8c6fb"), "Hers");
    background.tick();
    assertThat(sum()).isEqualTo("4");
    session.tokenBalances.clear();
    background.tick();
    assertThat(sum()).isEqualTo("—");
    assertThat(totals.sums().getFirst().total().weakest()).isEqualTo(Level.UNKNOWN);
    totals.stop();
    assertThat(background.repeating()).isZero();
  }

  private String sum() {
    return totals.sums().getFirst().total().text(ui.words(), FakeSession.USDC);
  }

  @Test
  void theCodeAsksForWhatIsChosenAndForNoAmountWhileThatIsWrong() {
    ReceiveViewModel receive = new ReceiveViewModel(ui, session);
    String chain = "@" + FakeSession.CHAIN.id();
    assertThat(receive.uri(FakeVault.SAVINGS)).isEqualTo("ethereum:" + FakeVault.SAVINGS + chain);
    receive.amount().set("0.5");
    assertThat(receive.uri(FakeVault.SAVINGS)).endsWith(chain + "?value=500000000000000000");
    list(USDC);
    receive.offer();
    assertThat(receive.assets()).containsExactly(FakeSession.CHAIN.currency(), FakeSession.USDC);
    receive.asset().set(FakeSession.USDC);
    assertThat(receive.uri(FakeVault.SAVINGS))
        .isEqualTo(
            "ethereum:"
                + USDC
                + chain
                + "/transfer?address="
                + FakeVault.SAVINGS
                + "&uint256=500000");
    receive.amount().set("0.0000001");
    assertThat(receive.read().problem()).isNotEmpty();
    assertThat(receive.uri(FakeVault.SAVINGS)).doesNotContain("uint256");
    session.listToken(USDC, false);
    receive.offer();
    assertThat(receive.asset().get()).isEqualTo(FakeSession.CHAIN.currency());
    receive.clear();
    assertThat(receive.amount().get()).isEmpty();
  }
}

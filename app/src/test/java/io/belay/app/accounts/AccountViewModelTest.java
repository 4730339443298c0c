package io.belay.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeDesk;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import io.belay.app.fx.Ui;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.store.AccountEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountViewModelTest {
  private final FakeSession session = new FakeSession();
  private final FakeDesk desk =
      new FakeDesk(new FakeVault().unlock("Main vault", FakeVault.PASSWORD.toCharArray()));
  private final SameThread background = new SameThread();
  private final Ui ui = FakeUi.with(background);
  private final AccountViewModel model = new AccountViewModel(ui, session, desk, session::known);
  private final HiddenViewModel away = new HiddenViewModel(ui, desk);

  private AccountEntry entry(int number) {
    return desk.accounts().get().get(number);
  }

  private void open(AccountEntry entry) {
    model.show(entry);
    model.start();
  }

  private void know(String ether) {
    session.balances.put(
        FakeVault.SAVINGS,
        new Observed.Proven<>(FakeSession.ether(ether), FakeSession.evidence("alpine", "birch")));
  }

  @Test
  void theBalanceIsADashUntilItIsKnownAndReadAgainWhileThePageIsOpen() {
    open(entry(0));
    assertThat(model.balanceText()).isEqualTo("—");
    know("4.2");
    background.tick();
    assertThat(model.balanceText()).isEqualTo("4.2");
    ui.words().veil().drawn().set(true);
    assertThat(model.balanceText()).isEqualTo("•••");
    model.stop();
    assertThat(background.repeating()).isZero();
  }

  @Test
  void anotherAccountsBalanceAndActivityAreNeverShownForThisOne() {
    know("4.2");
    session.activity.set(List.of(FakeTx.of(118, TxState.SEEN)));
    open(entry(0));
    assertThat(model.latest()).hasSize(1);
    model.stop();
    model.show(entry(1));
    assertThat(model.balanceText()).isEqualTo("—");
    assertThat(model.latest()).isEmpty();
    model.start();
    assertThat(model.latest()).isEmpty();
  }

  @Test
  void onlyTheLastFewTransactionsOfTheAccountAreListed() {
    List<TxRecord> many = new ArrayList<>();
    for (long nonce = 20; nonce > 0; nonce--) {
      many.add(FakeTx.of(nonce, TxState.FINAL));
    }
    session.activity.set(many);
    open(entry(0));
    assertThat(model.latest()).containsExactlyElementsOf(many.subList(0, 5));
  }

  @Test
  void whereTheKeyIsIsSaidInWords() {
    open(entry(0));
    assertThat(model.kind()).contains("m/44'/60'/0'/0/0");
    model.show(new AccountEntry(entry(0).ref(), "Old", "", "key"));
    assertThat(model.kind()).startsWith("Imported key.");
    open(AccountEntry.watched(FakeVault.DAILY, "Hers"));
    assertThat(model.kind()).startsWith("Watched.");
  }

  @Test
  void aNewNameIsToldAndShown() {
    open(entry(0));
    model.rename(" Rainy days ");
    assertThat(model.account().get().map(AccountEntry::name)).contains("Rainy days");
    assertThat(model.notice().get()).isEqualTo("The account is called Rainy days now.");
  }

  @Test
  void aNameThatIsRefusedChangesNothing() {
    open(entry(0));
    model.rename("  ");
    assertThat(model.problem().get()).isEqualTo("A name has 1 to 60 characters.");
    assertThat(model.notice().get()).isEmpty();
    assertThat(entry(0).name()).isEqualTo("Savings");
    model.stop();
    assertThat(model.problem().get()).isEmpty();
  }

  @Test
  void hidingTakesItOffTheListAndPuttingBackBringsItAgain() {
    open(entry(0));
    model.hide();
    assertThat(model.hidden().get()).isTrue();
    assertThat(model.account().get()).isPresent();
    assertThat(model.notice().get()).startsWith("Savings is off the list.");
    assertThat(desk.accounts().get()).extracting(AccountEntry::name).containsExactly("Daily");
    model.putBack();
    assertThat(model.hidden().get()).isFalse();
    assertThat(desk.accounts().get()).hasSize(2);
  }

  @Test
  void whatIsOffTheListStaysInSightBelowIt() {
    away.start();
    assertThat(away.hidden()).isEmpty();
    desk.hide(entry(0).ref(), true);
    assertThat(away.hidden()).extracting(AccountEntry::name).containsExactly("Savings");
    away.putBack(away.hidden().getFirst());
    assertThat(away.hidden()).isEmpty();
    assertThat(away.problem().get()).isEmpty();
    away.stop();
    desk.hide(entry(0).ref(), true);
    assertThat(away.hidden()).isEmpty();
  }

  @Test
  void theFaucetPaysTheShownAccount() {
    open(entry(1));
    assertThat(model.hasFaucet()).isTrue();
    model.fund();
    assertThat(desk.paid).containsExactly(FakeVault.DAILY);
    assertThat(model.notice().get()).contains("on its way to Daily");
  }
}

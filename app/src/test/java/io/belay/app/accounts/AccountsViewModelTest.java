package io.belay.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeDesk;
import io.belay.app.fake.FakeNetwork;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import io.belay.app.fx.Ui;
import io.belay.app.fx.Words;
import io.belay.core.rpc.Connectivity.Mode;
import io.belay.core.state.Observed;
import io.belay.core.state.Observed.Level;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AccountsViewModelTest {
  private final FakeSession session = new FakeSession();
  private final FakeDesk desk =
      new FakeDesk(new FakeVault().unlock("Main vault", FakeVault.PASSWORD.toCharArray()));
  private final SameThread background = new SameThread();
  private java.time.Instant now = FakeSession.NOW;
  private final AccountsViewModel model =
      new AccountsViewModel(
          new Ui(new Words(Locale.ENGLISH), background, () -> now), session, desk, session::known);

  @Test
  void unknownBalanceIsADashAndNeverANumber() {
    model.start();
    assertThat(model.rows()).hasSize(2);
    assertThat(model.balanceText(model.rows().get(0))).isEqualTo("—");
    assertThat(total()).isEqualTo("—");
  }

  @Test
  void disputedBalanceIsADash() {
    session.balances.put(
        FakeVault.SAVINGS, new Observed.Disputed<>(List.of("alpine: 1", "birch: 2")));
    model.start();
    assertThat(model.balanceText(model.rows().get(0))).isEqualTo("—");
    assertThat(model.total().get().weakest()).isEqualTo(Level.UNKNOWN);
  }

  @Test
  void totalWithAMissingPartSaysAtLeast() {
    know("4.2");
    model.start();
    assertThat(total()).isEqualTo("at least 4.2");
  }

  @Test
  void readsAgainWhileOpenAndStopsWhenLeft() {
    model.start();
    know("1");
    background.tick();
    assertThat(model.balanceText(model.rows().get(0))).isEqualTo("1");
    model.stop();
    assertThat(background.repeating()).isZero();
  }

  @Test
  void agesGoOnWhileNothingNewIsRead() {
    List<java.time.Instant> told = new java.util.ArrayList<>();
    model.start();
    model.now().addListener((o, was, is) -> told.add(is));
    now = now.plusSeconds(1);
    background.tick();
    assertThat(told).containsExactly(now);
  }

  @Test
  void newsAreToldOnce() {
    model.start();
    model.imported("Two accounts were added.");
    model.stop();
    model.start();
    assertThat(model.notice().get()).isEmpty();
  }

  @Test
  void newAccountAppearsAtOnce() {
    model.start();
    model.newAccount("  ");
    assertThat(model.rows()).extracting(row -> row.entry().name()).last().isEqualTo("Account 3");
    assertThat(model.notice().get()).isEqualTo("Account 3 was made.");
  }

  @Test
  void troubleIsSaidOnceOperatorsAreMissing() {
    model.start();
    assertThat(model.isTroubled()).isTrue();
    session.connectivity.set(FakeNetwork.with(Mode.ONLINE, 5));
    assertThat(model.isTroubled()).isFalse();
    session.connectivity.set(FakeNetwork.with(Mode.STALE, 0));
    assertThat(model.isTroubled()).isTrue();
  }

  @Test
  void totalNamesItsPartsWeakestFirstInColour() {
    know("4.181706");
    session.balances.put(
        FakeVault.DAILY,
        new Observed.Single<>(FakeSession.ether("0.042318"), FakeSession.evidence("ember")));
    model.start();
    Total total = model.total().get();
    assertThat(total.weakest()).isEqualTo(Level.SINGLE);
    assertThat(total.known(new Words(Locale.ENGLISH), session.chain().currency()))
        .isEqualTo("Proven 4.181706, Single 0.042318");
  }

  private void know(String ether) {
    session.balances.put(
        FakeVault.SAVINGS,
        new Observed.Proven<>(FakeSession.ether(ether), FakeSession.evidence("alpine", "birch")));
  }

  private String total() {
    return model.total().get().text(new Words(Locale.ENGLISH), session.chain().currency());
  }
}

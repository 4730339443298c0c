package io.belay.app.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.Ui;
import io.belay.core.state.Observed.Level;
import io.belay.core.store.AccountEntry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who pays, and which tokens are offered, while accounts and tokens come and go elsewhere.
class PayerAndTokensTest {
  private static final AccountEntry SAVINGS = FakeVault.entry("Savings", FakeVault.SAVINGS);
  private static final AccountEntry DAILY = FakeVault.entry("Daily", FakeVault.DAILY);

  private final Ui ui = FakeUi.make();
  private final FakeSession session = new FakeSession();
  private final AssetChoice assets = new AssetChoice(ui, session);
  private final SendForm form = new SendForm(ui.words(), assets);

  @Test
  void anotherNameChangesNotWhoPays() {
    form.offer(List.of(SAVINGS, DAILY));
    form.payFrom(DAILY);
    form.offer(List.of(SAVINGS, FakeVault.entry("Everyday", FakeVault.DAILY)));
    assertThat(form.from().get().map(AccountEntry::name)).contains("Everyday");
  }

  @Test
  void whereThePayerIsGoneNobodyElsePaysInstead() {
    form.offer(List.of(SAVINGS, DAILY));
    form.payFrom(DAILY);
    form.offer(List.of(SAVINGS));
    assertThat(form.from().get()).isEmpty();
  }

  @Test
  void whoIsNotOfferedDoesNotPay() {
    form.offer(List.of(SAVINGS));
    form.payFrom(DAILY);
    assertThat(form.from().get()).contains(SAVINGS);
  }

  @Test
  void tokensOnTheListAreOfferedFirstAndOnce() {
    session.tell(FakeSession.FALSE_USDC, Level.AGREED);
    session.tell(FakeSession.USDC, Level.AGREED);
    session.listToken(FakeSession.FALSE_USDC.contract().orElseThrow(), true);
    session.listToken(FakeSession.USDC.contract().orElseThrow(), true);
    assets.offer();
    assertThat(assets.options()).hasSize(4);
    assertThat(assets.options().get(1)).isInstanceOf(AssetChoice.Option.Added.class);
    assertThat(assets.options().get(2)).isInstanceOf(AssetChoice.Option.Added.class);
    assets.option().set(assets.options().get(1));
    assertThat(assets.asset().get()).contains(FakeSession.FALSE_USDC);
    assertThat(assets.namesake()).isEqualTo(FakeSession.USDC.contract());
  }

  @Test
  void whatIsChosenStaysWhileTheListChanges() {
    assets.option().set(assets.options().get(1)); // the well-known one
    Optional<?> before = assets.asset().get();
    session.listToken(FakeSession.USDC.contract().orElseThrow(), true);
    assets.offer();
    assertThat(assets.option().get()).isInstanceOf(AssetChoice.Option.Added.class);
    assertThat(assets.asset().get()).isEqualTo(before);
    session.listToken(FakeSession.USDC.contract().orElseThrow(), false);
    assets.offer();
    assertThat(assets.option().get()).isInstanceOf(AssetChoice.Option.WellKnown.class);
    assets.option().set(assets.options().getLast());
    session.listToken(FakeSession.USDC.contract().orElseThrow(), true);
    assets.offer();
    assertThat(assets.option().get()).isInstanceOf(AssetChoice.Option.ByContract.class);
  }
}

package io.belay.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeDesk;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import io.belay.app.fx.Words;
import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.core.chain.Chain;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.state.Observed;
import io.belay.core.state.Observed.Level;
import io.belay.core.store.AccountEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OthersViewModelTest {
  private static final ChainRegistry NETWORKS = ChainRegistry.load(Duration.ofSeconds(4));

  private final FakeSession ethereum = new FakeSession();
  private final FakeDesk desk =
      new FakeDesk(new FakeVault().unlock("Main vault", FakeVault.PASSWORD.toCharArray()));
  private final List<ChainId> looked = new ArrayList<>();
  private final SameThread background = new SameThread();
  private final OthersViewModel model =
      new OthersViewModel(FakeUi.with(background), desk.accounts()::get, networks());

  private static Chain chain(String name) {
    return NETWORKS.find(name).chain();
  }

  private OtherNetworks networks() {
    ethereum.chain = chain("eth");
    return new OtherNetworks() {
      @Override
      public List<Other> all() {
        return List.of(
            new Other(ethereum.chain, Optional.of(ethereum)),
            new Other(chain("base"), Optional.empty()));
      }

      @Override
      public void look(ChainId chain) {
        looked.add(chain);
      }
    };
  }

  private void know(String ether) {
    ethereum.balances.put(
        FakeVault.SAVINGS,
        new Observed.Proven<>(FakeSession.ether(ether), FakeSession.evidence("alpine", "birch")));
  }

  @Test
  void eachAccountStandsOnEachOpenNetworkAndTheSumSaysWhatIsMissing() {
    know("4.2");
    model.start();
    OthersViewModel.Line line = model.lines().getFirst();
    assertThat(line.rows()).hasSize(2);
    assertThat(model.balanceText(line, line.rows().getFirst())).isEqualTo("4.2");
    assertThat(model.balanceText(line, line.rows().getLast())).isEqualTo("—");
    assertThat(line.total().weakest()).isEqualTo(Level.UNKNOWN);
    assertThat(line.total().text(new Words(Locale.ENGLISH), line.chain().currency()))
        .isEqualTo("at least 4.2");
  }

  @Test
  void aNetworkThatWasNotLookedAtHasNoNumber() {
    model.start();
    OthersViewModel.Line base = model.lines().getLast();
    assertThat(base.isOpen()).isFalse();
    assertThat(base.rows()).isEmpty();
    assertThat(base.total().sum()).isEmpty();
    assertThat(background.repeating()).isEqualTo(1);
  }

  @Test
  void itIsReadAgainWhileThePageIsOpenAndNotAfterwards() {
    model.start();
    know("1");
    background.tick();
    OthersViewModel.Line line = model.lines().getFirst();
    assertThat(model.balanceText(line, line.rows().getFirst())).isEqualTo("1");
    model.stop();
    assertThat(background.repeating()).isZero();
  }

  @Test
  void lookingTurnsTheWindow() {
    model.start();
    model.look(model.lines().getLast());
    assertThat(looked).containsExactly(chain("base").id());
  }

  @Test
  void ofManyAccountsTheSumStandsThereAndTheAccountsOnDemand() {
    OthersViewModel many =
        new OthersViewModel(FakeUi.with(background), OthersViewModelTest::crowd, networks());
    many.start();
    OthersViewModel.Line line = many.lines().getFirst();
    assertThat(many.isFoldable()).isTrue();
    assertThat(many.isListed(line)).isFalse();
    many.fold(line);
    assertThat(many.isListed(line)).isTrue();
    many.fold(line);
    assertThat(many.isListed(line)).isFalse();
    model.start();
    assertThat(model.isFoldable()).isFalse();
    assertThat(model.isListed(model.lines().getFirst())).isTrue();
  }

  private static List<AccountEntry> crowd() {
    return IntStream.range(1, 201)
        .mapToObj(i -> FakeVault.entry("Account " + i, Address.parse("0x%040x".formatted(i))))
        .toList();
  }
}

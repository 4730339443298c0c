package io.belay.app.nonces;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.send.NonceChart;
import io.belay.core.send.NonceSlot;
import io.belay.core.send.NonceSlot.Kind;
import io.belay.core.send.NonceSlot.Repair;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoncesViewModelTest {
  private final FakeSession session = new FakeSession();
  private final Opened vault =
      new FakeVault().unlock("Main vault", FakeVault.PASSWORD.toCharArray());
  private final List<TxHash> opened = new ArrayList<>();
  private final List<Long> filled = new ArrayList<>();
  private final List<TxHash> sped = new ArrayList<>();
  private final NoncesViewModel model =
      new NoncesViewModel(
          FakeUi.make(),
          session,
          vault.accounts(),
          new NoncesViewModel.Elsewhere(
              opened::add, (account, nonce) -> filled.add(nonce), sped::add));
  private final AccountEntry savings = vault.accounts().get().getFirst();

  @BeforeEach
  void chart() {
    session.activity.set(
        List.of(
            FakeTx.of(121, TxState.CONFLICT).sendNoMore(),
            FakeTx.of(120, TxState.SEEN),
            FakeTx.of(118, TxState.STUCK),
            FakeTx.of(117, TxState.UNKNOWN)));
    session.charts.put(
        FakeVault.SAVINGS,
        new NonceChart(
            FakeVault.SAVINGS,
            new Observed.Proven<>(117L, FakeSession.evidence("alpine", "birch")),
            122,
            List.of(
                slot(117, Kind.UNSEEN),
                slot(118, Kind.STUCK),
                new NonceSlot(119, Kind.GAP, Optional.empty(), List.of()),
                slot(120, Kind.FOREIGN),
                slot(121, Kind.FOREIGN))));
    model.start();
  }

  private static NonceSlot slot(long nonce, Kind kind) {
    return new NonceSlot(nonce, kind, Optional.of(FakeTx.hash(nonce)), List.of());
  }

  private NonceSlot slot(int at) {
    return model.lanes().getFirst().chart().orElseThrow().slots().get(at);
  }

  @Test
  void eachAccountHasItsLane() {
    assertThat(model.lanes())
        .extracting(lane -> lane.account().name())
        .containsExactly("Savings", "Daily");
    assertThat(model.title(slot(0))).contains("Sent 0.05 ETH to 0xfB69…d359");
  }

  @Test
  void unseenBytesAreSentAgain() {
    model.mend(savings, slot(0));
    assertThat(session.resent).containsExactly(FakeTx.hash(117));
    assertThat(model.notice().get()).isEqualTo("Nonce 117 was sent again.");
  }

  @Test
  void stuckAndGapLeadToTheirReviews() {
    model.mend(savings, slot(1));
    model.mend(savings, slot(2));
    assertThat(sped).containsExactly(FakeTx.hash(118));
    assertThat(filled).containsExactly(119L);
    assertThat(session.replaced).isEmpty();
  }

  @Test
  void anothersTransactionIsLeftBeOnce() {
    assertThat(model.repair(savings, slot(3))).isEqualTo(Repair.ADOPT);
    model.mend(savings, slot(3));
    assertThat(session.aside).containsExactly(FakeTx.hash(120));
    // set aside before
    assertThat(model.repair(savings, slot(4))).isEqualTo(Repair.NONE);
    model.mend(savings, slot(4));
    assertThat(session.aside).hasSize(1);
  }

  @Test
  void aWatchedAccountOffersNothingThatNeedsItsKey() {
    AccountEntry watched = AccountEntry.watched(FakeVault.SAVINGS, "Savings");
    assertThat(model.repair(watched, slot(0))).isEqualTo(Repair.RESEND);
    assertThat(model.repair(watched, slot(1))).isEqualTo(Repair.NONE);
    assertThat(model.repair(watched, slot(2))).isEqualTo(Repair.NONE);
  }

  @Test
  void nothingIsReadOnceThePageIsLeft() {
    model.stop();
    session.charts.clear();
    session.activity.set(List.of());
    assertThat(model.lanes().getFirst().chart().orElseThrow().slots()).hasSize(5);
  }

  @Test
  void ofManyAccountsThoseWithSomethingOnItsWayComeFirst() {
    List<AccountEntry> many = new ArrayList<>();
    for (int i = 1; i < 50; i++) {
      many.add(FakeVault.entry("Account " + i, Address.parse("0x%040x".formatted(i))));
    }
    many.add(savings);
    NoncesViewModel crowd =
        new NoncesViewModel(
            FakeUi.make(),
            session,
            new State<>(many),
            new NoncesViewModel.Elsewhere(hash -> {}, (account, nonce) -> {}, hash -> {}));
    crowd.start();
    assertThat(crowd.lanes()).hasSize(20);
    assertThat(crowd.lanes().getFirst().account()).isEqualTo(savings);
    assertThat(crowd.more().get()).isEqualTo(30);
    crowd.showMore();
    crowd.showMore();
    assertThat(crowd.lanes()).hasSize(50);
    assertThat(crowd.more().get()).isZero();
    assertThat(model.more().get()).isZero();
  }
}

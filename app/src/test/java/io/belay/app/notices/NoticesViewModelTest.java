package io.belay.app.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.control.Known;
import io.belay.app.fake.FakeNetwork;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Connectivity;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.tx.UnsignedTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticesViewModelTest {
  private static final BlockRef BLOCK = FakeSession.block(413);

  private final FakeSession session = new FakeSession();
  private final List<String> told = new ArrayList<>();
  private boolean wanted;
  private boolean discreet;
  private final NoticesViewModel model =
      new NoticesViewModel(
          FakeUi.make(),
          new Elsewhere(
              (title, detail) -> told.add(title + ": " + detail), () -> wanted, () -> discreet));

  private static TxRecord record(long nonce) {
    UnsignedTransaction tx =
        new UnsignedTransaction(
            FakeSession.CHAIN.id(),
            nonce,
            Wei.ofGwei("2"),
            Wei.ofGwei("18"),
            21_000,
            FakeVault.DAILY,
            Wei.of(50_000_000_000_000_000L),
            "0x");
    return FakeSession.record(tx, FakeVault.SAVINGS).in(TxState.SENDING, Observed.Level.UNKNOWN);
  }

  private void follow() {
    model.follow(session, () -> new Known(FakeSession.CHAIN.currency(), Map.of()));
  }

  private void now(TxRecord... sends) {
    session.activity.set(List.of(sends));
  }

  private List<String> titles() {
    return model.notices().stream().map(Notice::title).toList();
  }

  @Test
  void whatWasSoBeforeIsNoNews() {
    now(record(1).in(TxState.FINAL, Observed.Level.AGREED, BLOCK, true));
    follow();
    assertThat(model.notices()).isEmpty();
    assertThat(model.unread().get()).isZero();
  }

  @Test
  void aSendIsToldOfOncePerStep() {
    follow();
    TxRecord send = record(1);
    now(send);
    now(send.in(TxState.ACCEPTED, Observed.Level.SINGLE));
    now(send.in(TxState.SEEN, Observed.Level.AGREED));
    now(send.in(TxState.INCLUDED, Observed.Level.AGREED, BLOCK, true));
    now(send.in(TxState.SAFE, Observed.Level.AGREED, BLOCK, true));
    now(send.in(TxState.FINAL, Observed.Level.AGREED, BLOCK, true));
    assertThat(titles())
        .containsExactly(
            "Your transaction is final",
            "Your transaction is in a block",
            "A provider accepted your transaction");
    assertThat(model.notices().getLast().detail())
        .startsWith("Sent 0.05 ETH to")
        .contains("Practice")
        .contains("one operator only");
  }

  @Test
  void whoLooksElsewhereIsToldByTheSystemToo() {
    follow();
    now(record(1));
    now(record(1).in(TxState.ACCEPTED, Observed.Level.SINGLE));
    assertThat(told).isEmpty();
    wanted = true;
    now(record(1).in(TxState.INCLUDED, Observed.Level.AGREED, BLOCK, true));
    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("Your transaction is in a block: Sent 0.05 ETH to");
  }

  @Test
  void whereOthersMaySeeItNoAmountAndNoAddressIsNamed() {
    follow();
    wanted = true;
    discreet = true;
    now(record(1));
    now(record(1).in(TxState.ACCEPTED, Observed.Level.SINGLE));
    session.connectivity.set(FakeNetwork.with(Connectivity.Mode.STALE, 0));
    assertThat(told)
        .containsExactly(
            "A provider accepted your transaction: Practice",
            "Practice: no provider answers: Practice");
  }

  @Test
  void whatConcernsMoneyIsTrouble() {
    follow();
    now(record(1), record(2), record(3));
    now(
        record(1).in(TxState.INCLUDED, Observed.Level.AGREED, BLOCK, false),
        record(2).in(TxState.REJECTED, Observed.Level.AGREED),
        record(3).in(TxState.DROPPED, Observed.Level.AGREED));
    assertThat(titles())
        .containsExactlyInAnyOrder(
            "In a block, but the contract refused it",
            "Providers refused your transaction",
            "Providers no longer hold your transaction");
    assertThat(model.notices())
        .extracting(Notice::weight)
        .containsExactlyInAnyOrder(
            Notice.Weight.TROUBLE, Notice.Weight.TROUBLE, Notice.Weight.ADVICE);
    now(
        record(1).in(TxState.FINAL, Observed.Level.AGREED, BLOCK, false),
        record(2).in(TxState.REJECTED, Observed.Level.AGREED),
        record(3).in(TxState.REPLACED, Observed.Level.AGREED));
    assertThat(titles().subList(0, 2))
        .containsExactlyInAnyOrder(
            "Your transaction is final", "Another transaction took the place of yours");
  }

  @Test
  void leavingItsBlockIsToldOf() {
    follow();
    now(record(1).in(TxState.INCLUDED, Observed.Level.AGREED, BLOCK, true));
    now(record(1).in(TxState.SEEN, Observed.Level.AGREED));
    assertThat(titles().getFirst()).isEqualTo("Your transaction is no longer in a block");
  }

  @Test
  void troubleAndRecoveryOfANetworkAreToldOf() {
    follow();
    assertThat(model.notices()).isEmpty();
    session.connectivity.set(FakeNetwork.with(Connectivity.Mode.DEGRADED, 1));
    session.connectivity.set(FakeNetwork.with(Connectivity.Mode.STALE, 0));
    session.connectivity.set(FakeNetwork.with(Connectivity.Mode.STARTING, 0));
    session.connectivity.set(FakeNetwork.with(Connectivity.Mode.ONLINE, 4));
    session.connectivity.set(FakeNetwork.with(Connectivity.Mode.ONLINE, 5));
    assertThat(titles())
        .containsExactly(
            "Practice is reached well again",
            "Practice: no provider answers",
            "Practice: one operator left");
  }

  @Test
  void whatWasSeenCountsNoMore() {
    follow();
    now(record(1).in(TxState.ACCEPTED, Observed.Level.AGREED));
    now(record(1).in(TxState.INCLUDED, Observed.Level.AGREED, BLOCK, true));
    assertThat(model.unread().get()).isEqualTo(2);
    model.read(model.notices().getFirst());
    assertThat(model.unread().get()).isEqualTo(1);
    model.readAll();
    assertThat(model.unread().get()).isZero();
    assertThat(model.notices()).hasSize(2).allMatch(Notice::read);
  }

  @Test
  void aNetworkIsFollowedOnceAndNotAfterClosing() {
    follow();
    follow();
    now(record(1).in(TxState.ACCEPTED, Observed.Level.AGREED));
    assertThat(model.notices()).hasSize(1);
    model.close();
    now(record(1).in(TxState.FINAL, Observed.Level.AGREED, BLOCK, true));
    assertThat(model.notices()).hasSize(1);
  }

  @Test
  void onlySoManyAreKept() {
    follow();
    for (int i = 0; i < 300; i++) {
      session.connectivity.set(
          FakeNetwork.with(i % 2 == 0 ? Connectivity.Mode.STALE : Connectivity.Mode.ONLINE, i % 2));
    }
    assertThat(model.notices()).hasSize(200);
    assertThat(model.notices().getFirst().number()).isEqualTo(299);
  }
}

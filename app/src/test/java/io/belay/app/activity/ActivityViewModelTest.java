package io.belay.app.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.activity.ActivityViewModel.Filter;
import io.belay.app.activity.ActivityViewModel.Part;
import io.belay.app.fake.FakeLabels;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fake.FakeWays;
import io.belay.app.fake.Later;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.store.LabelBook;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityViewModelTest {
  private final FakeSession session = new FakeSession();
  private final LabelBook labels = FakeLabels.empty();
  private final ActivityViewModel model =
      new ActivityViewModel(
          FakeUi.make(),
          session,
          new FakeVault().unlock("Main vault", FakeVault.PASSWORD.toCharArray()).accounts(),
          new FakeWays(),
          session::known,
          labels);

  @Test
  void openTransactionFollowsTheJournal() {
    TxRecord record = FakeTx.of(1, TxState.SEEN);
    session.activity.set(List.of(record));
    model.start();
    model.open(record.hash());
    TransactionViewModel open = model.shown().get().orElseThrow();
    session.activity.set(List.of(FakeTx.of(1, TxState.INCLUDED)));
    assertThat(model.shown().get()).contains(open);
    assertThat(open.record().get().state()).isEqualTo(TxState.INCLUDED);
    model.close();
    assertThat(model.shown().get()).isEmpty();
    assertThat(model.part().get()).isEqualTo(Part.LIST);
  }

  @Test
  void aLongJournalIsLookedThroughOnceAndNotAfterThePageIsLeft() {
    Later later = new Later();
    ActivityViewModel busy =
        new ActivityViewModel(
            FakeUi.with(later),
            session,
            new FakeVault().unlock("Main vault", FakeVault.PASSWORD.toCharArray()).accounts(),
            new FakeWays(),
            session::known,
            labels);
    session.activity.set(
        LongStream.range(0, 1_001).mapToObj(n -> FakeTx.of(n, TxState.FINAL)).toList());
    busy.start();
    assertThat(later.begun()).isEqualTo(3); // the list, the survey, the clock
    busy.stop();
    assertThat(later.size()).isZero();
    busy.start();
    later.next();
    assertThat(busy.records()).hasSize(1_001);
    later.next();
    assertThat(busy.finder().assets()).isNotEmpty();
    busy.stop();
    busy.start();
    assertThat(later.size()).isEqualTo(1); // the clock: nothing is new
  }

  @Test
  void refreshAsksTheSessionAndReadsTheJournalAgain() {
    session.activity.set(List.of(FakeTx.of(1, TxState.SEEN)));
    model.refresh();
    assertThat(session.refreshes).hasValue(1);
    assertThat(model.records()).hasSize(1);
  }

  @Test
  void transactionAppearsWhenTheJournalTellsOfIt() {
    model.start();
    TxRecord record = FakeTx.of(1, TxState.SIGNED);
    model.open(record.hash());
    assertThat(model.shown().get()).isEmpty();
    session.activity.set(List.of(record));
    assertThat(model.shown().get().map(one -> one.record().get())).contains(record);
  }

  @Test
  void backLeadsToWhereATransactionWasOpened() {
    session.activity.set(List.of(FakeTx.of(1, TxState.SEEN)));
    model.start();
    model.turn(Part.NONCES);
    model.open(FakeTx.hash(1));
    assertThat(model.part().get()).isEqualTo(Part.ONE);
    assertThat(model.back()).isTrue();
    assertThat(model.part().get()).isEqualTo(Part.NONCES);
    assertThat(model.back()).isTrue();
    assertThat(model.part().get()).isEqualTo(Part.LIST);
    assertThat(model.back()).isFalse();
  }

  @Test
  void filterPartsWhatIsDoneFromWhatIsOnItsWay() {
    session.activity.set(List.of(FakeTx.of(2, TxState.SEEN), FakeTx.of(1, TxState.FINAL)));
    model.start();
    model.finder().kind().set(Filter.OPEN);
    assertThat(model.records()).extracting(TxRecord::nonce).containsExactly(2L);
    model.finder().kind().set(Filter.DONE);
    assertThat(model.records()).extracting(TxRecord::nonce).containsExactly(1L);
    model.finder().kind().set(Filter.ALL);
    assertThat(model.records()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "STUCK, 'Savings: nonce 1 waits for long, its fee is too low'",
    "DROPPED, 'Savings: nonce 1 is no longer held, and is sent again'",
    "CONFLICT, Savings: another transaction holds nonce 1"
  })
  void saysWhatKeepsTheQueueFromMoving(TxState state, String said) {
    session.activity.set(List.of(FakeTx.of(2, TxState.SEEN), FakeTx.of(1, state)));
    model.start();
    assertThat(model.attention()).containsExactly(said);
  }

  @Test
  void saysThatANonceIsMissing() {
    session.activity.set(List.of(FakeTx.of(4, TxState.SEEN), FakeTx.of(2, TxState.SEEN)));
    model.start();
    assertThat(model.attention())
        .containsExactly(
            "Savings: nothing is signed for nonce 3, and later transactions wait for it");
  }

  @Test
  void aReplacedRivalIsNoTrouble() {
    session.activity.set(
        List.of(
            FakeTx.of(1, TxState.INCLUDED),
            FakeTx.named(FakeTx.of(1, TxState.CONFLICT), FakeTx.hash(99))));
    model.start();
    assertThat(model.attention()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SIGNED, 3",
    "SENDING, 3",
    "ACCEPTED, 3",
    "SEEN, 3",
    "INCLUDED, 4",
    "SAFE, 5",
    "FINAL, 6",
    "DROPPED, 3",
    "UNKNOWN, 3"
  })
  void timelineGoesAsFarAsTheEvidence(TxState state, int stages) {
    TxRecord record = FakeTx.of(1, state);
    assertThat(Arrays.stream(Stage.values()).filter(s -> s.reachedBy(record))).hasSize(stages);
  }
}

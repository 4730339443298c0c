package io.belay.app.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.core.money.Wei;
import io.belay.core.rpc.EndpointId;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.tx.UnsignedTransaction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityViewModelTest {
  private final FakeSession session = new FakeSession();
  private final ActivityViewModel model = new ActivityViewModel(FakeUi.make(), session, accounts, new FakeWays());

  @Test
  void openTransactionFollowsTheJournal() {
    TxRecord record = record(TxState.SEEN);
    session.activity.set(List.of(record));
    model.start();
    model.open(record.hash());
    session.activity.set(List.of(record(TxState.INCLUDED)));
    assertThat(model.shown().get()).map(TxRecord::state).contains(TxState.INCLUDED);
    model.close();
    assertThat(model.shown().get()).isEmpty();
  }

  @Test
  void refreshAsksTheSessionAndReadsTheJournalAgain() {
    session.activity.set(List.of(record(TxState.SEEN)));
    model.refresh();
    assertThat(session.refreshes).hasValue(1);
    assertThat(model.records()).hasSize(1);
  }

  @Test
  void transactionAppearsWhenTheJournalTellsOfIt() {
    model.start();
    TxRecord record = record(TxState.SIGNED);
    model.open(record.hash());
    assertThat(model.shown().get()).isEmpty();
    session.activity.set(List.of(record));
    assertThat(model.shown().get()).contains(record);
  }

  @Test
  void countsOperatorsAndNotEndpoints() {
    assertThat(model.seenBy(record(TxState.SEEN))).isEqualTo("Seen by 2 of 5 operators.");
  }

  @Test
  void saysWhatHappensNext() {
    assertThat(model.next(record(TxState.SEEN), FakeSession.NOW))
        .isEqualTo("Next re-send in 12 s (same bytes).");
    assertThat(model.next(record(TxState.SEEN), FakeSession.NOW.plusSeconds(60)))
        .startsWith("Being sent again now");
    assertThat(model.next(record(TxState.FINAL), FakeSession.NOW))
        .isEqualTo("Nothing more happens to it.");
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
    TxRecord record = record(state);
    assertThat(Arrays.stream(Stage.values()).filter(s -> s.reachedBy(record))).hasSize(stages);
  }

  @ParameterizedTest
  @CsvSource({
    "accepted, accepted, Took it.",
    "already-known, already-known, 'Had it already, from another way.'",
    "rejected, underpriced, Refused: underpriced.",
    "no-answer, timeout, 'Sent, but no answer in time. It may hold the bytes all the same.'",
    "not-reached, refused, Not reached: the connection was refused."
  })
  void answersAreInOurOwnWords(String outcome, String kind, String said) {
    AttemptRow row =
        new AttemptRow(
            new EndpointId("practice-1"), "alpine", outcome, kind, 5, FakeSession.NOW, false);
    assertThat(model.happened(row)).isEqualTo(said);
  }

  private static TxRecord record(TxState state) {
    UnsignedTransaction tx =
        new UnsignedTransaction(
            FakeSession.CHAIN.id(),
            1,
            Wei.of(1),
            Wei.of(2),
            21_000,
            FakeVault.DAILY,
            Wei.of(5),
            "0x");
    TxRecord seen = FakeSession.record(tx, FakeVault.SAVINGS);
    return new TxRecord(
        seen.hash(),
        seen.intentId(),
        seen.from(),
        tx,
        seen.createdAt(),
        state,
        Optional.empty(),
        Optional.empty(),
        seen.evidence(),
        Optional.empty(),
        seen.attempts(),
        seen.nextSend());
  }
}

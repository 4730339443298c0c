package io.belay.app.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeTx;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SendNewsTest {
  private final SendNews news = new SendNews();

  private static List<TxRecord> journal(TxState... newestFirst) {
    List<TxRecord> list = new ArrayList<>();
    for (int i = 0; i < newestFirst.length; i++) {
      list.add(FakeTx.of(newestFirst.length - i, newestFirst[i]));
    }
    return list;
  }

  private List<String> told(List<TxRecord> journal) {
    return news.look(journal).stream().map(n -> n.send().nonce() + " " + n.kind()).toList();
  }

  @Test
  void theFirstLookIsNoNews() {
    assertThat(told(journal(TxState.STUCK, TxState.FINAL))).isEmpty();
  }

  @Test
  void aNewSendAndOneThatGoesOnAreToldOldestFirst() {
    told(journal(TxState.SEEN, TxState.FINAL));
    assertThat(told(journal(TxState.ACCEPTED, TxState.INCLUDED, TxState.FINAL)))
        .containsExactly("2 INCLUDED", "3 ACCEPTED");
    assertThat(told(journal(TxState.ACCEPTED, TxState.INCLUDED, TxState.FINAL))).isEmpty();
  }

  @Test
  void anotherOrderIsNoNews() {
    List<TxRecord> journal = journal(TxState.SEEN, TxState.INCLUDED, TxState.FINAL);
    told(journal);
    Collections.reverse(journal);
    assertThat(told(journal)).isEmpty();
  }

  @Test
  void oneInTheMiddleOfManyIsFound() {
    List<TxRecord> many =
        new ArrayList<>(
            LongStream.range(0, 5_000).mapToObj(i -> FakeTx.of(5_000 - i, TxState.SEEN)).toList());
    told(List.copyOf(many));
    many.set(2_500, FakeTx.of(2_500, TxState.STUCK));
    assertThat(told(many)).containsExactly("2500 STUCK");
  }
}

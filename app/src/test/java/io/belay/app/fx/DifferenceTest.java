package io.belay.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private final List<String> told = new ArrayList<>();

  private ObservableList<Integer> watched(List<Integer> rows) {
    ObservableList<Integer> list = FXCollections.observableArrayList(rows);
    list.addListener(
        (ListChangeListener<Integer>)
            change -> {
              while (change.next()) {
                told.add(change.getFrom() + "-" + change.getRemovedSize() + "+" + added(change));
              }
            });
    return list;
  }

  private static int added(ListChangeListener.Change<? extends Integer> change) {
    return change.getAddedSize();
  }

  private static List<Integer> upTo(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  @Test
  void oneRowAmongManyIsTheOnlyOneTouched() {
    ObservableList<Integer> list = watched(upTo(100_000));
    List<Integer> next = new ArrayList<>(list);
    next.set(77_777, -1);
    Difference.apply(list, next);
    assertThat(list).isEqualTo(next);
    assertThat(told).containsExactly("77777-1+1");
  }

  @Test
  void aNewFirstRowMovesNoOther() {
    ObservableList<Integer> list = watched(upTo(1_000));
    List<Integer> next = new ArrayList<>(list);
    next.addFirst(-1);
    Difference.apply(list, next);
    assertThat(list).isEqualTo(next);
    assertThat(told).containsExactly("0-0+1");
  }

  @Test
  void nothingIsToldWhereNothingChanged() {
    ObservableList<Integer> list = watched(upTo(10));
    Difference.apply(list, upTo(10));
    assertThat(told).isEmpty();
  }

  @Test
  void muchIsChangedAtOnce() {
    ObservableList<Integer> list = watched(upTo(10_000));
    Difference.apply(list, upTo(100));
    assertThat(list).hasSize(100);
    assertThat(told).hasSize(1);
  }

  @Test
  void whateverWasThereWhatIsWantedIsThereAfterwards() {
    SplittableRandom random = new SplittableRandom(6);
    for (int round = 0; round < 2_000; round++) {
      ObservableList<Integer> list = watched(random(random));
      List<Integer> next = random(random);
      Difference.apply(list, next);
      assertThat(list).isEqualTo(next);
    }
  }

  private static List<Integer> random(SplittableRandom random) {
    return random.ints(random.nextInt(150), 0, 4).boxed().toList();
  }
}

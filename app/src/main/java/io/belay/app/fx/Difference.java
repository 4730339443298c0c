package io.belay.app.fx;

import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableList;

/// What has to change in an observed list for it to be another one, so that a view of a hundred
/// thousand rows draws the one that changed, and keeps its place and what is chosen in it.
///
/// @param <T> the rows' type
/// @param head how many rows at the beginning stay
/// @param tail how many at the end
/// @param next all rows as they shall be
public record Difference<T>(int head, int tail, List<? extends T> next) {
  // more than a window shows at once; beyond that one change is cheaper than many
  private static final int FEW = 64;

  /// Compares; takes its time with many rows, and may be done on any thread.
  public static <R> Difference<R> between(List<? extends R> was, List<? extends R> next) {
    int common = Math.min(was.size(), next.size());
    int head = 0;
    while (head < common && Objects.equals(was.get(head), next.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < common - head
        && Objects.equals(was.get(was.size() - 1 - tail), next.get(next.size() - 1 - tail))) {
      tail++;
    }
    return new Difference<>(head, tail, next);
  }

  /// Makes a short list equal to another.
  public static <R> void apply(ObservableList<R> list, List<? extends R> next) {
    Difference.<R>between(list, next).apply(list);
  }

  /// Changes the list, which is as it was when it was compared.
  public void apply(ObservableList<T> list) {
    int gone = list.size() - tail - head;
    int come = next.size() - tail - head;
    if (gone > FEW || come > FEW) {
      list.setAll(next);
      return;
    }
    int kept = Math.min(gone, come);
    for (int i = head; i < head + kept; i++) {
      if (!Objects.equals(list.get(i), next.get(i))) {
        list.set(i, next.get(i));
      }
    }
    if (gone > kept) {
      list.remove(head + kept, head + gone);
    } else if (come > kept) {
      list.addAll(head + kept, next.subList(head + kept, head + come));
    }
  }
}

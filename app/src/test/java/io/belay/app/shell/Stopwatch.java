package io.belay.app.shell;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Takes the time of what a person does in a window. The handler: all that runs because of the
/// event before the window's thread is free. Input to paint: from the event to the end of the
/// drawing of the next pulse, with the wait for that pulse, style, layout and the drawing itself.
/// An answer: from the event to the end of the drawing of what was asked for, where that is looked
/// for elsewhere.
final class Stopwatch {
  private static final double MILLION = 1e6;
  private static final int PAUSE = 60; // ms between two acts: a person's hands are slower

  private final Scene scene;
  private final Map<String, List<Long>> handled = new LinkedHashMap<>();
  private final Map<String, List<Long>> painted = new LinkedHashMap<>();
  private final Map<String, List<Long>> answered = new LinkedHashMap<>();

  Stopwatch(Scene scene) {
    this.scene = scene;
  }

  void forget() {
    handled.clear();
    painted.clear();
    answered.clear();
  }

  /// Something whose effect is there at once.
  void act(String what, Runnable deed) {
    CompletableFuture<Long> paint = new CompletableFuture<>();
    rest();
    Platform.runLater(() -> {
      long start = start(what, deed);
      next(start, paint);
    });
    note(painted, what, paint.join());
  }

  /// Something that is looked for elsewhere.
  ///
  /// @param there whether it is shown
  void answer(String what, Runnable deed, Callable<Boolean> there) {
    CompletableFuture<Long> paint = new CompletableFuture<>();
    CompletableFuture<Long> answer = new CompletableFuture<>();
    rest();
    Platform.runLater(() -> {
      long start = start(what, deed);
      next(start, paint);
      until(there, start, answer);
    });
    note(painted, what, paint.join());
    note(answered, what, answer.join());
  }

  private static void rest() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a bench", e);
    }
  }

  private long start(String what, Runnable deed) {
    long start = System.nanoTime();
    deed.run();
    note(handled, what, System.nanoTime() - start);
    return start;
  }

  private static void note(Map<String, List<Long>> times, String what, long nanos) {
    times.computeIfAbsent(what, w -> new ArrayList<>()).add(nanos);
  }

  private void next(long start, CompletableFuture<Long> paint) {
    until(() -> true, start, paint);
  }

  private void until(Callable<Boolean> there, long start, CompletableFuture<Long> paint) {
    Runnable[] listener = new Runnable[1];
    listener[0] =
        () -> {
          try {
            if (there.call()) {
              scene.removePostLayoutPulseListener(listener[0]);
              // the pulse hands its drawing to the drawing thread after this; what is handed over
              // later is done later
              Platform.runLater(
                  () -> afterDrawing(() -> paint.complete(System.nanoTime() - start)));
            } else {
              Platform.requestNextPulse();
            }
          } catch (Exception e) {
            paint.completeExceptionally(e);
          }
        };
    scene.addPostLayoutPulseListener(listener[0]);
    Platform.requestNextPulse();
  }

  private static void afterDrawing(Runnable action) {
    var drawn = Toolkit.getToolkit().addRenderJob(new RenderJob(action));
    Objects.requireNonNull(drawn); // what it does is told by the action
  }

  @SuppressWarnings("SystemOut") // a program for the terminal
  void print() {
    System.out.println(
        "ms; handler: until the window's thread is free again; paint: from the event");
    System.out.println("to the end of the drawing of the next pulse, all in software");
    System.out.printf(
        "%-24s %4s %32s   %32s%n", "", "n", "handler 50/95/99/most", "paint 50/95/99/most");
    handled.forEach((what, times) -> line(what, times, painted.getOrDefault(what, List.of())));
    line("all", flat(handled), flat(painted));
    answered.forEach((what, times) -> System.out.printf("answer: %-21s %32s%n", what, row(times)));
  }

  @SuppressWarnings("SystemOut") // a program for the terminal
  private static void line(String what, List<Long> handler, List<Long> paint) {
    System.out.printf("%-24s %4d %32s   %32s%n", what, paint.size(), row(handler), row(paint));
  }

  private static String row(List<Long> nanos) {
    return "%7.1f %7.1f %7.1f %7.1f"
        .formatted(at(nanos, 0.5), at(nanos, 0.95), at(nanos, 0.99), at(nanos, 1));
  }

  private static double at(List<Long> nanos, double part) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * part))) / MILLION;
  }

  private static List<Long> flat(Map<String, List<Long>> times) {
    return times.values().stream().flatMap(List::stream).toList();
  }
}

package io.belay.app.connectivity;

import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.EndpointStatus;
import java.time.Duration;
import java.util.function.Supplier;

/// One endpoint in words: what happened, where it stands, what is next.
public final class EndpointWords {
  private final Ui ui;
  private final Supplier<Connectivity> now;

  /// @param now tells since when an endpoint waits
  EndpointWords(Ui ui, Supplier<Connectivity> now) {
    this.ui = ui;
    this.now = now;
  }

  /// Whether a state is trouble.
  static boolean isTrouble(EndpointStatus.State state) {
    return switch (state) {
      case UNTRIED, UP, DISABLED -> false;
      case LAGGING, NO_ANSWER, LIMITED, SET_ASIDE, WRONG_CHAIN -> true;
    };
  }

  /// What happened at an endpoint, and what happens next.
  public String happened(EndpointStatus status) {
    String what =
        switch (status.state()) {
          case UP ->
              status.blamed().stream()
                  .findFirst()
                  .map(b -> ui.words().reason(b.code()))
                  .map(text -> ui.text("connect.before", text))
                  .orElseGet(() -> ui.text("connect.calm"));
          case SET_ASIDE, WRONG_CHAIN ->
              status.blamed().stream()
                  .findFirst()
                  .map(b -> ui.text("connect.caught", ui.words().reason(b.code())))
                  .orElseGet(() -> ui.text("connect.is." + status.state().word()));
          case UNTRIED, LAGGING, NO_ANSWER, LIMITED, DISABLED ->
              ui.text("connect.is." + status.state().word());
        };
    return now.get()
        .untilRetry(status, ui.clock().instant())
        .map(wait ->
            what
                + " "
                + (wait.isZero()
                    ? ui.text("connect.next.now")
                    : ui.text("connect.next", span(wait))))
        .orElse(what);
  }

  /// Where an endpoint's head stands.
  public String behind(EndpointStatus status) {
    return status
        .behind()
        .filter(d -> !d.isZero())
        .map(d -> ui.text("connect.behind", span(d)))
        .orElseGet(() ->
            status.height().isPresent()
                ? ui.text("connect.voice." + status.voice().word())
                : ui.text("connect.noheight"));
  }

  /// Whether an endpoint's head contradicts the others'.
  static boolean contradicts(EndpointStatus status) {
    return status.voice() == EndpointStatus.Voice.CONTRADICTS;
  }

  /// Latency in words.
  public String latency(EndpointStatus status) {
    return status.p50().isPresent()
        ? ui.text(
            "connect.latency",
            status.p50().getAsInt(),
            status.p90().orElse(status.p50().getAsInt()))
        : ui.text("connect.noreply");
  }

  private String span(Duration duration) {
    return new Phrases(ui.words()).span(duration);
  }
}

package io.belay.app.shell;

import io.belay.app.fx.Background.Running;
import io.belay.app.fx.FxBind;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.state.Observed;
import io.belay.core.state.Subscription;
import io.belay.core.track.ChainSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The status line: operators up, network, block, its age, the next retry.
public final class StatusViewModel {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Ui ui;
  private final ChainSession session;
  private final StringProperty mode = new SimpleStringProperty("");
  private final StringProperty groups = new SimpleStringProperty("");
  private final StringProperty block = new SimpleStringProperty("");
  private final StringProperty age = new SimpleStringProperty("");
  private final StringProperty doubt = new SimpleStringProperty("");
  private final StringProperty next = new SimpleStringProperty("");
  private final ObjectProperty<Observed.Level> level =
      new SimpleObjectProperty<>(Observed.Level.UNKNOWN);
  private OptionalLong last = OptionalLong.empty();
  private Optional<Subscription> listening = Optional.empty();
  private Optional<Running> ticking = Optional.empty();

  /// Watches a session.
  public StatusViewModel(Ui ui, ChainSession session) {
    this.ui = ui;
    this.session = session;
  }

  /// How good the connection is, in a word.
  public ReadOnlyStringProperty mode() {
    return mode;
  }

  /// Operators that are up, of all.
  public ReadOnlyStringProperty groups() {
    return groups;
  }

  /// The block that is read from.
  public ReadOnlyStringProperty block() {
    return block;
  }

  /// Its age.
  public ReadOnlyStringProperty age() {
    return age;
  }

  /// Whom Belay tries next, and when.
  public ReadOnlyStringProperty next() {
    return next;
  }

  /// How the block is known.
  public ReadOnlyObjectProperty<Observed.Level> level() {
    return level;
  }

  /// How the block is known, in words, where that is less than agreed; else blank.
  public ReadOnlyStringProperty doubt() {
    return doubt;
  }

  /// Starts to watch; the tick only lets the ages grow.
  public void start() {
    stop();
    listening = Optional.of(FxBind.listen(session.connectivity(), ui.background(), this::show));
    ticking =
        Optional.of(
            ui.background().every(TICK, () -> session.connectivity().get(), this::show, e -> {}));
  }

  /// Stops watching.
  public void stop() {
    listening.ifPresent(Subscription::close);
    listening = Optional.empty();
    ticking.ifPresent(Running::cancel);
    ticking = Optional.empty();
  }

  private void show(Connectivity now) {
    Phrases phrases = new Phrases(ui.words());
    mode.set(ui.text("status.mode." + now.mode().word()));
    groups.set(ui.text("status.groups", now.groupsUp(), now.groups()));
    now.head().maybe().ifPresent(head -> last = OptionalLong.of(head.number()));
    block.set(block(now));
    // an age is said of a block only, never of none
    age.set(last.isPresent() ? now.headAt().map(at -> phrases.ago(at, at())).orElse("") : "");
    level.set(now.head().level());
    doubt.set(isStrong(now.head().level()) ? "" : phrases.known(now.head(), now.groups(), at()));
    next.set(
        now.endpoints().stream()
            .filter(e -> e.nextRetry().isPresent())
            .min(Comparator.comparing(e -> e.nextRetry().orElseThrow()))
            .map(e -> retry(now, e, phrases))
            .orElse(""));
  }

  private String block(Connectivity now) {
    if (last.isEmpty()) {
      return ui.text("status.noblock");
    }
    String number = Phrases.count(last.getAsLong());
    return ui.text(now.head().maybe().isPresent() ? "status.block" : "status.lastblock", number);
  }

  private static boolean isStrong(Observed.Level level) {
    return level == Observed.Level.PROVEN || level == Observed.Level.AGREED;
  }

  private Instant at() {
    return ui.clock().instant();
  }

  private String retry(Connectivity now, EndpointStatus endpoint, Phrases phrases) {
    Duration wait = now.untilRetry(endpoint, at()).orElse(Duration.ZERO);
    return wait.isZero()
        ? ui.text("status.next.now", endpoint.config().id())
        : ui.text("status.next", endpoint.config().id(), phrases.span(wait));
  }
}

package io.belay.app.activity;

import io.belay.app.fx.Background.Running;
import io.belay.app.fx.FxBind;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.core.chain.Chain;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.TxRecord;
import io.belay.core.state.Subscription;
import io.belay.core.track.ChainSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The transactions as the journal has them, and one of them in full.
public final class ActivityViewModel {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Ui ui;
  private final ChainSession session;
  private final ObservableList<TxRecord> records = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<TxHash>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<TxRecord>> shown =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Instant> now;
  private final StringProperty problem = new SimpleStringProperty("");
  private final List<Subscription> listening = new ArrayList<>();
  private Optional<Running> ticking = Optional.empty();

  /// Listens to a session's activity.
  public ActivityViewModel(Ui ui, ChainSession session) {
    this.ui = ui;
    this.session = session;
    this.now = new SimpleObjectProperty<>(ui.clock().instant());
  }

  /// All transactions, newest first.
  public ObservableList<TxRecord> records() {
    return records;
  }

  /// The transaction that is shown in full.
  public ReadOnlyObjectProperty<Optional<TxRecord>> shown() {
    return shown;
  }

  /// The time, each second while the page is open.
  public ReadOnlyObjectProperty<Instant> now() {
    return now;
  }

  /// The network.
  public Chain chain() {
    return session.chain();
  }

  /// Starts to listen.
  public void start() {
    stop();
    listening.add(FxBind.listen(session.activity(), ui.background(), this::show));
    ticking =
        Optional.of(ui.background().every(TICK, () -> ui.clock().instant(), now::set, e -> {}));
  }

  /// Stops listening.
  public void stop() {
    listening.forEach(Subscription::close);
    listening.clear();
    ticking.ifPresent(Running::cancel);
    ticking = Optional.empty();
  }

  private void show(List<TxRecord> list) {
    records.setAll(list);
    Optional<TxHash> hash = chosen.get();
    shown.set(hash.flatMap(h -> list.stream().filter(r -> r.hash().equals(h)).findFirst()));
  }

  /// Asks all endpoints now, and reads the journal again.
  public void refresh() {
    problem.set("");
    ui.background()
        .run(
            () -> {
              session.refresh();
              return session.activity().get();
            },
            this::show,
            e -> problem.set(ui.words().error(e)));
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Shows a transaction in full, now or as soon as the journal tells of it.
  public void open(TxHash hash) {
    chosen.set(Optional.of(hash));
    show(session.activity().get());
  }

  /// Goes back to the list.
  public void close() {
    chosen.set(Optional.empty());
    shown.set(Optional.empty());
  }

  /// Operators that were found to hold it, of all: a sentence.
  public String seenBy(TxRecord record) {
    long seen =
        record.attempts().stream()
            .filter(AttemptRow::seen)
            .map(AttemptRow::group)
            .distinct()
            .count();
    int all = session.connectivity().get().groups();
    return ui.text("tx.seenby", seen, all);
  }

  /// What Belay does next with it.
  public String next(TxRecord record, Instant at) {
    if (record.state().isOver()) {
      return ui.text("tx.next.over");
    }
    return record
        .nextSend()
        .map(next ->
            next.isAfter(at)
                ? ui.text("tx.next.in", new Phrases(ui.words()).span(Duration.between(at, next)))
                : ui.text("tx.next.now"))
        .orElseGet(() -> ui.text("tx.next.watching"));
  }

  /// What an endpoint answered, in our own words.
  public String happened(AttemptRow row) {
    return switch (row.outcome()) {
      case "accepted" -> ui.text(row.seen() ? "attempt.held" : "attempt.accepted");
      case "already-known" -> ui.text("attempt.known");
      case "rejected" -> ui.text("attempt.rejected", ui.words().reason(row.kind()));
      case "no-answer" -> ui.text("attempt.noanswer", ui.words().reason(row.kind()));
      default -> ui.text("attempt.notreached", ui.words().reason(row.kind()));
    };
  }
}

package io.belay.app.activity;

import io.belay.app.control.AskTokens;
import io.belay.app.control.Known;
import io.belay.app.control.TxWords;
import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Difference;
import io.belay.app.fx.FxBind;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.chain.Chain;
import io.belay.core.rpc.Connectivity;
import io.belay.core.send.TxRecord;
import io.belay.core.state.State;
import io.belay.core.state.Subscription;
import io.belay.core.store.AccountEntry;
import io.belay.core.store.LabelBook;
import io.belay.core.track.ChainSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The transactions as the journal has them, and which part of the page is open.
public final class ActivityViewModel {
  /// The parts of the page.
  public enum Part {
    /// All transactions.
    LIST,
    /// One of them.
    ONE,
    /// The accounts' nonces.
    NONCES,
    /// A raw transaction from elsewhere.
    RAW
  }

  /// Which transactions the list shows.
  public enum Filter {
    /// Every one.
    ALL,
    /// Those of which something can still come.
    OPEN,
    /// Those that are in a block for good, or out of the way.
    DONE;

    boolean takes(TxRecord record) {
      return this == ALL || (this == DONE) == record.state().isOver();
    }
  }

  private static final Duration TICK = Duration.ofSeconds(1);

  private final Ui ui;
  private final ChainSession session;
  private final State<List<AccountEntry>> accounts;
  private final WaysOut ways;
  private final AskTokens tokens;
  private final Supplier<Known> known;
  private final LabelBook labels;
  private final TxFinder finder;
  private final Looking surveying;
  private final ExportViewModel export;
  private final ObservableList<String> attention = FXCollections.observableArrayList();
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.LIST);
  private final ObjectProperty<Optional<TransactionViewModel>> shown =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Connectivity> connectivity;
  private final ObjectProperty<Instant> now;
  private final StringProperty problem = new SimpleStringProperty("");
  private final List<Subscription> listening = new ArrayList<>();
  private Optional<TxHash> chosen = Optional.empty();
  private Optional<Surveyed> surveyed = Optional.empty();
  private Part before = Part.LIST;
  private Optional<Running> ticking = Optional.empty();

  /// Listens to a session's activity.
  ///
  /// @param accounts of the open vault
  /// @param known what is known now beside the transactions' bytes
  /// @param labels what transactions are called
  public ActivityViewModel(
      Ui ui,
      ChainSession session,
      State<List<AccountEntry>> accounts,
      WaysOut ways,
      Supplier<Known> known,
      LabelBook labels) {
    this.known = known;
    this.labels = labels;
    this.surveying = new Looking(ui.background());
    this.finder = new TxFinder(ui, this::named, labels);
    this.export = new ExportViewModel(ui, session.chain(), this::named, labels);
    this.ui = ui;
    this.session = session;
    this.accounts = accounts;
    this.ways = ways;
    this.tokens = new AskTokens(ui, session.knownTokens(), session::token);
    this.now = new SimpleObjectProperty<>(ui.clock().instant());
    this.connectivity = new SimpleObjectProperty<>(session.connectivity().get());
  }

  /// The transactions that the filter lets through, newest first.
  public ObservableList<TxRecord> records() {
    return finder.found();
  }

  /// What keeps accounts' queues from moving, in words.
  public ObservableList<String> attention() {
    return attention;
  }

  /// What the list is narrowed to.
  public TxFinder finder() {
    return finder;
  }

  /// Writes what is listed to a file.
  public ExportViewModel export() {
    return export;
  }

  /// The accounts of the open vault.
  State<List<AccountEntry>> accounts() {
    return accounts;
  }

  /// What transactions are called.
  LabelBook labels() {
    return labels;
  }

  /// With the accounts' names beside those of the address book.
  private Known named() {
    Known now = known.get();
    Map<Address, String> names = new HashMap<>(now.names());
    accounts.get().forEach(entry -> names.putIfAbsent(entry.ref().address(), entry.name()));
    return new Known(now.currency(), now.tokens(), names);
  }

  /// The part that is open.
  public ReadOnlyObjectProperty<Part> part() {
    return part;
  }

  /// The transaction that is shown in full.
  public ReadOnlyObjectProperty<Optional<TransactionViewModel>> shown() {
    return shown;
  }

  /// How well the network is connected.
  public ReadOnlyObjectProperty<Connectivity> connectivity() {
    return connectivity;
  }

  /// The time, each second while the page is open.
  public ReadOnlyObjectProperty<Instant> now() {
    return now;
  }

  /// The network.
  public Chain chain() {
    return session.chain();
  }

  /// What transactions do, by what is known now.
  TxWords says() {
    return new TxWords(ui.words(), known.get());
  }

  /// Starts to listen.
  public void start() {
    stop();
    listening.add(FxBind.listen(session.activity(), ui.background(), this::show));
    listening.add(FxBind.listen(session.connectivity(), ui.background(), connectivity::set));
    listening.add(
        FxBind.listen(
            session.knownTokens(), ui.background(), told -> show(session.activity().get())));
    listening.add(
        FxBind.listen(
            labels.labels(), ui.background(), told -> finder.show(session.activity().get())));
    ticking =
        Optional.of(ui.background().every(TICK, () -> ui.clock().instant(), now::set, e -> {}));
  }

  /// Stops listening.
  public void stop() {
    listening.forEach(Subscription::close);
    listening.clear();
    finder.stop();
    if (surveying.stop()) {
      surveyed = Optional.empty();
    }
    ticking.ifPresent(Running::cancel);
    ticking = Optional.empty();
  }

  private void show(List<TxRecord> list) {
    finder.show(list);
    survey(list);
    chosen
        .flatMap(hash -> list.stream().filter(r -> r.hash().equals(hash)).findFirst())
        .ifPresent(record -> showOne(record, list));
  }

  /// What was surveyed last.
  private record Surveyed(List<TxRecord> journal, Known known, List<AccountEntry> accounts) {
    // the same journal, not an equal one: to compare a hundred thousand takes longer than it saves
    @SuppressWarnings("ReferenceEquality")
    boolean is(Surveyed other) {
      return journal == other.journal
          && known.equals(other.known)
          && accounts.equals(other.accounts);
    }
  }

  private void survey(List<TxRecord> list) {
    Known now = known.get();
    Surveyed next = new Surveyed(list, now, accounts.get());
    if (surveyed.filter(next::is).isPresent()) {
      return;
    }
    surveyed = Optional.of(next);
    Attention troubles = new Attention(ui.words(), next.accounts());
    surveying.through(list.size(), () -> Survey.of(list, now, troubles), this::surveyed);
  }

  private void surveyed(Survey survey) {
    tokens.about(survey.tokens());
    finder.offer(survey.assets());
    Difference.apply(attention, survey.attention());
  }

  private void showOne(TxRecord record, List<TxRecord> list) {
    Optional<TransactionViewModel> open =
        shown.get().filter(one -> one.hash().equals(record.hash()));
    if (open.isPresent()) {
      open.get().update(record, list, accounts.get());
      return;
    }
    shown.set(
        Optional.of(
            new TransactionViewModel(
                ui, session, ways, record, list, accounts.get(), known, labels)));
    part.set(Part.ONE);
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
    if (part.get() != Part.ONE) {
      before = part.get();
    }
    chosen = Optional.of(hash);
    show(session.activity().get());
  }

  /// Turns to another part.
  public void turn(Part next) {
    chosen = Optional.empty();
    before = Part.LIST;
    part.set(next);
    shown.set(Optional.empty());
  }

  /// Goes one step back: from a transaction to where it was opened, else to the list.
  ///
  /// @return whether there was a step to go back
  public boolean back() {
    boolean deep = part.get() != Part.LIST;
    turn(part.get() == Part.ONE ? before : Part.LIST);
    return deep;
  }

  /// Goes back to the list.
  public void close() {
    turn(Part.LIST);
  }
}

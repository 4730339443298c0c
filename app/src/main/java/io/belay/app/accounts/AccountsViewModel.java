package io.belay.app.accounts;

import io.belay.app.control.AskTokens;
import io.belay.app.control.Known;
import io.belay.app.control.TxWords;
import io.belay.app.fx.Background.Running;
import io.belay.app.fx.FxBind;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.rpc.Connectivity;
import io.belay.core.send.TxRecord;
import io.belay.core.state.Subscription;
import io.belay.core.store.AccountEntry;
import io.belay.core.track.ChainSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Balances of all accounts, read again every two seconds while the page is open.
public final class AccountsViewModel {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration TICK = Duration.ofSeconds(5); // ages go in steps of ten

  private final Ui ui;
  private final ChainSession session;
  private final AccountDesk desk;
  private final Balances balances;
  private final AskTokens tokens;
  private final Supplier<Known> known;
  private final ObservableList<AccountRow> rows = FXCollections.observableArrayList();
  private final ObservableList<TxRecord> recent = FXCollections.observableArrayList();
  private final ObjectProperty<Total> total = new SimpleObjectProperty<>(Total.of(List.of()));
  private final StringProperty problem = new SimpleStringProperty("");
  private final StringProperty notice = new SimpleStringProperty("");
  private final ObjectProperty<Connectivity> connectivity;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final ObjectProperty<Instant> now;
  private Optional<Running> reading = Optional.empty();
  private Optional<Running> ticking = Optional.empty();

  /// Reads through the session.
  ///
  /// @param known what is known now beside the transactions' bytes
  public AccountsViewModel(Ui ui, ChainSession session, AccountDesk desk, Supplier<Known> known) {
    this.known = known;
    this.ui = ui;
    this.session = session;
    this.desk = desk;
    this.tokens = new AskTokens(ui, session.knownTokens(), session::token);
    this.balances = new Balances(session, desk.accounts()::get);
    this.now = new SimpleObjectProperty<>(ui.clock().instant());
    this.connectivity = new SimpleObjectProperty<>(session.connectivity().get());
  }

  /// The accounts.
  public ObservableList<AccountRow> rows() {
    return rows;
  }

  /// The latest transactions, at most four.
  public ObservableList<TxRecord> recent() {
    return recent;
  }

  /// The sum.
  public ReadOnlyObjectProperty<Total> total() {
    return total;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// What was just done, or blank.
  public ReadOnlyStringProperty notice() {
    return notice;
  }

  /// The time, each second while the page is open: ages go on though nothing new is read.
  public ReadOnlyObjectProperty<Instant> now() {
    return now;
  }

  /// The network.
  public Chain chain() {
    return session.chain();
  }

  /// How well the network is connected.
  public ReadOnlyObjectProperty<Connectivity> connectivity() {
    return connectivity;
  }

  /// Whether a strip is due: fewer ways to the chain than there should be.
  public boolean isTroubled() {
    return switch (connectivity.get().mode()) {
      case STARTING -> false;
      case ONLINE -> connectivity.get().groupsUp() < connectivity.get().groups();
      case DEGRADED, STALE, DISPUTED, HALT -> true;
    };
  }

  /// Operators in all.
  public int groups() {
    return session.connectivity().get().groups();
  }

  /// What a person should know of the vault, as stable codes.
  public List<String> warnings() {
    return desk.warnings();
  }

  /// Starts to read.
  public void start() {
    stop();
    subscriptions.add(FxBind.listen(session.connectivity(), ui.background(), connectivity::set));
    subscriptions.add(FxBind.listen(desk.accounts(), ui.background(), this::listed));
    subscriptions.add(FxBind.listen(session.activity(), ui.background(), this::showRecent));
    subscriptions.add(
        FxBind.listen(
            session.knownTokens(), ui.background(), told -> showRecent(session.activity().get())));
    ticking =
        Optional.of(ui.background().every(TICK, () -> ui.clock().instant(), now::set, e -> {}));
    read();
  }

  private void showRecent(List<TxRecord> list) {
    List<TxRecord> latest = list.subList(0, Math.min(4, list.size()));
    tokens.about(latest);
    recent.setAll(latest); // told anew: it may be a token that is known by now
  }

  /// What transactions do, by what is known now.
  TxWords says() {
    return new TxWords(ui.words(), known.get());
  }

  /// Stops reading.
  public void stop() {
    notice.set("");
    ticking.ifPresent(Running::cancel);
    ticking = Optional.empty();
    reading.ifPresent(Running::cancel);
    reading = Optional.empty();
    subscriptions.forEach(Subscription::close);
    subscriptions.clear();
  }

  /// Reads again now.
  public void read() {
    reading.ifPresent(Running::cancel);
    reading = Optional.of(ui.background().every(PAUSE, balances::read, this::show, e -> fail(e)));
  }

  private void listed(List<AccountEntry> entries) {
    show(Balances.keep(rows, entries));
  }

  private void show(List<AccountRow> list) {
    if (rows.size() != list.size()) {
      rows.setAll(list);
    }
    for (int i = 0; i < list.size(); i++) {
      if (!rows.get(i).equals(list.get(i))) {
        rows.set(i, list.get(i)); // one by one, so that the table keeps its cells and focus
      }
    }
    // a watched address is somebody's, not this wallet's
    total.set(
        Total.of(
            list.stream()
                .filter(row -> !row.entry().isWatched())
                .map(AccountRow::balance)
                .toList()));
  }

  private void fail(WalletException e) {
    problem.set(ui.words().error(e));
  }

  /// Makes an account.
  public void newAccount(String name) {
    String chosen = name.isBlank() ? ui.text("accounts.default", rows.size() + 1) : name.strip();
    ui.background().run(() -> desk.newAccount(chosen), entry -> made(entry), e -> fail(e));
  }

  private void made(AccountEntry entry) {
    problem.set("");
    notice.set(ui.text("accounts.made", entry.name()));
    read();
  }

  /// For an import.
  ///
  /// @param done told what came of it, in words
  public ImportViewModel importing(Consumer<String> done) {
    return new ImportViewModel(ui, desk, session, done);
  }

  /// Says what came of an import, and reads the balances.
  public void imported(String told) {
    problem.set("");
    notice.set(told);
    read();
  }

  /// The balance as text: a dash where it is unknown or disputed.
  public String balanceText(AccountRow row) {
    return row.balance()
        .maybe()
        .map(wei -> ui.words().veil().over(Phrases.brief(chain().currency(), wei)))
        .orElse("—");
  }
}

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
import io.belay.core.money.Wei;
import io.belay.core.send.TxRecord;
import io.belay.core.state.Observed;
import io.belay.core.state.Subscription;
import io.belay.core.store.AccountEntry;
import io.belay.core.track.ChainSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One account: its balance on the network that is looked at, what it did last, its name, and
/// whether it is on the list.
public final class AccountViewModel {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration TICK = Duration.ofSeconds(5); // ages go in steps of ten
  private static final int LATEST = 5;
  private static final Observed<Wei> NOT_READ = new Observed.Unknown<>("not-read-yet");

  private final Ui ui;
  private final ChainSession session;
  private final AccountDesk desk;
  private final Supplier<Known> known;
  private final AskTokens tokens;
  private final ObjectProperty<Optional<AccountEntry>> account =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Observed<Wei>> balance = new SimpleObjectProperty<>(NOT_READ);
  private final ObservableList<TxRecord> latest = FXCollections.observableArrayList();
  private final BooleanProperty hidden = new SimpleBooleanProperty();
  private final StringProperty problem = new SimpleStringProperty("");
  private final StringProperty notice = new SimpleStringProperty("");
  private final ObjectProperty<Instant> now;
  private final List<Subscription> listening = new ArrayList<>();
  private final List<Running> repeated = new ArrayList<>();

  /// @param known what is known now beside the transactions' bytes
  public AccountViewModel(Ui ui, ChainSession session, AccountDesk desk, Supplier<Known> known) {
    this.ui = ui;
    this.session = session;
    this.desk = desk;
    this.known = known;
    this.tokens = new AskTokens(ui, session.knownTokens(), session::token);
    this.now = new SimpleObjectProperty<>(ui.clock().instant());
  }

  /// The account that is shown.
  public ReadOnlyObjectProperty<Optional<AccountEntry>> account() {
    return account;
  }

  /// Its balance on the network that is looked at.
  public ReadOnlyObjectProperty<Observed<Wei>> balance() {
    return balance;
  }

  /// The last transactions it sent, newest first.
  public ObservableList<TxRecord> latest() {
    return latest;
  }

  /// Whether it is off the list.
  public ReadOnlyBooleanProperty hidden() {
    return hidden;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// What was just done, or blank.
  public ReadOnlyStringProperty notice() {
    return notice;
  }

  /// The time, each second while the page is open.
  public ReadOnlyObjectProperty<Instant> now() {
    return now;
  }

  /// The network that is looked at.
  public Chain chain() {
    return session.chain();
  }

  /// Operators in all.
  public int groups() {
    return session.connectivity().get().groups();
  }

  /// Whether practice money can be had.
  public boolean hasFaucet() {
    return desk.faucet().isPresent();
  }

  /// The balance as text: a dash where it is unknown or disputed.
  public String balanceText() {
    return balance
        .get()
        .maybe()
        .map(wei -> ui.words().veil().over(Phrases.brief(chain().currency(), wei)))
        .orElse("—");
  }

  /// Where its key is, in words.
  public String kind() {
    return account
        .get()
        .map(entry ->
            switch (entry.kind()) {
              case AccountEntry.WATCH -> ui.text("account.kind.watch");
              case "key" -> ui.text("account.kind.key");
              default -> ui.text("account.kind.hd", entry.path());
            })
        .orElse("");
  }

  /// What transactions do, by what is known now.
  TxWords says() {
    return new TxWords(ui.words(), known.get());
  }

  /// Shows an account from now on; [#start] reads it.
  public void show(AccountEntry entry) {
    if (account.get().filter(was -> was.ref().equals(entry.ref())).isEmpty()) {
      balance.set(NOT_READ); // another account's balance says nothing about this one
      latest.clear();
    }
    hidden.set(false);
    account.set(Optional.of(entry));
  }

  /// Starts to read.
  public void start() {
    stop();
    listening.add(FxBind.listen(desk.accounts(), ui.background(), this::listed));
    listening.add(FxBind.listen(session.activity(), ui.background(), this::acted));
    listening.add(
        FxBind.listen(
            session.knownTokens(), ui.background(), told -> acted(session.activity().get())));
    repeated.add(ui.background().every(TICK, () -> ui.clock().instant(), now::set, e -> {}));
    account
        .get()
        .map(entry -> entry.ref().address())
        .ifPresent(address ->
            repeated.add(
                ui.background()
                    .every(
                        PAUSE,
                        () -> session.balance(address),
                        balance::set,
                        e -> balance.set(new Observed.Unknown<>(e.code())))));
  }

  private void listed(List<AccountEntry> all) {
    account
        .get()
        .ifPresent(shown -> {
          Optional<AccountEntry> now =
              all.stream().filter(entry -> entry.ref().equals(shown.ref())).findFirst();
          hidden.set(now.isEmpty());
          now.ifPresent(entry -> account.set(Optional.of(entry)));
        });
  }

  private void acted(List<TxRecord> all) {
    List<TxRecord> own =
        account
            .get()
            .map(entry ->
                all.stream()
                    .filter(record -> record.from().equals(entry.ref().address()))
                    .limit(LATEST)
                    .toList())
            .orElse(List.of());
    tokens.about(own);
    latest.setAll(own);
  }

  /// Stops reading.
  public void stop() {
    notice.set("");
    problem.set("");
    listening.forEach(Subscription::close);
    listening.clear();
    repeated.forEach(Running::cancel);
    repeated.clear();
  }

  /// Gives the account another name.
  public void rename(String name) {
    change(entry -> desk.rename(entry.ref(), name), ui.text("account.renamed", name.strip()));
  }

  /// Takes the account off the list; nothing is lost by it.
  public void hide() {
    account
        .get()
        .ifPresent(shown ->
            change(entry -> desk.hide(entry.ref(), true), ui.text("account.hid", shown.name())));
  }

  /// Puts it back on the list.
  public void putBack() {
    account
        .get()
        .ifPresent(shown ->
            change(entry -> desk.hide(entry.ref(), false), ui.text("account.back", shown.name())));
  }

  /// Asks for practice money.
  public void fund() {
    account
        .get()
        .ifPresent(shown ->
            desk.faucet()
                .ifPresent(faucet ->
                    change(
                        entry -> faucet.give(entry.ref().address()),
                        ui.text("accounts.funded", shown.name()))));
  }

  private interface Change {
    void of(AccountEntry entry);
  }

  private void change(Change change, String told) {
    account
        .get()
        .ifPresent(entry ->
            ui.background()
                .run(
                    () -> {
                      change.of(entry);
                      return told;
                    },
                    this::done,
                    this::failed));
  }

  private void done(String told) {
    problem.set("");
    notice.set(told);
  }

  private void failed(WalletException e) {
    notice.set("");
    problem.set(ui.words().error(e));
  }
}

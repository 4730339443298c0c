package io.belay.app.accounts;

import io.belay.app.control.Namesake;
import io.belay.app.fx.Background.Running;
import io.belay.app.fx.FxBind;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.state.Subscription;
import io.belay.core.store.AccountEntry;
import io.belay.core.token.KnownToken;
import io.belay.core.track.ChainSession;
import java.time.Duration;
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

/// What one account has of the tokens on the network's list, which is one for all accounts.
public final class TokensViewModel {
  private static final Duration PAUSE = Duration.ofSeconds(4);

  private final Ui ui;
  private final ChainSession session;
  private final Holdings reader;
  private final ObservableList<Holding> holdings = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<KnownToken>> removed =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty problem = new SimpleStringProperty("");
  private Optional<AccountEntry> owner = Optional.empty();
  private Optional<Subscription> listening = Optional.empty();
  private Optional<Running> reading = Optional.empty();

  /// Reads through the session.
  public TokensViewModel(Ui ui, ChainSession session) {
    this.ui = ui;
    this.session = session;
    this.reader = new Holdings(session, () -> owner.stream().toList());
  }

  /// The tokens and what there is of each, in the order of the list.
  public ObservableList<Holding> holdings() {
    return holdings;
  }

  /// The token that was taken off the list last, as long as that can be undone.
  public ReadOnlyObjectProperty<Optional<KnownToken>> removed() {
    return removed;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// The network.
  public Chain chain() {
    return session.chain();
  }

  /// Operators in all.
  public int groups() {
    return session.connectivity().get().groups();
  }

  /// The well-known token whose name a token bears without being it.
  public Optional<Address> namesake(KnownToken token) {
    return Namesake.of(token.asset(), session.tokens());
  }

  /// What there is as text: a dash where it is unknown or disputed.
  public String balanceText(Holding holding) {
    return holding
        .balance()
        .maybe()
        .map(units -> ui.words().veil().over(Phrases.brief(holding.token().asset(), units)))
        .orElse("—");
  }

  /// Starts to read what an account has.
  public void start(AccountEntry entry) {
    stop();
    if (owner.filter(was -> was.ref().equals(entry.ref())).isEmpty()) {
      holdings.clear(); // another account's balances say nothing about this one
    }
    owner = Optional.of(entry);
    listening =
        Optional.of(FxBind.listen(session.listedTokens(), ui.background(), list -> again()));
  }

  private void again() {
    show(reader.keep(holdings));
    reading.ifPresent(Running::cancel);
    reading =
        holdings.isEmpty()
            ? Optional.empty()
            : Optional.of(ui.background().every(PAUSE, reader::read, this::show, e -> failed(e)));
  }

  private void show(List<Holding> now) {
    if (holdings.size() != now.size()) {
      holdings.setAll(now);
    }
    for (int i = 0; i < now.size(); i++) {
      if (!holdings.get(i).equals(now.get(i))) {
        holdings.set(i, now.get(i));
      }
    }
  }

  private void failed(WalletException e) {
    problem.set(ui.words().error(e));
  }

  /// Stops; what was removed stays so.
  public void stop() {
    listening.ifPresent(Subscription::close);
    listening = Optional.empty();
    reading.ifPresent(Running::cancel);
    reading = Optional.empty();
    removed.set(Optional.empty());
    problem.set("");
  }

  /// Takes a token off the list; [#undo] puts it back.
  public void remove(KnownToken token) {
    list(token, false, Optional.of(token));
  }

  /// Puts back what was taken off last.
  public void undo() {
    removed.get().ifPresent(token -> list(token, true, Optional.empty()));
  }

  private void list(KnownToken token, boolean on, Optional<KnownToken> gone) {
    ui.background()
        .run(
            () -> {
              session.listToken(token.asset().contract().orElseThrow(), on);
              return gone;
            },
            removed::set,
            this::failed);
  }
}

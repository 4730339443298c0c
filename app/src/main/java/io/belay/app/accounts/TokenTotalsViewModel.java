package io.belay.app.accounts;

import io.belay.app.control.Namesake;
import io.belay.app.fx.Background.Running;
import io.belay.app.fx.FxBind;
import io.belay.app.fx.Ui;
import io.belay.core.state.State;
import io.belay.core.state.Subscription;
import io.belay.core.store.AccountEntry;
import io.belay.core.token.KnownToken;
import io.belay.core.track.ChainSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What all own accounts together have of each token on the network's list.
public final class TokenTotalsViewModel {
  private static final Duration PAUSE = Duration.ofSeconds(12);

  private final Ui ui;
  private final ChainSession session;
  private final State<List<AccountEntry>> accounts;
  private final Holdings holdings;
  private final ObservableList<Sum> sums = FXCollections.observableArrayList();
  private final List<Subscription> listening = new ArrayList<>();
  private List<Holding> read = List.of();
  private Optional<Running> reading = Optional.empty();

  /// One token's sum.
  ///
  /// @param token the token
  /// @param total what is known, no better than the token's decimals are
  public record Sum(KnownToken token, Total total) {}

  /// @param accounts all of them; what is only watched is not counted
  public TokenTotalsViewModel(Ui ui, ChainSession session, State<List<AccountEntry>> accounts) {
    this.ui = ui;
    this.session = session;
    this.accounts = accounts;
    this.holdings = new Holdings(session, this::own);
  }

  private List<AccountEntry> own() {
    return accounts.get().stream().filter(entry -> !entry.isWatched()).toList();
  }

  /// The sums, in the order of the list.
  public ObservableList<Sum> sums() {
    return sums;
  }

  /// Whether a token only bears a well-known one's name.
  boolean isFalse(KnownToken token) {
    return token.falseName() || Namesake.of(token.asset(), session.tokens()).isPresent();
  }

  /// Starts to read.
  public void start() {
    stop();
    listening.add(FxBind.listen(session.listedTokens(), ui.background(), list -> again()));
    listening.add(FxBind.listen(accounts, ui.background(), list -> show(holdings.keep(read))));
  }

  /// Reads again now.
  public void again() {
    show(holdings.keep(read));
    reading.ifPresent(Running::cancel);
    reading =
        session.listedTokens().get().isEmpty()
            ? Optional.empty()
            : Optional.of(
                // what was known stays, with its age
                ui.background().every(PAUSE, holdings::read, this::show, e -> {}));
  }

  private void show(List<Holding> now) {
    read = now;
    List<Sum> next = session.listedTokens().get().stream().map(this::sum).toList();
    if (!sums.equals(next)) {
      sums.setAll(next);
    }
  }

  private Sum sum(KnownToken token) {
    return new Sum(
        token,
        Total.of(
            read.stream()
                .filter(each -> each.token().asset().contract().equals(token.asset().contract()))
                .map(Holding::balance)
                .toList(),
            token.level()));
  }

  /// Stops reading; what was read stays.
  public void stop() {
    reading.ifPresent(Running::cancel);
    reading = Optional.empty();
    listening.forEach(Subscription::close);
    listening.clear();
  }
}

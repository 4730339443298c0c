package io.belay.app.accounts;

import io.belay.app.control.Checked;
import io.belay.app.control.Namesake;
import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.token.KnownToken;
import io.belay.core.track.ChainSession;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A token on its way onto the network's list: its contract is asked what it is, and how that is
/// known stands beside it before it is added.
public final class AddTokenViewModel {
  /// What can be wrong with a token, told in words of its own.
  private static final Set<String> REFUSALS = Set.of("not-a-token", "disputed", "no-way-to-chain");

  private final Ui ui;
  private final ChainSession session;
  private final StringProperty contract = new SimpleStringProperty("");
  private final SimpleBooleanProperty asking = new SimpleBooleanProperty();
  private final ObjectProperty<Optional<KnownToken>> found =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty problem = new SimpleStringProperty("");
  private Optional<Running> running = Optional.empty();

  /// Asks through the session.
  public AddTokenViewModel(Ui ui, ChainSession session) {
    this.ui = ui;
    this.session = session;
    contract.addListener((o, was, is) -> look());
  }

  /// The contract's address, as typed.
  public StringProperty contract() {
    return contract;
  }

  /// Whether the contract is being asked.
  public ReadOnlyBooleanProperty asking() {
    return asking;
  }

  /// The token, once its contract said what it is.
  public ReadOnlyObjectProperty<Optional<KnownToken>> found() {
    return found;
  }

  /// Why there is none, or blank; what is wrong with the address itself stands at its field.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// The network's well-known tokens that are not on the list, by their symbols.
  public SortedMap<String, Address> suggestions() {
    SortedMap<String, Address> left = new TreeMap<>(session.tokens());
    left.values().removeIf(this::isListed);
    return left;
  }

  private boolean isListed(Address at) {
    return session.listedTokens().get().stream()
        .anyMatch(token -> token.asset().contract().equals(Optional.of(at)));
  }

  /// Whether what was found is on the list already.
  public boolean isListed() {
    return found
        .get()
        .flatMap(token -> token.asset().contract())
        .filter(this::isListed)
        .isPresent();
  }

  /// The well-known token whose name the found one bears without being it.
  public Optional<Address> namesake() {
    return found.get().flatMap(token -> Namesake.of(token.asset(), session.tokens()));
  }

  /// Asks what the typed contract is; again where nobody answered before.
  public void look() {
    stop();
    problem.set("");
    found.set(Optional.empty());
    Checked.address(contract.get(), ui.words()).value().ifPresent(this::ask);
  }

  private void ask(Address at) {
    asking.set(true);
    running =
        Optional.of(
            ui.background()
                .run(
                    () -> {
                      session.token(at.toString());
                      // what is remembered of it may be known better than what was said just now
                      Map<Address, KnownToken> told = session.knownTokens().get();
                      return Optional.ofNullable(told.get(at));
                    },
                    this::told,
                    this::refused));
  }

  private void told(Optional<KnownToken> token) {
    asking.set(false);
    found.set(token);
  }

  private void refused(WalletException e) {
    asking.set(false);
    problem.set(
        REFUSALS.contains(e.code()) ? ui.text("tokens.refused." + e.code()) : ui.words().error(e));
  }

  /// Stops asking.
  public void stop() {
    running.ifPresent(Running::cancel);
    running = Optional.empty();
    asking.set(false);
  }

  /// Puts what was found onto the list.
  ///
  /// @param added told when it is there
  public void add(Runnable added) {
    found
        .get()
        .flatMap(token -> token.asset().contract())
        .ifPresent(at ->
            ui.background()
                .run(
                    () -> {
                      session.listToken(at, true);
                      return at;
                    },
                    listed -> {
                      contract.set("");
                      added.run();
                    },
                    this::refused));
  }
}

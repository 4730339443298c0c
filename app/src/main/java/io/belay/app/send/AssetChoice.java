package io.belay.app.send;

import io.belay.app.control.Checked;
import io.belay.app.control.Namesake;
import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.money.Asset;
import io.belay.core.token.KnownToken;
import io.belay.core.track.ChainSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which asset is sent. A token's decimals are asked of the chain: until they are known there is no
/// asset, as with the wrong ones every amount would be wrong.
public final class AssetChoice {
  /// What the list offers.
  public sealed interface Option {
    /// The network's own currency.
    record Currency(Asset asset) implements Option {}

    /// A token on the person's list.
    record Added(KnownToken token) implements Option {
      Address contract() {
        return token.asset().contract().orElseThrow();
      }
    }

    /// A token that Belay knows by its contract.
    record WellKnown(String symbol, Address contract) implements Option {}

    /// Any token, by its contract's address.
    record ByContract() implements Option {}
  }

  private final Ui ui;
  private final ChainSession session;
  private final ObservableList<Option> options = FXCollections.observableArrayList();
  private final ObjectProperty<Option> option;
  private final StringProperty contract = new SimpleStringProperty("");
  private final ObjectProperty<Optional<Asset>> asset;
  private final SimpleBooleanProperty asking = new SimpleBooleanProperty();
  private final StringProperty problem = new SimpleStringProperty("");
  private final Map<Address, Asset> told = new HashMap<>();
  private Optional<Running> running = Optional.empty();

  AssetChoice(Ui ui, ChainSession session) {
    this.ui = ui;
    this.session = session;
    Asset currency = session.chain().currency();
    options.setAll(all());
    this.option = new SimpleObjectProperty<>(options.getFirst());
    this.asset = new SimpleObjectProperty<>(Optional.of(currency));
    option.addListener((o, was, is) -> {
      if (is != null) { // a list whose lines are replaced chooses none for a moment
        look();
      }
    });
    contract.addListener((o, was, is) -> look());
  }

  private List<Option> all() {
    List<Option> all = new ArrayList<>();
    all.add(new Option.Currency(session.chain().currency()));
    Set<Address> added = new HashSet<>();
    for (KnownToken token : session.listedTokens().get()) {
      Option.Added option = new Option.Added(token);
      added.add(option.contract());
      all.add(option);
    }
    session
        .tokens()
        .forEach((symbol, at) -> {
          if (!added.contains(at)) {
            all.add(new Option.WellKnown(symbol, at));
          }
        });
    all.add(new Option.ByContract());
    return all;
  }

  /// Offers what is on the person's list now; what is chosen stays.
  void offer() {
    List<Option> now = all();
    if (!options.equals(now)) {
      String chosen = typed();
      boolean byContract = option.get() instanceof Option.ByContract;
      options.setAll(now);
      if (byContract && chosen.isBlank()) {
        option.set(options.getLast());
      } else {
        choose(chosen);
      }
    }
  }

  /// What there is to choose from.
  public ObservableList<Option> options() {
    return options;
  }

  /// The contract of what is chosen, as typed; blank for the network's currency.
  String typed() {
    return switch (option.get()) {
      case Option.Currency _ -> "";
      case Option.Added added -> added.contract().toString();
      case Option.WellKnown(String symbol, Address at) -> at.toString();
      case Option.ByContract() -> contract.get();
    };
  }

  /// Chooses a token by its contract, or the network's currency by nothing.
  void choose(String token) {
    Optional<Option> known =
        options.stream()
            .filter(each -> contract(each).filter(at -> at.toString().equals(token)).isPresent())
            .findFirst();
    if (token.isEmpty()) {
      option.set(options.getFirst());
    } else if (known.isPresent()) {
      option.set(known.get());
    } else {
      option.set(options.getLast());
      contract.set(token);
    }
  }

  /// Does this with a token, or the currency, as soon as it is known and while it is chosen.
  void once(String token, Consumer<Asset> does) {
    if (asset.get().isPresent()) {
      does.accept(asset.get().get());
      return;
    }
    asset.addListener(
        new ChangeListener<>() {
          @Override
          public void changed(
              ObservableValue<? extends Optional<Asset>> o,
              Optional<Asset> was,
              Optional<Asset> is) {
            if (is.isPresent() || !typed().equals(token)) {
              asset.removeListener(this);
              is.filter(known -> typed().equals(token)).ifPresent(does);
            }
          }
        });
  }

  private static Optional<Address> contract(Option option) {
    return switch (option) {
      case Option.Added added -> Optional.of(added.contract());
      case Option.WellKnown(String symbol, Address at) -> Optional.of(at);
      case Option.Currency _, Option.ByContract _ -> Optional.empty();
    };
  }

  /// What is chosen.
  public ObjectProperty<Option> option() {
    return option;
  }

  /// The contract's address, where a token is chosen by it.
  public StringProperty contract() {
    return contract;
  }

  /// The asset, once it is known with its decimals.
  public ReadOnlyObjectProperty<Optional<Asset>> asset() {
    return asset;
  }

  /// Whether the chain is being asked what the token is.
  public ReadOnlyBooleanProperty asking() {
    return asking;
  }

  /// Why there is no asset, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// The well-known token whose name the chosen one bears without being it.
  public Optional<Address> namesake() {
    return asset.get().flatMap(chosen -> Namesake.of(chosen, session.tokens()));
  }

  /// Finds out what is chosen, asking again where nobody answered before.
  public void look() {
    stop();
    problem.set("");
    switch (option.get()) {
      case Option.Currency(Asset currency) -> asset.set(Optional.of(currency));
      case Option.Added added -> find(added.contract());
      case Option.WellKnown(String symbol, Address at) -> find(at);
      case Option.ByContract() -> {
        Checked<Address> read = Checked.address(contract.get(), ui.words());
        asset.set(Optional.empty());
        problem.set(read.problem());
        read.value().ifPresent(this::find);
      }
    }
  }

  private void find(Address at) {
    Optional<Asset> before = Optional.ofNullable(told.get(at));
    asset.set(before);
    if (before.isEmpty()) {
      asking.set(true);
      running =
          Optional.of(
              ui.background().run(() -> session.token(at.toString()), this::found, this::missed));
    }
  }

  private void found(Asset token) {
    asking.set(false);
    token.contract().ifPresent(at -> told.put(at, token));
    asset.set(Optional.of(token));
  }

  private void missed(WalletException e) {
    asking.set(false);
    problem.set(ui.words().error(e));
  }

  /// Stops asking.
  public void stop() {
    running.ifPresent(Running::cancel);
    running = Optional.empty();
    asking.set(false);
  }
}

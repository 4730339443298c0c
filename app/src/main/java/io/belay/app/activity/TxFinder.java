package io.belay.app.activity;

import io.belay.app.activity.ActivityViewModel.Filter;
import io.belay.app.control.Known;
import io.belay.app.fx.Difference;
import io.belay.app.fx.Ui;
import io.belay.core.send.TxRecord;
import io.belay.core.store.AccountEntry;
import io.belay.core.store.LabelBook;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the list of transactions is narrowed to, and those that are left. Knows no toolkit.
public final class TxFinder {
  private final Supplier<Known> known;
  private final LabelBook labels;
  private final ObjectProperty<Filter> kind = new SimpleObjectProperty<>(Filter.ALL);
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<Optional<AccountEntry>> account =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Moved.Choice>> asset =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<Moved.Choice> assets = FXCollections.observableArrayList();
  private final ObservableList<TxRecord> found = FXCollections.observableArrayList();
  private List<TxRecord> all = List.of();
  private List<TxRecord> shown = List.of();
  private final Looking looking;
  private final IntegerProperty looks = new SimpleIntegerProperty();
  private Optional<Asked> asked = Optional.empty();

  /// What was asked for last.
  private record Asked(List<TxRecord> records, TxQuery query) {}

  TxFinder(Ui ui, Supplier<Known> known, LabelBook labels) {
    this.known = known;
    this.labels = labels;
    this.looking = new Looking(ui.background());
    kind.addListener((o, was, is) -> look());
    search.addListener((o, was, is) -> look());
    account.addListener((o, was, is) -> look());
    asset.addListener((o, was, is) -> look());
  }

  /// Open, done or all.
  ObjectProperty<Filter> kind() {
    return kind;
  }

  /// Words to look for.
  public StringProperty search() {
    return search;
  }

  /// The sender, where one is chosen.
  public ObjectProperty<Optional<AccountEntry>> account() {
    return account;
  }

  /// What is moved, where it is chosen.
  ObjectProperty<Optional<Moved.Choice>> asset() {
    return asset;
  }

  /// Every asset that a transaction moves.
  ObservableList<Moved.Choice> assets() {
    return assets;
  }

  /// Those that are wanted, newest first.
  ObservableList<TxRecord> found() {
    return found;
  }

  /// Whether any is left out by choice.
  boolean isNarrowed() {
    return kind.get() != Filter.ALL
        || !search.get().isBlank()
        || account.get().isPresent()
        || asset.get().isPresent();
  }

  /// Shows all again.
  public void clear() {
    search.set("");
    account.set(Optional.empty());
    asset.set(Optional.empty());
    kind.set(Filter.ALL);
  }

  /// The query as things are.
  TxQuery query() {
    return new TxQuery(
        kind.get(),
        search.get(),
        account.get().map(entry -> entry.ref().address()),
        asset.get(),
        known.get(),
        labels.labels().get());
  }

  /// Lists these from now on, as far as they are wanted.
  void show(List<TxRecord> records) {
    all = records;
    look();
  }

  /// Ends a look that is under way; the next time these are shown it begins anew.
  void stop() {
    if (looking.stop()) {
      asked = Optional.empty();
    }
  }

  /// What there is to choose an asset from.
  void offer(List<Moved.Choice> moved) {
    if (!assets.equals(moved)) {
      assets.setAll(moved);
    }
  }

  private void look() {
    TxQuery next = query();
    if (isLast(all, next)) {
      return;
    }
    List<TxRecord> records = all;
    List<TxRecord> was = shown;
    asked = Optional.of(new Asked(records, next));
    looking.through(
        records.size(), () -> Difference.<TxRecord>between(was, next.of(records)), this::put);
  }

  // the same list, not an equal one: to compare a hundred thousand takes longer than it saves
  @SuppressWarnings("ReferenceEquality")
  private boolean isLast(List<TxRecord> records, TxQuery query) {
    return asked.filter(a -> a.records() == records && a.query().equals(query)).isPresent();
  }

  private void put(Difference<TxRecord> change) {
    shown = List.copyOf(change.next());
    change.apply(found);
    looks.set(looks.get() + 1);
  }

  /// How often [#found] was brought to what is wanted; while it never was, nothing is not none.
  ReadOnlyIntegerProperty looks() {
    return looks;
  }

  /// How many there are, wanted or not.
  int size() {
    return all.size();
  }
}

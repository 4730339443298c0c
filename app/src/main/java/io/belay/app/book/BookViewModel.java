package io.belay.app.book;

import io.belay.app.control.Checked;
import io.belay.app.fx.FxBind;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.send.LookAlike;
import io.belay.core.state.State;
import io.belay.core.state.Subscription;
import io.belay.core.store.AccountEntry;
import io.belay.core.store.ContactBook;
import io.belay.core.store.ContactEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The address book: who is in it, and one entry while it is typed.
public final class BookViewModel {
  private final Ui ui;
  private final ContactBook book;
  private final State<List<AccountEntry>> accounts;
  private final Chain chain;
  private final ObservableList<ContactEntry> shown = FXCollections.observableArrayList();
  private final StringProperty search = new SimpleStringProperty("");
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty address = new SimpleStringProperty("");
  private final StringProperty note = new SimpleStringProperty("");
  private final BooleanProperty everywhere = new SimpleBooleanProperty();
  private final StringProperty problem = new SimpleStringProperty("");
  private final ObjectProperty<Optional<ContactEntry>> editing =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<ContactEntry>> removed =
      new SimpleObjectProperty<>(Optional.empty());
  private Optional<Subscription> listening = Optional.empty();

  /// @param accounts the person's own, which an entry may be taken for
  /// @param chain the open network, which entries are for
  public BookViewModel(Ui ui, ContactBook book, State<List<AccountEntry>> accounts, Chain chain) {
    this.ui = ui;
    this.book = book;
    this.accounts = accounts;
    this.chain = chain;
    search.addListener((o, was, is) -> show(book.entries().get()));
    List.of(name, address, note)
        .forEach(field -> field.addListener((o, was, is) -> problem.set("")));
  }

  /// The entries for the open network that the search lets through, by name.
  public ObservableList<ContactEntry> shown() {
    return shown;
  }

  /// What is searched for.
  public StringProperty search() {
    return search;
  }

  /// The entry's name.
  public StringProperty name() {
    return name;
  }

  /// The entry's address.
  public StringProperty address() {
    return address;
  }

  /// More words about it.
  public StringProperty note() {
    return note;
  }

  /// Whether it is for every network.
  public BooleanProperty everywhere() {
    return everywhere;
  }

  /// What is wrong with it, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// The entry that is changed; empty while a new one is typed.
  public ReadOnlyObjectProperty<Optional<ContactEntry>> editing() {
    return editing;
  }

  /// The entry that was removed last, as long as that can be undone.
  public ReadOnlyObjectProperty<Optional<ContactEntry>> removed() {
    return removed;
  }

  /// The network.
  public Chain chain() {
    return chain;
  }

  /// Starts to listen, and reads what other processes changed.
  public void start() {
    stop();
    listening = Optional.of(FxBind.listen(book.entries(), ui.background(), this::show));
    ui.background().run(book::reload, read -> {}, this::failed);
  }

  /// Stops; what was removed stays so.
  public void stop() {
    listening.ifPresent(Subscription::close);
    listening = Optional.empty();
    removed.set(Optional.empty());
  }

  private void show(List<ContactEntry> all) {
    String wanted = search.get().strip().toLowerCase(Locale.ROOT);
    shown.setAll(
        all.stream()
            .filter(entry -> entry.isOn(chain.id().value()))
            .filter(entry ->
                (entry.name() + "\n" + entry.address() + "\n" + entry.note())
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted))
            .toList());
  }

  /// Whether nobody is in the book for this network, whatever is searched for.
  public boolean isEmpty() {
    return book.entries().get().stream().noneMatch(entry -> entry.isOn(chain.id().value()));
  }

  /// Begins a new entry.
  public void begin() {
    type(Optional.empty(), "", "", "", false);
  }

  /// Begins to change an entry.
  public void edit(ContactEntry entry) {
    type(
        Optional.of(entry),
        entry.name(),
        entry.address().toString(),
        entry.note(),
        entry.chain() == ContactEntry.EVERYWHERE);
  }

  private void type(Optional<ContactEntry> of, String who, String where, String more, boolean all) {
    editing.set(of);
    name.set(who);
    address.set(where);
    note.set(more);
    everywhere.set(all);
    problem.set("");
  }

  /// A known address that the typed one may be taken for: of an own account or another entry.
  public Optional<Address> twin() {
    Set<Address> known = new HashSet<>();
    accounts.get().forEach(entry -> known.add(entry.ref().address()));
    book.entries().get().stream()
        .filter(entry -> editing.get().filter(entry::equals).isEmpty())
        .forEach(entry -> known.add(entry.address()));
    return Checked.address(address.get(), ui.words())
        .value()
        .flatMap(typed -> LookAlike.of(typed, known));
  }

  /// What is known of an address: the name it has here already, or blank.
  public String known(Address who) {
    Optional<AccountEntry> own =
        accounts.get().stream().filter(e -> e.ref().address().equals(who)).findFirst();
    return own.map(entry -> ui.text("book.twin.own", entry.name())).orElse("");
  }

  /// The name of a known address, or the address where it has none.
  public String nameOf(Address who) {
    return accounts.get().stream()
        .filter(entry -> entry.ref().address().equals(who))
        .map(AccountEntry::name)
        .findFirst()
        .or(() ->
            book.entries().get().stream()
                .filter(entry -> entry.address().equals(who))
                .map(ContactEntry::name)
                .findFirst())
        .orElseGet(who::toString);
  }

  /// Saves what was typed.
  ///
  /// @param saved told when it is in the book
  public void save(Runnable saved) {
    Checked<Address> read = Checked.address(address.get(), ui.words());
    if (name.get().isBlank()) {
      problem.set(ui.text("book.missing.name"));
      return;
    }
    if (read.value().isEmpty()) {
      problem.set(read.problem().isEmpty() ? ui.text("error.bad-address") : read.problem());
      return;
    }
    long network = everywhere.get() ? ContactEntry.EVERYWHERE : chain.id().value();
    try {
      write(new ContactEntry(network, read.value().get(), name.get(), note.get()), saved);
    } catch (WalletException e) {
      failed(e);
    }
  }

  private void write(ContactEntry entry, Runnable saved) {
    Optional<ContactEntry> before = editing.get();
    ui.background()
        .run(
            () -> {
              before.ifPresentOrElse(old -> book.change(old, entry), () -> book.add(entry));
              return entry;
            },
            done -> {
              begin();
              saved.run();
            },
            this::failed);
  }

  /// Takes an entry out; [#undo] puts it back.
  public void remove(ContactEntry entry) {
    change(() -> book.remove(entry), Optional.of(entry));
  }

  /// Puts back what was removed last.
  public void undo() {
    removed.get().ifPresent(entry -> change(() -> book.add(entry), Optional.empty()));
  }

  private void change(Runnable change, Optional<ContactEntry> gone) {
    ui.background()
        .run(
            () -> {
              change.run();
              return gone;
            },
            removed::set,
            this::failed);
  }

  private void failed(WalletException e) {
    problem.set(ui.words().error(e));
  }
}

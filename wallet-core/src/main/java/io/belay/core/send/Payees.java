package io.belay.core.send;

import io.belay.base.Address;
import io.belay.core.decode.Meaning;
import io.belay.core.store.AccountBook;
import io.belay.core.store.ContactBook;
import io.belay.core.store.ContactEntry;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Addresses this wallet knows: its own, those it has paid, and those in the address book.
public final class Payees {
  private final Supplier<Set<Address>> own;
  private final Supplier<Set<Address>> named;
  private final SendJournal journal;

  /// @param own the wallet's own addresses
  public Payees(Supplier<Set<Address>> own, SendJournal journal) {
    this(own, Set::of, journal);
  }

  private Payees(Supplier<Set<Address>> own, Supplier<Set<Address>> named, SendJournal journal) {
    this.own = own;
    this.named = named;
    this.journal = journal;
  }

  /// The wallet's own accounts as the book has them, whom the journal says it paid, and whom the
  /// address book names.
  public static Payees of(AccountBook book, ContactBook contacts, SendJournal journal) {
    return new Payees(
        () -> {
          Set<Address> own = new HashSet<>();
          book.reload().forEach(entry -> own.add(entry.ref().address()));
          return own;
        },
        () -> contacts.reload().stream().map(ContactEntry::address).collect(Collectors.toSet()),
        journal);
  }

  /// All that is known now.
  Known known() {
    Set<Address> paid = new HashSet<>();
    Set<Address> mine = new HashSet<>(own.get());
    for (TxRecord record : journal.all()) {
      mine.add(record.from());
      if (record.state() != TxState.REJECTED) {
        paid.add(Meaning.of(record.transaction()).payee());
      }
    }
    return new Known(mine, paid, named.get());
  }

  /// Known addresses.
  ///
  /// @param own the wallet's own
  /// @param paid those it has paid
  /// @param named those in the address book
  record Known(Set<Address> own, Set<Address> paid, Set<Address> named) {
    boolean isFirstTime(Address payee) {
      return !own.contains(payee) && !paid.contains(payee);
    }

    /// A known address that this unknown one looks like at both ends.
    Optional<Address> lookAlike(Address payee) {
      Set<Address> all = new HashSet<>(own);
      all.addAll(paid);
      all.addAll(named);
      return LookAlike.of(payee, all);
    }
  }
}

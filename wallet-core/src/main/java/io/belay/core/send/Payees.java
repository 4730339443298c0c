package io.belay.core.send;

import io.belay.base.Address;
import io.belay.core.decode.Meaning;
import io.belay.core.store.AccountBook;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Addresses this wallet knows: its own, and those it has paid. Strangers make addresses that look
/// like one of them, and leave them where they may be copied from.
public final class Payees {
  // what lists show of an address, at the least
  private static final int SHOWN = 4;
  private static final int PREFIX = 2;

  private final Supplier<Set<Address>> own;
  private final SendJournal journal;

  /// @param own the wallet's own addresses
  public Payees(Supplier<Set<Address>> own, SendJournal journal) {
    this.own = own;
    this.journal = journal;
  }

  /// The wallet's own accounts as the book has them, and whom the journal says it paid.
  public static Payees of(AccountBook book, SendJournal journal) {
    return new Payees(
        () -> {
          Set<Address> own = new HashSet<>();
          book.reload().forEach(entry -> own.add(entry.ref().address()));
          return own;
        },
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
    return new Known(mine, paid);
  }

  /// Known addresses.
  ///
  /// @param own the wallet's own
  /// @param paid those it has paid
  record Known(Set<Address> own, Set<Address> paid) {
    boolean isFirstTime(Address payee) {
      return !own.contains(payee) && !paid.contains(payee);
    }

    /// A known address that this unknown one looks like at both ends.
    Optional<Address> lookAlike(Address payee) {
      if (!isFirstTime(payee)) {
        return Optional.empty();
      }
      Set<Address> all = new HashSet<>(own);
      all.addAll(paid);
      return all.stream().filter(each -> ends(each).equals(ends(payee))).sorted().findFirst();
    }

    private static String ends(Address address) {
      String text = address.toLowerHex();
      return text.substring(PREFIX, PREFIX + SHOWN) + text.substring(text.length() - SHOWN);
    }
  }
}

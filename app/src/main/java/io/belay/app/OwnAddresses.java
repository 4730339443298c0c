package io.belay.app;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.rpc.EgressTransport;
import io.belay.core.send.SendJournal;
import io.belay.core.store.AccountBook;
import io.belay.core.store.AccountEntry;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Every address that was the user's at any time since the start, hidden ones too: what the egress
/// list looks for, without a look into the data file at each request.
final class OwnAddresses {
  private final AccountBook book;
  private final Set<Address> all = ConcurrentHashMap.newKeySet();

  OwnAddresses(AccountBook book) {
    this.book = book;
    add(book.hidden());
    book.entries().subscribe(this::add);
  }

  private void add(List<AccountEntry> entries) {
    entries.forEach(entry -> all.add(entry.ref().address()));
  }

  /// The list of accounts, read again.
  AccountBook book() {
    book.reload();
    return book;
  }

  /// What requests of one chain are searched for.
  EgressTransport.Own with(SendJournal journal) {
    return new EgressTransport.Own() {
      @Override
      public Collection<Address> addresses() {
        return Collections.unmodifiableSet(all);
      }

      @Override
      public Optional<Address> sender(TxHash hash) {
        return journal.sender(hash);
      }
    };
  }
}

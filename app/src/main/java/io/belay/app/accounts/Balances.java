package io.belay.app.accounts;

import io.belay.base.WalletException;
import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import io.belay.core.store.AccountEntry;
import io.belay.core.track.ChainSession;
import io.belay.keystore.AccountRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads the balances of accounts; an account that cannot be read does not hide the others.
final class Balances {
  private final ChainSession session;
  private final Supplier<List<AccountEntry>> accounts;

  Balances(ChainSession session, Supplier<List<AccountEntry>> accounts) {
    this.session = session;
    this.accounts = accounts;
  }

  List<AccountRow> read() throws InterruptedException {
    List<AccountRow> list = new ArrayList<>();
    for (AccountEntry entry : accounts.get()) {
      list.add(new AccountRow(entry, balance(entry)));
    }
    return list;
  }

  private Observed<Wei> balance(AccountEntry entry) throws InterruptedException {
    try {
      return session.balance(entry.ref().address());
    } catch (WalletException e) {
      return new Observed.Unknown<>(e.code()); // a dash, never a number from an error
    }
  }

  /// Rows for these accounts, with what was known of them before.
  static List<AccountRow> keep(List<AccountRow> rows, List<AccountEntry> entries) {
    Map<AccountRef, AccountRow> known = new HashMap<>();
    rows.forEach(row -> known.put(row.entry().ref(), row));
    return entries.stream()
        .map(entry ->
            Optional.ofNullable(known.get(entry.ref()))
                .orElseGet(() -> new AccountRow(entry, new Observed.Unknown<>("not-read-yet"))))
        .toList();
  }
}

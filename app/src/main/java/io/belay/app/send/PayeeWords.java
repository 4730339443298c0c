package io.belay.app.send;

import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.core.decode.Meaning;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.store.AccountEntry;
import java.util.List;
import java.util.Optional;

/// Who an address is, as far as this wallet knows it. Pure.
///
/// @param accounts own accounts and watched addresses
/// @param sent what was sent on this network
record PayeeWords(Ui ui, List<AccountEntry> accounts, List<TxRecord> sent) {
  /// Its name and whose it is: `Daily, your own account`; empty for a stranger's.
  Optional<String> name(Address who) {
    return accounts.stream()
        .filter(entry -> entry.ref().address().equals(who))
        .findFirst()
        .map(entry -> ui.text(entry.isWatched() ? "payee.watched" : "payee.own", entry.name()));
  }

  /// Its name, and how often it was paid from here.
  ///
  /// @param payer the paying account
  String known(Address who, Optional<Address> payer) {
    if (payer.filter(who::equals).isPresent()) {
      return ui.text("payee.self");
    }
    String often = often(times(who));
    return name(who).map(name -> ui.text("payee.named", name, often)).orElse(often);
  }

  private String often(long times) {
    if (times == 0) {
      return ui.text("payee.never");
    }
    return times == 1 ? ui.text("payee.once") : ui.text("payee.times", times);
  }

  private long times(Address who) {
    return sent.stream()
        .filter(record -> record.state() != TxState.REJECTED)
        .filter(record -> record.state() != TxState.REPLACED)
        .filter(record -> Meaning.of(record.transaction()).payee().equals(who))
        .count();
  }
}

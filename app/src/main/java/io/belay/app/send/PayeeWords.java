package io.belay.app.send;

import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.core.decode.Meaning;
import io.belay.core.send.LookAlike;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.store.AccountEntry;
import io.belay.core.store.ContactEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who an address is, as far as this wallet knows it. Pure.
///
/// @param accounts own accounts and watched addresses
/// @param contacts the address book's entries for this network
/// @param sent what was sent on this network
record PayeeWords(
    Ui ui, List<AccountEntry> accounts, List<ContactEntry> contacts, List<TxRecord> sent) {
  /// Its name and whose it is: `Daily, your own account`; empty for a stranger's.
  Optional<String> name(Address who) {
    return accounts.stream()
        .filter(entry -> entry.ref().address().equals(who))
        .findFirst()
        .map(entry -> ui.text(entry.isWatched() ? "payee.watched" : "payee.own", entry.name()))
        .or(() -> contact(who).map(entry -> ui.text("payee.contact", entry.name())));
  }

  private Optional<ContactEntry> contact(Address who) {
    return contacts.stream().filter(entry -> entry.address().equals(who)).findFirst();
  }

  /// That it looks like an address that is known here, and is another; blank where it does not.
  String twin(Address who) {
    Set<Address> known = new HashSet<>();
    accounts.forEach(entry -> known.add(entry.ref().address()));
    contacts.forEach(entry -> known.add(entry.address()));
    sent.forEach(record -> known.add(Meaning.of(record.transaction()).payee()));
    return LookAlike.of(who, known)
        .map(twin -> ui.text("payee.twin", name(twin).orElseGet(() -> ui.text("payee.paid")), twin))
        .orElse("");
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

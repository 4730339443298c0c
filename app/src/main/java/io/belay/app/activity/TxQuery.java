package io.belay.app.activity;

import io.belay.app.activity.ActivityViewModel.Filter;
import io.belay.app.control.Known;
import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.decode.Meaning;
import io.belay.core.send.TxRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which transactions are wanted. Immutable, so that any thread may look for them.
///
/// @param kind open, done or all
/// @param search words that all stand in its hash, its addresses, their names, its label, its asset
///   or its amount, each in part; blank for any
/// @param account the sender
/// @param asset what it moves
/// @param known what is known beside the bytes
/// @param labels what transactions are called
record TxQuery(
    Filter kind,
    String search,
    Optional<Address> account,
    Optional<Moved.Choice> asset,
    Known known,
    Map<TxHash, String> labels) {

  /// Those that are wanted, in the order they are given.
  ///
  /// @throws InterruptedException where nobody waits for them any more
  List<TxRecord> of(List<TxRecord> records) throws InterruptedException {
    List<String> terms =
        Stream.of(lower(search).split("\\s+", -1)).filter(term -> !term.isEmpty()).toList();
    if (terms.isEmpty() && kind == Filter.ALL && account.isEmpty() && asset.isEmpty()) {
      return records;
    }
    List<TxRecord> wanted = new ArrayList<>();
    for (TxRecord record : records) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (kind.takes(record)
          && isMine(record)
          && moves(record)
          && (terms.isEmpty() || says(record, terms))) {
        wanted.add(record);
      }
    }
    return wanted;
  }

  private boolean isMine(TxRecord record) {
    return account.isEmpty() || account.get().equals(record.from());
  }

  private boolean moves(TxRecord record) {
    return asset.isEmpty() || asset.get().equals(Moved.choice(record, known));
  }

  private boolean says(TxRecord record, List<String> terms) {
    String all = text(record);
    return terms.stream().allMatch(all::contains);
  }

  private String text(TxRecord record) {
    Moved moved = Moved.of(record, known);
    Address payee = Meaning.of(record.transaction()).payee();
    return lower(
        String.join(
            "\n",
            record.hash().toString(),
            record.from().toLowerHex(), // its checksum would cost more than all the rest
            payee.toLowerHex(),
            record.transaction().to().toLowerHex(),
            name(record.from()),
            name(payee),
            labels.getOrDefault(record.hash(), ""),
            moved.symbol().orElse(""),
            moved.decimal().orElseGet(() -> moved.units().toString())));
  }

  private String name(Address address) {
    return known.names().getOrDefault(address, "");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

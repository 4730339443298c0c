package io.belay.app.activity;

import io.belay.app.fx.Words;
import io.belay.base.Address;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.store.AccountEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What in the journal alone says that an account's queue does not move; nobody is asked.
///
/// @param words texts
/// @param accounts for their names
record Attention(Words words, List<AccountEntry> accounts) {

  /// The first that is wrong of each account, in words.
  List<String> of(List<TxRecord> journal) {
    return journal.stream()
        .map(TxRecord::from)
        .distinct()
        .flatMap(account -> first(account, journal).stream())
        .toList();
  }

  private Optional<String> first(Address account, List<TxRecord> journal) {
    List<TxRecord> ours =
        journal.stream()
            .filter(r -> r.from().equals(account))
            .sorted(Comparator.comparingLong(TxRecord::nonce))
            .toList();
    List<TxRecord> open = ours.stream().filter(r -> isOpen(r, ours)).toList();
    for (int i = 0; i < open.size(); i++) {
      long nonce = open.get(i).nonce();
      String key = key(open.get(i));
      if (!key.isEmpty()) {
        return Optional.of(words.get(key, name(account), nonce));
      }
      boolean last = i + 1 == open.size();
      if (!last && open.get(i + 1).nonce() > nonce + 1) {
        return Optional.of(words.get("activity.trouble.gap", name(account), nonce + 1));
      }
    }
    return Optional.empty();
  }

  /// Whether it waits, and nothing else of ours was mined at its nonce.
  private static boolean isOpen(TxRecord record, List<TxRecord> ours) {
    return !record.state().isOver()
        && !record.state().isIncluded()
        && ours.stream().noneMatch(r -> r.nonce() == record.nonce() && r.state().isIncluded());
  }

  private static String key(TxRecord record) {
    boolean aside = record.state() == TxState.CONFLICT && record.nextSend().isEmpty();
    return switch (record.state()) {
      case STUCK -> "activity.trouble.stuck";
      case DROPPED -> "activity.trouble.dropped";
      case CONFLICT -> aside ? "" : "activity.trouble.conflict";
      default -> "";
    };
  }

  private String name(Address account) {
    return accounts.stream()
        .filter(entry -> entry.ref().address().equals(account))
        .map(AccountEntry::name)
        .findFirst()
        .orElse(account.toString());
  }
}

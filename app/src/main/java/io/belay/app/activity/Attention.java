package io.belay.app.activity;

import io.belay.app.fx.Words;
import io.belay.base.Address;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.store.AccountEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What in the journal alone says that an account's queue does not move; nobody is asked.
///
/// @param words texts
/// @param accounts for their names
record Attention(Words words, List<AccountEntry> accounts) {

  /// The first that is wrong of each account, in words.
  List<String> of(List<TxRecord> journal) {
    return journal.stream()
        .filter(Attention::waits)
        .map(TxRecord::from)
        .distinct()
        .flatMap(account -> first(account, journal).stream())
        .toList();
  }

  private Optional<String> first(Address account, List<TxRecord> journal) {
    List<TxRecord> open = open(account, journal);
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

  /// Those of an account that wait, and nothing else of ours was mined at their nonces; by nonce.
  private static List<TxRecord> open(Address account, List<TxRecord> journal) {
    Set<Long> mined = new HashSet<>();
    List<TxRecord> waiting = new ArrayList<>();
    for (TxRecord record : journal) {
      if (record.from().equals(account)) {
        if (record.state().isIncluded()) {
          mined.add(record.nonce());
        } else if (waits(record)) {
          waiting.add(record);
        }
      }
    }
    return waiting.stream()
        .filter(record -> !mined.contains(record.nonce()))
        .sorted(Comparator.comparingLong(TxRecord::nonce))
        .toList();
  }

  private static boolean waits(TxRecord record) {
    return !record.state().isOver() && !record.state().isIncluded();
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

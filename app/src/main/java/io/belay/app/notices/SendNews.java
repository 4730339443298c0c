package io.belay.app.notices;

import io.belay.base.TxHash;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out what is new in one network's sends. What was so before it began is no news.
final class SendNews {
  /// A kind of news about a send.
  enum Kind {
    ACCEPTED(Notice.Weight.NEWS),
    INCLUDED(Notice.Weight.NEWS),
    FINAL(Notice.Weight.NEWS),
    REVERTED(Notice.Weight.TROUBLE),
    OUT(Notice.Weight.ADVICE),
    STUCK(Notice.Weight.ADVICE),
    DROPPED(Notice.Weight.ADVICE),
    CONFLICT(Notice.Weight.ADVICE),
    REPLACED(Notice.Weight.ADVICE),
    REJECTED(Notice.Weight.TROUBLE);

    private final Notice.Weight weight;

    Kind(Notice.Weight weight) {
      this.weight = weight;
    }

    Notice.Weight weight() {
      return weight;
    }

    String key() {
      return "notice." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A send and what is new of it.
  record News(TxRecord send, Kind kind) {}

  private Optional<List<TxRecord>> before = Optional.empty();

  /// What is new since the last look, oldest send first; nothing at the first.
  List<News> look(List<TxRecord> sends) {
    List<News> news = new ArrayList<>();
    before.ifPresent(seen -> compare(seen, sends, news));
    before = Optional.of(sends);
    return news;
  }

  // New sends come to the front, so that the old ones stand where they stood as seen from the end.
  // Only where they do not, they are looked for: a journal may be long, and this is done at each
  // change of it.
  private static void compare(List<TxRecord> seen, List<TxRecord> sends, List<News> news) {
    Map<TxHash, TxRecord> moved = new HashMap<>();
    for (int fromEnd = 1; fromEnd <= sends.size(); fromEnd++) {
      TxRecord send = sends.get(sends.size() - fromEnd);
      if (fromEnd <= seen.size() && isSame(seen.get(seen.size() - fromEnd), send)) {
        tell(Optional.of(seen.get(seen.size() - fromEnd)), send, news);
      } else {
        if (moved.isEmpty()) {
          seen.forEach(old -> moved.put(old.hash(), old));
        }
        tell(Optional.ofNullable(moved.get(send.hash())), send, news);
      }
    }
  }

  private static boolean isSame(TxRecord before, TxRecord now) {
    return before.hash().equals(now.hash());
  }

  private static void tell(Optional<TxRecord> before, TxRecord now, List<News> news) {
    kind(before, now).ifPresent(kind -> news.add(new News(now, kind)));
  }

  private static Optional<Kind> kind(Optional<TxRecord> before, TxRecord now) {
    TxState was = before.map(TxRecord::state).orElse(TxState.SIGNED);
    TxState is = now.state();
    if (was == is) {
      return Optional.empty();
    }
    boolean out = was.isIncluded() && !is.isIncluded();
    return switch (is) {
      case INCLUDED, SAFE, FINAL -> included(before, now);
      case ACCEPTED, SEEN ->
          out
              ? Optional.of(Kind.OUT)
              : was.reaches(TxState.ACCEPTED) || was == TxState.STUCK
                  ? Optional.empty()
                  : Optional.of(Kind.ACCEPTED);
      case SIGNED, SENDING, UNKNOWN -> out ? Optional.of(Kind.OUT) : Optional.empty();
      case STUCK -> Optional.of(Kind.STUCK);
      case DROPPED -> Optional.of(Kind.DROPPED);
      case CONFLICT -> Optional.of(Kind.CONFLICT);
      case REPLACED -> Optional.of(Kind.REPLACED);
      case REJECTED -> Optional.of(Kind.REJECTED);
    };
  }

  private static Optional<Kind> included(Optional<TxRecord> before, TxRecord now) {
    boolean reverted = now.succeeded().filter(ok -> !ok).isPresent();
    boolean known = before.filter(b -> b.state().isIncluded()).isPresent();
    if (reverted && !known) {
      return Optional.of(Kind.REVERTED);
    }
    if (now.state() == TxState.FINAL) {
      return Optional.of(Kind.FINAL);
    }
    return known ? Optional.empty() : Optional.of(Kind.INCLUDED);
  }
}

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

  private Optional<Map<TxHash, TxRecord>> before = Optional.empty();

  /// What is new since the last look, oldest send first; nothing at the first.
  List<News> look(List<TxRecord> sends) {
    List<News> news = new ArrayList<>();
    for (TxRecord send : sends.reversed()) {
      before
          .flatMap(seen -> kind(Optional.ofNullable(seen.get(send.hash())), send))
          .ifPresent(kind -> news.add(new News(send, kind)));
    }
    Map<TxHash, TxRecord> now = new HashMap<>();
    sends.forEach(send -> now.put(send.hash(), send));
    before = Optional.of(now);
    return news;
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

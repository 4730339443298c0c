package io.belay.app.control;

import io.belay.app.fx.Phrases;
import io.belay.app.fx.Words;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.send.AttemptRow;
import java.time.Duration;
import java.util.Optional;

/// What an endpoint did with a transaction, in our own words.
public final class EvidenceWords {
  private final Words words;

  /// Speaks with these words.
  public EvidenceWords(Words words) {
    this.words = words;
  }

  /// Its answer in a word.
  String answer(EvidenceLine line) {
    if (line.isBlackHole()) {
      return words.get("outcome.black-hole");
    }
    if (line.isEcho()) {
      return words.get("outcome.foreign-hash");
    }
    return words.get("outcome." + line.attempt().map(AttemptRow::standing).orElse("not-asked"));
  }

  /// When it answered, and how fast; blank where it was not asked.
  String time(EvidenceLine line) {
    return line.attempt()
        .map(row -> words.get("lane.accepted.value", Phrases.clock(row.at()), row.millis()))
        .orElse("");
  }

  /// Whether it was found to hold the transaction.
  String sees(EvidenceLine line) {
    return line.attempt().isEmpty()
        ? words.get("lane.dash")
        : words.get(line.attempt().get().seen() ? "lane.yes" : "lane.no");
  }

  /// Whether its chain has the transaction in a block.
  String block(EvidenceLine line) {
    return line.block()
        .map(in -> words.get(in ? "lane.yes" : "lane.block.not"))
        .orElseGet(() -> words.get("lane.dash"));
  }

  /// What happened, and when it is tried again where it does not answer.
  String happened(EvidenceLine line) {
    String what = line.attempt().map(this::happened).orElseGet(() -> words.get(unasked(line)));
    boolean silent =
        line.status().filter(s -> s.state() == EndpointStatus.State.NO_ANSWER).isPresent();
    Optional<Duration> next = line.status().flatMap(EndpointStatus::nextRetry);
    return silent && next.isPresent()
        ? words.get("attempt.next", what, new Phrases(words).span(next.get()))
        : what;
  }

  private static String unasked(EvidenceLine line) {
    boolean reserve = line.status().filter(s -> s.config().isReserve()).isPresent();
    return reserve ? "attempt.reserve" : "attempt.none";
  }

  /// What came of one attempt.
  public String happened(AttemptRow row) {
    if (row.echo().isPresent()) {
      return words.get("attempt.echo", row.echo().get());
    }
    return switch (row.standing()) {
      case "accepted" -> words.get(accepted(row));
      case "already-known" -> words.get("attempt.known");
      case "rejected" -> words.get("attempt.rejected", words.reason(row.kind()));
      case "no-answer" -> words.get("attempt.noanswer", words.reason(row.kind()));
      default -> words.get("attempt.notreached", words.reason(row.kind()));
    };
  }

  private static String accepted(AttemptRow row) {
    if (row.blackHole()) {
      return "attempt.hole";
    }
    return row.seen() ? "attempt.held" : "attempt.accepted";
  }

  /// The whole line, to be read out.
  String said(EvidenceLine line) {
    return words.get(
        "lane.said", line.name(), answer(line), sees(line), block(line), happened(line));
  }
}

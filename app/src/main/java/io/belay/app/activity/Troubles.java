package io.belay.app.activity;

import io.belay.app.control.TxWords;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Words;
import io.belay.core.chain.BlockRef;
import io.belay.core.decode.RevertReason;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.rpc.FeePaid;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.TxRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Side states in words (ui.md, section 3): what happened, what still holds, what comes next.
///
/// @param words texts
/// @param says what transactions do
/// @param all the journal, for what took a nonce
/// @param now the network's state, for names and heights
/// @param refusal why the contract refuses, where that is known
record Troubles(
    Words words,
    TxWords says,
    List<TxRecord> all,
    Connectivity now,
    Optional<RevertReason> refusal) {

  List<Trouble> of(TxRecord record, Instant at) {
    List<Trouble> list = new ArrayList<>();
    if (record.succeeded().filter(ok -> !ok).isPresent()) {
      list.add(new Trouble(true, words.get("tx.reverted"), reverted(record), List.of()));
    }
    side(record, at).ifPresent(list::add);
    if (!record.state().isIncluded() && !record.state().isOver()) {
      record.attempts().stream()
          .filter(AttemptRow::blackHole)
          .map(r -> hole(r, record))
          .forEach(list::add);
      record.attempts().stream()
          .filter(row -> row.echo().isPresent())
          .map(this::echo)
          .forEach(list::add);
    }
    return list;
  }

  private Optional<Trouble> side(TxRecord record, Instant at) {
    return switch (record.state()) {
      case UNKNOWN -> trouble("tx.unknown", words.get("tx.detail.unknown"), List.of(Deed.RESEND));
      case STUCK ->
          trouble("tx.stuck", words.get("tx.detail.stuck"), List.of(Deed.SPEED_UP, Deed.CANCEL));
      case DROPPED ->
          Optional.of(
              new Trouble(
                  false,
                  droppedTitle(record),
                  dropped(record),
                  List.of(Deed.SPEED_UP, Deed.CANCEL)));
      case CONFLICT -> Optional.of(taken(false, record, at, aside(record)));
      case REPLACED -> Optional.of(taken(true, record, at, List.of()));
      case REJECTED ->
          Optional.of(
              new Trouble(true, rejected(record), words.get("tx.detail.rejected"), List.of()));
      case SIGNED, SENDING, ACCEPTED, SEEN, INCLUDED, SAFE, FINAL -> Optional.empty();
    };
  }

  private Optional<Trouble> trouble(String title, String detail, List<Deed> helps) {
    return Optional.of(new Trouble(false, words.get(title), detail, helps));
  }

  private Trouble taken(boolean isGrave, TxRecord record, Instant at, List<Deed> helps) {
    String title = words.get("tx.title.conflict", record.nonce());
    return new Trouble(isGrave, title, new NonceTaken(words, says, all).by(record, at), helps);
  }

  private String reverted(TxRecord record) {
    Optional<Wei> paid = record.after().paid().map(FeePaid::total);
    String known = paid.isPresent() ? ".paid" : "";
    String fee = paid.map(says::exact).orElseGet(() -> says.most(record.transaction()));
    Wei value = record.transaction().value();
    String lost =
        value.value().signum() == 0
            ? words.get("tx.reverted.nothing" + known, fee)
            : words.get("tx.reverted.detail" + known, says.exact(value), fee);
    return refusal
        .map(reason -> lost + " " + words.get("tx.reverted.reason", reason.line()))
        .orElse(lost);
  }

  private String droppedTitle(TxRecord record) {
    OptionalLong since = record.facts().absentSince();
    Optional<Long> head = now.head().maybe().map(BlockRef::number);
    return since.isPresent() && head.isPresent() && head.get() > since.getAsLong()
        ? words.get("tx.title.dropped.for", head.get() - since.getAsLong())
        : words.get("tx.title.dropped");
  }

  private String dropped(TxRecord record) {
    return record.attempts().stream()
        .map(AttemptRow::at)
        .max(Comparator.naturalOrder())
        .map(last -> words.get("tx.detail.dropped", Phrases.clock(last)))
        .orElseGet(() -> words.get("tx.detail.dropped.soon"));
  }

  private static List<Deed> aside(TxRecord record) {
    return record.nextSend().isEmpty() ? List.of(Deed.RESEND) : List.of();
  }

  private String rejected(TxRecord record) {
    String reasons =
        record.attempts().stream()
            .filter(row -> row.outcome().equals("rejected"))
            .map(row -> words.reason(row.kind()))
            .distinct()
            .collect(Collectors.joining("; "));
    return reasons.isEmpty()
        ? words.get("tx.title.rejected.bare")
        : words.get("tx.title.rejected", reasons);
  }

  private Trouble hole(AttemptRow row, TxRecord record) {
    long others = record.attempts().size() - 1L;
    boolean held =
        record.attempts().stream()
            .anyMatch(r -> !r.blackHole() && r.seen() && !r.group().equals(row.group()));
    String detail = words.get(held ? "tx.detail.hole.held" : "tx.detail.hole", others);
    return new Trouble(false, words.get("tx.title.hole", operator(row)), detail, List.of());
  }

  private Trouble echo(AttemptRow row) {
    return new Trouble(
        false,
        words.get("tx.title.echo", operator(row)),
        words.get("tx.detail.echo", row.echo().orElse("")),
        List.of());
  }

  private String operator(AttemptRow row) {
    return now.endpoints().stream()
        .map(EndpointStatus::config)
        .filter(config -> config.id().equals(row.endpoint()))
        .map(config -> config.operator())
        .findFirst()
        .orElse(row.group());
  }
}

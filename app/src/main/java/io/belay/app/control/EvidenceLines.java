package io.belay.app.control;

import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.TxRecord;
import io.belay.core.state.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts what endpoints said beside how they do: one line per endpoint.
public final class EvidenceLines {
  private EvidenceLines() {}

  /// Of a journalled transaction: all endpoints in use, asked or not, then those no longer in use.
  public static List<EvidenceLine> of(TxRecord record, Connectivity now) {
    List<EvidenceLine> lines = new ArrayList<>();
    for (EndpointStatus status : now.endpoints()) {
      Optional<AttemptRow> row =
          record.attempts().stream()
              .filter(r -> r.endpoint().equals(status.config().id()))
              .findFirst();
      Optional<Boolean> block = holds(status, record);
      boolean silent = row.isEmpty() && status.state() == EndpointStatus.State.DISABLED;
      if (!silent) {
        lines.add(
            row.map(r -> EvidenceLine.of(r, Optional.of(status), block))
                .orElseGet(() -> EvidenceLine.of(status, block)));
      }
    }
    record.attempts().stream()
        .filter(row -> status(row, now).isEmpty())
        .forEach(row -> lines.add(EvidenceLine.of(row, Optional.empty(), Optional.empty())));
    return lines;
  }

  /// Of answers that no journal holds.
  public static List<EvidenceLine> of(List<AttemptRow> rows, Connectivity now) {
    return rows.stream()
        .map(row -> EvidenceLine.of(row, status(row, now), Optional.empty()))
        .toList();
  }

  private static Optional<EndpointStatus> status(AttemptRow row, Connectivity now) {
    return now.endpoints().stream()
        .filter(status -> status.config().id().equals(row.endpoint()))
        .findFirst();
  }

  /// An endpoint that is past the block and goes with the others has it in its chain.
  private static Optional<Boolean> holds(EndpointStatus status, TxRecord record) {
    if (record.block().isEmpty()) {
      // of what can no longer happen nothing is awaited
      return record.state().isOver() ? Optional.empty() : Optional.of(false);
    }
    long block = record.block().get().number();
    if (status.height().isEmpty()) {
      return Optional.empty();
    }
    if (status.height().getAsLong() < block) {
      return Optional.of(false);
    }
    boolean agrees = status.voice() == EndpointStatus.Voice.AGREES;
    return agrees && isKnown(record) ? Optional.of(true) : Optional.empty();
  }

  private static boolean isKnown(TxRecord record) {
    return record.evidence() == Observed.Level.PROVEN || record.evidence() == Observed.Level.AGREED;
  }
}

package io.belay.app.cli;

import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Waits for a transaction to reach a state, says so, and finds the exit code.
final class TxWait {
  private static final Duration PAUSE = Duration.ofMillis(700);

  private final Invocation call;
  private final Instant until;

  TxWait(Invocation call, Duration patience) {
    this.call = call;
    this.until = call.data().clock().instant().plus(patience);
  }

  /// Waits, then says how far it is.
  ///
  /// @param awaited the state to wait for; empty for not at all
  /// @param repeated whether an earlier call made the transaction
  ExitCode report(TxHash hash, Optional<TxState> awaited, boolean repeated)
      throws InterruptedException {
    TxRecord record = awaited.isPresent() ? await(hash, awaited.get()) : find(hash);
    ObjectNode json = TxText.json(record, call.network().session());
    if (repeated) {
      json.put("repeated", true);
    }
    call.out().result(json, TxText.lines(record, call.network().session()));
    return code(record, awaited);
  }

  private TxRecord await(TxHash hash, TxState awaited) throws InterruptedException {
    String said = "";
    while (true) {
      call.round();
      TxRecord record = find(hash);
      if (!said.equals(record.state().word())) {
        said = record.state().word();
        call.out().note(said + (record.state().isIncluded() ? TxText.block(record) : "…"));
      }
      boolean late = !call.data().clock().instant().isBefore(until);
      if (record.state().reaches(awaited) || record.state().isOver() || late) {
        return record;
      }
      Thread.sleep(PAUSE);
    }
  }

  private TxRecord find(TxHash hash) {
    return call.network().session().activity().get().stream()
        .filter(record -> record.hash().equals(hash))
        .findFirst()
        .orElseThrow(() ->
            new WalletException("id-used", "this id belongs to a transaction on another network"));
  }

  private static ExitCode code(TxRecord record, Optional<TxState> awaited) {
    boolean failed =
        record.state() == TxState.REJECTED
            || record.state() == TxState.REPLACED
            || record.succeeded().filter(ok -> !ok).isPresent();
    if (failed) {
      return ExitCode.REFUSED;
    }
    boolean reached = awaited.map(wanted -> record.state().reaches(wanted)).orElse(true);
    return reached ? ExitCode.DONE : ExitCode.NOT_YET;
  }
}

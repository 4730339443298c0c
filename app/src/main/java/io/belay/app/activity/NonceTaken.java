package io.belay.app.activity;

import io.belay.app.control.TxWords;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Words;
import io.belay.base.TxHash;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.SignedTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which transaction has the nonce of another, in words.
///
/// @param words texts
/// @param says what transactions do
/// @param all the journal
record NonceTaken(Words words, TxWords says, List<TxRecord> all) {

  /// Whose it is, and what would change that.
  String by(TxRecord record, Instant at) {
    if (record.state() == TxState.CONFLICT
        && record.nextSend().isEmpty()
        && record.replacedBy().isEmpty()) {
      return words.get("tx.detail.aside");
    }
    String who =
        record.after().takenBy().map(this::foreign).orElseGet(() -> who(record.replacedBy(), at));
    return who + " " + until(record);
  }

  /// Another wallet's transaction, by what its own bytes say.
  private String foreign(SignedTransaction taker) {
    DecodedTransaction other = DecodedTransaction.of(taker.raw());
    return other
        .to()
        .map(to -> words.get("tx.detail.other.taken", taker.hash(), says.call(other, to)))
        .orElseGet(() -> words.get("tx.detail.other.contract", taker.hash()));
  }

  private String who(Optional<TxHash> other, Instant at) {
    if (other.isEmpty()) {
      return words.get("tx.detail.other.unknown");
    }
    TxHash hash = other.get();
    return all.stream()
        .filter(r -> r.hash().equals(hash))
        .findFirst()
        .map(r ->
            words.get("tx.detail.other.ours", hash, new Phrases(words).when(r.createdAt(), at)))
        .orElseGet(() -> words.get("tx.detail.other.foreign", hash));
  }

  private String until(TxRecord record) {
    if (record.state() == TxState.REPLACED) {
      return words.get("tx.detail.over");
    }
    return record
        .replacedBy()
        .flatMap(hash -> all.stream().filter(r -> r.hash().equals(hash)).findFirst())
        .flatMap(TxRecord::block)
        .map(block -> words.get("tx.detail.until.block", Phrases.count(block.number())))
        .orElseGet(() -> words.get("tx.detail.until"));
  }
}

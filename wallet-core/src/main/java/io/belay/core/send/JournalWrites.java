package io.belay.core.send;

import io.belay.base.TxHash;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.FeePaid;
import io.belay.core.tx.SignedTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Writes the journal's rows.
final class JournalWrites {
  private JournalWrites() {}

  /// A signed transaction, of which nobody has been told.
  static void insert(Connection c, TxOrigin origin, SignedTransaction signed, TxFacts facts)
      throws SQLException {
    try (PreparedStatement insert =
        c.prepareStatement(
            "INSERT INTO transactions (hash, chain, intent, sender, nonce, preimage, raw, created_at,"
                + " state, evidence, purpose, replaces) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")) {
      insert.setString(1, origin.hash().toString());
      insert.setLong(2, origin.transaction().chainId().value());
      insert.setString(3, origin.intentId());
      insert.setString(4, origin.from().toString());
      insert.setLong(5, origin.transaction().nonce());
      insert.setBytes(6, origin.transaction().payload().preimage());
      insert.setBytes(7, signed.raw());
      insert.setLong(8, origin.createdAt().toEpochMilli());
      insert.setString(9, TxStanding.SIGNED.state().word());
      insert.setString(10, TxStanding.SIGNED.evidence().word());
      insert.setString(11, facts.purpose().word());
      insert.setString(12, facts.replaces().map(TxHash::toString).orElse(null));
      insert.executeUpdate();
    }
    if (origin.privately()) {
      keepPrivate(c, origin.intentId());
    }
  }

  private static void keepPrivate(Connection c, String intent) throws SQLException {
    try (PreparedStatement insert =
        c.prepareStatement("INSERT OR IGNORE INTO private_intents VALUES (?)")) {
      insert.setString(1, intent);
      insert.executeUpdate();
    }
  }

  /// The very bytes are there: those of an intent that was refused, whose nonce was free again. One
  /// transaction, two intents, and it is sent once more: the reason of the refusal may be gone.
  static TxHash again(Connection c, String intent, TxHash hash) throws SQLException {
    try (PreparedStatement note =
            c.prepareStatement("INSERT INTO same_again (intent, hash) VALUES (?,?)");
        PreparedStatement revive =
            c.prepareStatement(
                "UPDATE transactions SET state='signed', next_send=NULL, accepted_block=NULL,"
                    + " absent_block=NULL WHERE hash=? AND state='rejected'")) {
      note.setString(1, intent);
      note.setString(2, hash.toString());
      note.executeUpdate();
      revive.setString(1, hash.toString());
      revive.executeUpdate();
      return hash;
    }
  }

  /// Gives a nonce lease back.
  ///
  /// @return whether it was still held
  static boolean free(Connection c, NonceLease lease) throws SQLException {
    try (PreparedStatement free = c.prepareStatement("DELETE FROM leases WHERE id=?")) {
      free.setLong(1, lease.id());
      return free.executeUpdate() > 0;
    }
  }

  /// An endpoint's answer, see [SendJournal#attempted].
  static int attempt(Connection c, TxHash hash, AttemptRow row) throws SQLException {
    try (PreparedStatement upsert =
        c.prepareStatement(
            "INSERT INTO attempts (hash, endpoint, grp, outcome, kind, millis, at, seen, echo)"
                + " VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (hash, endpoint) DO"
                + " UPDATE SET outcome=excluded.outcome, kind=excluded.kind,"
                + " millis=excluded.millis, at=excluded.at, seen=max(seen, excluded.seen),"
                + " echo=coalesce(excluded.echo, echo)")) {
      upsert.setString(1, hash.toString());
      upsert.setString(2, row.endpoint().value());
      upsert.setString(3, row.group());
      upsert.setString(4, row.outcome());
      upsert.setString(5, row.kind());
      upsert.setInt(6, row.millis());
      upsert.setLong(7, row.at().toEpochMilli());
      upsert.setInt(8, row.seen() ? 1 : 0);
      upsert.setString(9, row.echo().orElse(null));
      return upsert.executeUpdate();
    }
  }

  /// Something about an endpoint and a transaction.
  ///
  /// @param change assignments and condition, both parameters in it
  static int mark(Connection c, String change, TxHash hash, EndpointId endpoint)
      throws SQLException {
    try (PreparedStatement update = c.prepareStatement("UPDATE attempts SET " + change)) {
      update.setString(1, hash.toString());
      update.setString(2, endpoint.value());
      return update.executeUpdate();
    }
  }

  /// How far a transaction has come.
  static int progress(Connection c, TxRecord next) throws SQLException {
    try (PreparedStatement update =
        c.prepareStatement(
            "UPDATE transactions SET state=?, succeeded=?, block_number=?, block_hash=?,"
                + " evidence=?, replaced_by=?, next_send=?, accepted_block=?, absent_block=?,"
                + " gas_used=?, gas_price=?, data_fee=?, fee_evidence=?, taken_by=? WHERE hash=?")) {
      update.setString(1, next.state().word());
      update.setObject(2, next.succeeded().map(ok -> ok ? 1 : 0).orElse(null));
      update.setObject(3, next.block().map(BlockRef::number).orElse(null));
      update.setString(4, next.block().map(b -> b.hash().toString()).orElse(null));
      update.setString(5, next.evidence().word());
      update.setString(6, next.replacedBy().map(TxHash::toString).orElse(null));
      update.setObject(7, next.nextSend().map(Instant::toEpochMilli).orElse(null));
      update.setObject(8, boxed(next.facts().acceptedIn()).orElse(null));
      update.setObject(9, boxed(next.facts().absentSince()).orElse(null));
      after(update, next.after());
      update.setString(15, next.hash().toString());
      return update.executeUpdate();
    }
  }

  private static void after(PreparedStatement update, Aftermath after) throws SQLException {
    update.setObject(10, after.paid().map(FeePaid::gasUsed).orElse(null));
    update.setString(11, after.paid().map(fee -> fee.gasPrice().toString()).orElse(null));
    update.setString(12, after.paid().flatMap(FeePaid::dataFee).map(Wei::toString).orElse(null));
    update.setString(13, after.paid().map(fee -> after.paidEvidence().word()).orElse(null));
    update.setBytes(14, after.takenBy().map(SignedTransaction::raw).orElse(null));
  }

  private static Optional<Long> boxed(OptionalLong number) {
    return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
  }

  /// The bytes are due now.
  static int sendNow(Connection c, TxHash hash) throws SQLException {
    try (PreparedStatement update =
        c.prepareStatement("UPDATE transactions SET next_send=0 WHERE hash=?")) {
      update.setString(1, hash.toString());
      return update.executeUpdate();
    }
  }
}

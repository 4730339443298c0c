package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.FeePaid;
import io.belay.core.state.Observed;
import io.belay.core.store.Database;
import io.belay.core.tx.SignedTransaction;
import io.belay.core.tx.UnsignedTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Every signed transaction of one chain, on disk before its first byte leaves (I5), with each
/// endpoint's latest answer. All signatures of one intent have one nonce (I4).
public final class SendJournal {
  private final Database database;
  private final long chain;
  private final InstantSource clock;

  /// The journal of one chain.
  public SendJournal(Database database, ChainId chainId, InstantSource clock) {
    this.database = database;
    this.chain = chainId.value();
    this.clock = clock;
  }

  /// Writes a signed transaction down and gives its nonce lease back, in one step. If the intent
  /// has a transaction already, nothing is written and that one's hash is returned.
  ///
  /// @throws WalletException `nonce-used` where the lease ran out and the nonce went to another;
  ///   `disk-full` where it cannot be written: then it must not be sent
  public TxHash record(SendPlan plan, SignedTransaction signed) {
    return database.write(c -> {
      Optional<TxHash> before = hashOf(c, plan.intent().id());
      if (before.isPresent()) {
        return before.get();
      }
      Address from = plan.intent().from().address();
      if (!free(c, plan.lease()) && isTaken(c, from, plan.transaction().nonce())) {
        // I4: one nonce per intent
        throw new WalletException("nonce-used", "this plan is too old: its nonce went to another");
      }
      if (JournalRows.one(c, chain, signed.hash()).isPresent()) {
        return again(c, plan.intent().id(), signed.hash());
      }
      insert(c, plan.intent().id(), from, plan.transaction(), signed, TxFacts.NEW);
      if (plan.intent().privately()) {
        keepPrivate(c, plan.intent().id());
      }
      return signed.hash();
    });
  }

  /// The very bytes are there: those of an intent that was refused, whose nonce was free again. One
  /// transaction, two intents, and it is sent once more: the reason of the refusal may be gone.
  private static TxHash again(Connection c, String intent, TxHash hash) throws SQLException {
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

  /// Writes another signature at a nonce down: that of an intent whose transaction is still open,
  /// or one that fills a gap. The same signature twice is one row.
  ///
  /// @throws WalletException `not-replaceable` where the intent has another nonce or is done;
  ///   `nonce-used` where a gap is none any more; `disk-full`
  public TxHash record(Replacement replacement, SignedTransaction signed) {
    return database.write(c -> {
      if (JournalRows.one(c, chain, signed.hash()).isPresent()) {
        return signed.hash();
      }
      if (replacement.replaces().isEmpty()) {
        if (isTaken(c, replacement.from(), replacement.transaction().nonce())) {
          throw new WalletException("nonce-used", "this nonce has its transaction meanwhile");
        }
      } else if (!isOpen(c, replacement)) {
        throw new WalletException(
            "not-replaceable", "this transaction cannot be replaced any more");
      }
      TxFacts facts =
          new TxFacts(
              replacement.purpose(),
              replacement.replaces(),
              OptionalLong.empty(),
              OptionalLong.empty());
      insert(
          c, replacement.intentId(), replacement.from(), replacement.transaction(), signed, facts);
      return signed.hash();
    });
  }

  /// Whether all signatures of the intent are at this nonce, and none is mined.
  private boolean isOpen(Connection c, Replacement replacement) throws SQLException {
    List<TxRecord> before =
        JournalRows.all(c, chain).stream()
            .filter(r -> r.intentId().equals(replacement.intentId()))
            .toList();
    return !before.isEmpty()
        && before.stream()
            .allMatch(r ->
                r.from().equals(replacement.from())
                    && r.nonce() == replacement.transaction().nonce()
                    && r.state() != TxState.FINAL
                    && !r.state().isIncluded());
  }

  private static void keepPrivate(Connection c, String intent) throws SQLException {
    try (PreparedStatement insert =
        c.prepareStatement("INSERT OR IGNORE INTO private_intents VALUES (?)")) {
      insert.setString(1, intent);
      insert.executeUpdate();
    }
  }

  /// The transactions that may go to private relays only: all that an intent signed that wants it,
  /// also what is to take the place of the first.
  public Set<TxHash> privateOnes() {
    return database.read(c -> {
      Set<TxHash> hashes = new HashSet<>();
      try (PreparedStatement select =
              c.prepareStatement(
                  "SELECT hash FROM transactions JOIN private_intents USING (intent)"
                      + " WHERE chain="
                      + chain);
          ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          hashes.add(TxHash.parse(rows.getString(1)));
        }
      }
      return Set.copyOf(hashes);
    });
  }

  private static boolean free(Connection c, NonceLease lease) throws SQLException {
    try (PreparedStatement free = c.prepareStatement("DELETE FROM leases WHERE id=?")) {
      free.setLong(1, lease.id());
      return free.executeUpdate() > 0;
    }
  }

  private boolean isTaken(Connection c, Address from, long nonce) throws SQLException {
    return NonceBook.taken(c, chain, from).contains(nonce);
  }

  private void insert(
      Connection c,
      String intent,
      Address from,
      UnsignedTransaction transaction,
      SignedTransaction signed,
      TxFacts facts)
      throws SQLException {
    try (PreparedStatement insert =
        c.prepareStatement(
            "INSERT INTO transactions (hash, chain, intent, sender, nonce, preimage, raw, created_at,"
                + " state, evidence, purpose, replaces) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")) {
      insert.setString(1, signed.hash().toString());
      insert.setLong(2, chain);
      insert.setString(3, intent);
      insert.setString(4, from.toString());
      insert.setLong(5, transaction.nonce());
      insert.setBytes(6, transaction.payload().preimage());
      insert.setBytes(7, signed.raw());
      insert.setLong(8, clock.millis());
      insert.setString(9, TxState.SIGNED.word());
      insert.setString(10, Observed.Level.UNKNOWN.word());
      insert.setString(11, facts.purpose().word());
      insert.setString(12, facts.replaces().map(TxHash::toString).orElse(null));
      insert.executeUpdate();
    }
  }

  /// The transaction an intent has made. Of several signatures: the mined one, else the latest that
  /// is not out of the way.
  public Optional<TxHash> byIntent(String intentId) {
    return database.read(c -> hashOf(c, intentId));
  }

  private static Optional<TxHash> hashOf(Connection c, String intentId) throws SQLException {
    try (PreparedStatement select =
        c.prepareStatement(
            "SELECT hash FROM transactions WHERE intent=coalesce((SELECT t.intent FROM same_again s"
                + " JOIN transactions t ON t.hash=s.hash WHERE s.intent=?1), ?1)"
                + " ORDER BY block_hash IS NULL,"
                + " state IN ('replaced', 'rejected'), created_at DESC, rowid DESC LIMIT 1")) {
      select.setString(1, intentId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(TxHash.parse(row.getString(1))) : Optional.empty();
      }
    }
  }

  /// Who sent a transaction of this wallet; empty where it is none.
  public Optional<Address> sender(TxHash hash) {
    return database.read(c -> {
      try (PreparedStatement select =
          c.prepareStatement("SELECT sender FROM transactions WHERE hash=?")) {
        select.setString(1, hash.toString());
        try (ResultSet row = select.executeQuery()) {
          return row.next() ? Optional.of(Address.parse(row.getString(1))) : Optional.empty();
        }
      }
    });
  }

  /// The signed bytes.
  public Optional<SignedTransaction> signed(TxHash hash) {
    return database.read(c -> {
      try (PreparedStatement select =
          c.prepareStatement("SELECT raw FROM transactions WHERE hash=?")) {
        select.setString(1, hash.toString());
        try (ResultSet row = select.executeQuery()) {
          return row.next() ? Optional.of(SignedTransaction.of(row.getBytes(1))) : Optional.empty();
        }
      }
    });
  }

  /// Notes an endpoint's answer; a later one replaces it, but what was seen stays seen, and so do
  /// the height of the first acceptance and what it was caught at.
  public void attempted(TxHash hash, AttemptRow row) {
    database.write(c -> {
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
    });
  }

  /// Notes that an endpoint was found to hold a transaction.
  public void seenAt(TxHash hash, EndpointId endpoint) {
    mark("seen=1 WHERE hash=? AND endpoint=?", hash, endpoint);
  }

  /// Notes that an endpoint accepted a transaction that nobody else has seen since.
  public void blackHole(TxHash hash, EndpointId endpoint) {
    mark("black_hole=1 WHERE hash=? AND endpoint=?", hash, endpoint);
  }

  /// Notes the height of the head at an endpoint's first acceptance.
  public void acceptedIn(TxHash hash, EndpointId endpoint, long head) {
    mark(
        "accepted_block=" + head + " WHERE hash=? AND endpoint=? AND accepted_block IS NULL",
        hash,
        endpoint);
  }

  private void mark(String change, TxHash hash, EndpointId endpoint) {
    database.write(c -> {
      try (PreparedStatement update = c.prepareStatement("UPDATE attempts SET " + change)) {
        update.setString(1, hash.toString());
        update.setString(2, endpoint.value());
        return update.executeUpdate();
      }
    });
  }

  /// Sets how far a transaction has come and when its bytes are sent again.
  public void progress(TxRecord next) {
    database.write(c -> {
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
    });
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

  /// The bytes are due now, whatever was planned.
  public void sendNow(TxHash hash) {
    database.write(c -> {
      try (PreparedStatement update =
          c.prepareStatement("UPDATE transactions SET next_send=0 WHERE hash=?")) {
        update.setString(1, hash.toString());
        return update.executeUpdate();
      }
    });
  }

  /// One transaction.
  public Optional<TxRecord> find(TxHash hash) {
    return database.read(c -> JournalRows.one(c, chain, hash));
  }

  /// All transactions, newest first.
  public List<TxRecord> all() {
    return database.read(c -> JournalRows.all(c, chain));
  }
}

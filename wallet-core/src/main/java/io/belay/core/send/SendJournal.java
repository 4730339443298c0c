package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.rpc.EndpointId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Every signed transaction of one chain, on disk before its first byte leaves (I5), with each
/// endpoint's latest answer. One intent has one transaction at most.
public final class SendJournal {
  private static final String COLUMNS =
      "hash, intent, sender, preimage, created_at, state, succeeded, block_number, block_hash,"
          + " evidence, replaced_by, next_send";

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
  /// @throws WalletException `nonce-used` where the lease ran out and the nonce went to another
  public TxHash record(SendPlan plan, SignedTransaction signed) {
    return database.write(c -> {
      Optional<TxHash> before = hashOf(c, plan.intent().id());
      if (before.isPresent()) {
        return before.get();
      }
      if (!free(c, plan.lease()) && isTaken(c, plan)) {
        // I4: one nonce per intent
        throw new WalletException("nonce-used", "this plan is too old: its nonce went to another");
      }
      insert(c, plan, signed);
      return signed.hash();
    });
  }

  private static boolean free(Connection c, NonceLease lease) throws SQLException {
    try (PreparedStatement free = c.prepareStatement("DELETE FROM leases WHERE id=?")) {
      free.setLong(1, lease.id());
      return free.executeUpdate() > 0;
    }
  }

  private boolean isTaken(Connection c, SendPlan plan) throws SQLException {
    return NonceBook.taken(c, chain, plan.intent().from().address())
        .contains(plan.transaction().nonce());
  }

  private void insert(Connection c, SendPlan plan, SignedTransaction signed) throws SQLException {
    try (PreparedStatement insert =
        c.prepareStatement(
            "INSERT INTO transactions (hash, chain, intent, sender, nonce, preimage, raw, created_at,"
                + " state, evidence) VALUES (?,?,?,?,?,?,?,?,?,?)")) {
      insert.setString(1, signed.hash().toString());
      insert.setLong(2, chain);
      insert.setString(3, plan.intent().id());
      insert.setString(4, plan.intent().from().address().toString());
      insert.setLong(5, plan.transaction().nonce());
      insert.setBytes(6, plan.transaction().payload().preimage());
      insert.setBytes(7, signed.raw());
      insert.setLong(8, clock.millis());
      insert.setString(9, TxState.SIGNED.word());
      insert.setString(10, Observed.Level.UNKNOWN.word());
      insert.executeUpdate();
    }
  }

  /// The transaction an intent has made.
  public Optional<TxHash> byIntent(String intentId) {
    return database.read(c -> hashOf(c, intentId));
  }

  private static Optional<TxHash> hashOf(Connection c, String intentId) throws SQLException {
    try (PreparedStatement select =
        c.prepareStatement("SELECT hash FROM transactions WHERE intent=?")) {
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

  /// Notes an endpoint's answer; a later one replaces it, but what was seen stays seen.
  public void attempted(TxHash hash, AttemptRow row) {
    database.write(c -> {
      try (PreparedStatement upsert =
          c.prepareStatement(
              "INSERT INTO attempts VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (hash, endpoint) DO"
                  + " UPDATE SET outcome=excluded.outcome, kind=excluded.kind,"
                  + " millis=excluded.millis, at=excluded.at, seen=max(seen, excluded.seen)")) {
        upsert.setString(1, hash.toString());
        upsert.setString(2, row.endpoint().value());
        upsert.setString(3, row.group());
        upsert.setString(4, row.outcome());
        upsert.setString(5, row.kind());
        upsert.setInt(6, row.millis());
        upsert.setLong(7, row.at().toEpochMilli());
        upsert.setInt(8, row.seen() ? 1 : 0);
        return upsert.executeUpdate();
      }
    });
  }

  /// Notes that an endpoint was found to hold a transaction.
  public void seenAt(TxHash hash, EndpointId endpoint) {
    database.write(c -> {
      try (PreparedStatement update =
          c.prepareStatement("UPDATE attempts SET seen=1 WHERE hash=? AND endpoint=?")) {
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
                  + " evidence=?, replaced_by=?, next_send=? WHERE hash=?")) {
        update.setString(1, next.state().word());
        update.setObject(2, next.succeeded().map(ok -> ok ? 1 : 0).orElse(null));
        update.setObject(3, next.block().map(BlockRef::number).orElse(null));
        update.setString(4, next.block().map(b -> b.hash().toString()).orElse(null));
        update.setString(5, next.evidence().word());
        update.setString(6, next.replacedBy().map(TxHash::toString).orElse(null));
        update.setObject(7, next.nextSend().map(Instant::toEpochMilli).orElse(null));
        update.setString(8, next.hash().toString());
        return update.executeUpdate();
      }
    });
  }

  /// One transaction.
  public Optional<TxRecord> find(TxHash hash) {
    return all().stream().filter(record -> record.hash().equals(hash)).findFirst();
  }

  /// All transactions, newest first.
  public List<TxRecord> all() {
    return database.read(c -> {
      List<TxRecord> list = new ArrayList<>();
      try (PreparedStatement select =
          c.prepareStatement(
              "SELECT "
                  + COLUMNS
                  + " FROM transactions WHERE chain=?"
                  + " ORDER BY created_at DESC, nonce DESC")) {
        select.setLong(1, chain);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            list.add(record(c, rows));
          }
        }
      }
      return List.copyOf(list);
    });
  }

  private static TxRecord record(Connection c, ResultSet row) throws SQLException {
    String hash = row.getString(1);
    String blockHash = row.getString(9);
    String replacedBy = row.getString(11);
    Object succeeded = row.getObject(7);
    Object nextSend = row.getObject(12);
    return new TxRecord(
        TxHash.parse(hash),
        row.getString(2),
        Address.parse(row.getString(3)),
        UnsignedTransaction.decode(row.getBytes(4)),
        Instant.ofEpochMilli(row.getLong(5)),
        TxState.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
        succeeded instanceof Number n ? Optional.of(n.intValue() == 1) : Optional.empty(),
        blockHash == null
            ? Optional.empty()
            : Optional.of(new BlockRef(row.getLong(8), Bytes32.parse(blockHash))),
        Observed.Level.valueOf(row.getString(10).toUpperCase(Locale.ROOT)),
        replacedBy == null ? Optional.empty() : Optional.of(TxHash.parse(replacedBy)),
        attempts(c, hash),
        nextSend instanceof Number n
            ? Optional.of(Instant.ofEpochMilli(n.longValue()))
            : Optional.empty());
  }

  private static List<AttemptRow> attempts(Connection c, String hash) throws SQLException {
    List<AttemptRow> list = new ArrayList<>();
    try (PreparedStatement select =
        c.prepareStatement(
            "SELECT endpoint, grp, outcome, kind, millis, at, seen FROM attempts WHERE hash=?"
                + " ORDER BY endpoint")) {
      select.setString(1, hash);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          list.add(
              new AttemptRow(
                  new EndpointId(rows.getString(1)),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getInt(5),
                  Instant.ofEpochMilli(rows.getLong(6)),
                  rows.getInt(7) == 1));
        }
      }
    }
    return list;
  }
}

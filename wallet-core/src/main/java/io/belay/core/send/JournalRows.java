package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.TxHash;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.FeePaid;
import io.belay.core.state.Observed;
import io.belay.core.tx.SignedTransaction;
import io.belay.core.tx.UnsignedTransaction;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads the journal's rows.
final class JournalRows {
  private static final String COLUMNS =
      "hash, intent, sender, preimage, created_at, state, succeeded, block_number, block_hash,"
          + " evidence, replaced_by, next_send, purpose, replaces, accepted_block, absent_block,"
          + " shape, gas_used, gas_price, data_fee, fee_evidence, taken_by,"
          + " EXISTS (SELECT 1 FROM private_intents p WHERE p.intent=transactions.intent)";

  private JournalRows() {}

  /// All transactions of a chain, newest first.
  static List<TxRecord> all(Connection c, long chain) throws SQLException {
    return select(c, chain, Optional.empty());
  }

  /// One transaction of a chain.
  static Optional<TxRecord> one(Connection c, long chain, TxHash hash) throws SQLException {
    return select(c, chain, Optional.of(hash)).stream().findFirst();
  }

  /// The transaction an intent has made, see [SendJournal#byIntent].
  static Optional<TxHash> hashOf(Connection c, String intentId) throws SQLException {
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

  private static List<TxRecord> select(Connection c, long chain, Optional<TxHash> only)
      throws SQLException {
    Map<String, List<AttemptRow>> attempts = attempts(c, chain, only);
    List<TxRecord> list = new ArrayList<>();
    try (PreparedStatement select =
        c.prepareStatement(
            "SELECT "
                + COLUMNS
                + " FROM transactions WHERE chain=?"
                + (only.isPresent() ? " AND hash=?" : "")
                + " ORDER BY created_at DESC, nonce DESC, rowid DESC")) {
      bind(select, chain, only);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          list.add(record(rows, attempts.getOrDefault(rows.getString(1), List.of())));
        }
      }
    }
    return List.copyOf(list);
  }

  private static TxRecord record(ResultSet row, List<AttemptRow> attempts) throws SQLException {
    return new TxRecord(origin(row), standing(row), attempts, facts(row), after(row));
  }

  private static TxOrigin origin(ResultSet row) throws SQLException {
    return new TxOrigin(
        TxHash.parse(row.getString(1)),
        row.getString(2),
        Address.parse(row.getString(3)),
        UnsignedTransaction.decode(row.getBytes(4)),
        Instant.ofEpochMilli(row.getLong(5)),
        row.getInt(23) == 1);
  }

  private static TxStanding standing(ResultSet row) throws SQLException {
    Optional<String> blockHash = Optional.ofNullable(row.getString(9));
    long blockNumber = row.getLong(8);
    return new TxStanding(
        TxState.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
        number(row, 7).isPresent() ? Optional.of(row.getInt(7) == 1) : Optional.empty(),
        blockHash.map(hash -> new BlockRef(blockNumber, Bytes32.parse(hash))),
        Observed.Level.valueOf(row.getString(10).toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getString(11)).map(TxHash::parse),
        number(row, 12).isPresent()
            ? Optional.of(Instant.ofEpochMilli(row.getLong(12)))
            : Optional.empty());
  }

  private static TxFacts facts(ResultSet row) throws SQLException {
    return new TxFacts(
        Purpose.of(row.getString(13)),
        Optional.ofNullable(row.getString(14)).map(TxHash::parse),
        number(row, 15),
        number(row, 16),
        TxShape.of(row.getString(17)));
  }

  private static Aftermath after(ResultSet row) throws SQLException {
    Optional<String> price = Optional.ofNullable(row.getString(19));
    OptionalLong gas = number(row, 18);
    Optional<Wei> beside = Optional.ofNullable(row.getString(20)).map(JournalRows::wei);
    Optional<FeePaid> paid =
        gas.isPresent()
            ? price.map(each -> new FeePaid(gas.getAsLong(), wei(each), beside))
            : Optional.empty();
    return new Aftermath(
        paid,
        Optional.ofNullable(row.getString(21))
            .map(word -> Observed.Level.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(Observed.Level.UNKNOWN),
        Optional.ofNullable(row.getBytes(22)).map(SignedTransaction::of));
  }

  private static Wei wei(String decimal) {
    return Wei.of(new BigInteger(decimal));
  }

  private static OptionalLong number(ResultSet row, int column) throws SQLException {
    return row.getObject(column) instanceof Number n
        ? OptionalLong.of(n.longValue())
        : OptionalLong.empty();
  }

  private static void bind(PreparedStatement select, long chain, Optional<TxHash> only)
      throws SQLException {
    select.setLong(1, chain);
    if (only.isPresent()) {
      select.setString(2, only.get().toString());
    }
  }

  private static Map<String, List<AttemptRow>> attempts(
      Connection c, long chain, Optional<TxHash> only) throws SQLException {
    Map<String, List<AttemptRow>> byHash = new HashMap<>();
    try (PreparedStatement select =
        c.prepareStatement(
            "SELECT a.hash, endpoint, grp, outcome, kind, millis, at, seen, echo, a.accepted_block,"
                + " black_hole FROM attempts a JOIN transactions t ON a.hash=t.hash WHERE t.chain=?"
                + (only.isPresent() ? " AND a.hash=?" : "")
                + " ORDER BY endpoint")) {
      bind(select, chain, only);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          byHash.computeIfAbsent(rows.getString(1), h -> new ArrayList<>()).add(attempt(rows));
        }
      }
    }
    return byHash;
  }

  private static AttemptRow attempt(ResultSet row) throws SQLException {
    return new AttemptRow(
        new EndpointId(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getInt(6),
        Instant.ofEpochMilli(row.getLong(7)),
        row.getInt(8) == 1,
        Optional.ofNullable(row.getString(9)),
        number(row, 10),
        row.getInt(11) == 1);
  }
}

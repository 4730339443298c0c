package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import io.belay.core.store.Database;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A network's memory in the data file.
public final class StoredChainMemory implements ChainMemory {
  private static final int BLAMES_KEPT = 20;

  private final Database database;
  private final long chain;

  /// Memory of one chain.
  public StoredChainMemory(Database database, ChainId chainId) {
    this.database = database;
    this.chain = chainId.value();
  }

  @Override
  public void finalizedSeen(BlockRef block, Evidence evidence) {
    database.writeSoon(c -> {
      try (PreparedStatement upsert =
          c.prepareStatement(
              "INSERT INTO finalized VALUES (?,?,?,?,?) ON CONFLICT (chain) DO UPDATE SET"
                  + " number=excluded.number, hash=excluded.hash, groups=excluded.groups,"
                  + " at=excluded.at WHERE excluded.number > finalized.number")) {
        upsert.setLong(1, chain);
        upsert.setLong(2, block.number());
        upsert.setString(3, block.hash().toString());
        upsert.setString(4, String.join("\n", evidence.groups()));
        upsert.setLong(5, evidence.readAt().toEpochMilli());
        return upsert.executeUpdate();
      }
    });
  }

  @Override
  public Optional<Observed<BlockRef>> finalized() {
    return database.read(c -> {
      try (PreparedStatement select =
          c.prepareStatement("SELECT number, hash, groups, at FROM finalized WHERE chain=?")) {
        select.setLong(1, chain);
        try (ResultSet row = select.executeQuery()) {
          if (!row.next()) {
            return Optional.empty();
          }
          BlockRef block = new BlockRef(row.getLong(1), Bytes32.parse(row.getString(2)));
          return Optional.of(
              new Observed.Stale<>(block, evidence(block, row.getString(3), row.getLong(4))));
        }
      }
    });
  }

  @Override
  public void accountSeen(Address account, AccountView view) {
    database.writeSoon(c -> {
      try (PreparedStatement upsert =
          c.prepareStatement("INSERT OR REPLACE INTO account_views VALUES (?,?,?,?,?,?,?,?,?)")) {
        upsert.setLong(1, chain);
        upsert.setString(2, account.toString());
        upsert.setString(3, view.balance().toString());
        upsert.setLong(4, view.nonce());
        upsert.setLong(5, view.evidence().blockNumber());
        upsert.setString(6, view.evidence().blockHash().toString());
        upsert.setString(7, view.baseFee().map(Wei::toString).orElse("0"));
        upsert.setString(8, String.join("\n", view.evidence().groups()));
        upsert.setLong(9, view.evidence().readAt().toEpochMilli());
        return upsert.executeUpdate();
      }
    });
  }

  @Override
  public Optional<AccountView> account(Address account) {
    return database.read(c -> {
      try (PreparedStatement select =
          c.prepareStatement(
              "SELECT balance, nonce, block_number, block_hash, base_fee, groups, at"
                  + " FROM account_views WHERE chain=? AND address=?")) {
        select.setLong(1, chain);
        select.setString(2, account.toString());
        try (ResultSet row = select.executeQuery()) {
          return row.next() ? Optional.of(view(row)) : Optional.empty();
        }
      }
    });
  }

  private static AccountView view(ResultSet row) throws java.sql.SQLException {
    BlockRef block = new BlockRef(row.getLong(3), Bytes32.parse(row.getString(4)));
    BigInteger baseFee = new BigInteger(row.getString(5));
    return new AccountView(
        Wei.of(new BigInteger(row.getString(1))),
        row.getLong(2),
        baseFee.signum() == 0 ? Optional.empty() : Optional.of(Wei.of(baseFee)),
        evidence(block, row.getString(6), row.getLong(7)));
  }

  @Override
  public void blamed(EndpointId endpoint, Blame blame) {
    database.write(c -> {
      try (PreparedStatement insert =
              c.prepareStatement(
                  "INSERT INTO blames (chain, endpoint, code, detail, at) VALUES (?,?,?,?,?)");
          PreparedStatement trim =
              c.prepareStatement(
                  "DELETE FROM blames WHERE chain=?1 AND endpoint=?2 AND id NOT IN (SELECT id FROM"
                      + " blames WHERE chain=?1 AND endpoint=?2 ORDER BY id DESC LIMIT ?3)")) {
        insert.setLong(1, chain);
        insert.setString(2, endpoint.value());
        insert.setString(3, blame.code());
        insert.setString(4, blame.detail());
        insert.setLong(5, blame.at().toEpochMilli());
        insert.executeUpdate();
        trim.setLong(1, chain);
        trim.setString(2, endpoint.value());
        trim.setInt(3, BLAMES_KEPT);
        return trim.executeUpdate();
      }
    });
  }

  @Override
  public List<Blame> blames(EndpointId endpoint) {
    return database.read(c -> {
      List<Blame> list = new ArrayList<>();
      try (PreparedStatement select =
          c.prepareStatement(
              "SELECT code, detail, at FROM blames WHERE chain=? AND endpoint=?"
                  + " ORDER BY id DESC")) {
        select.setLong(1, chain);
        select.setString(2, endpoint.value());
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            list.add(
                new Blame(
                    rows.getString(1), rows.getString(2), Instant.ofEpochMilli(rows.getLong(3))));
          }
        }
      }
      return list;
    });
  }

  @Override
  public Set<EndpointId> toldSince(Address account, Instant since) {
    return database.read(c -> {
      Set<EndpointId> told = new HashSet<>();
      try (PreparedStatement select =
          c.prepareStatement(
              "SELECT endpoint FROM egress WHERE chain=? AND account=? AND last_at>=?")) {
        select.setLong(1, chain);
        select.setString(2, account.toString());
        select.setLong(3, since.toEpochMilli());
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            told.add(new EndpointId(rows.getString(1)));
          }
        }
      }
      return told;
    });
  }

  private static Evidence evidence(BlockRef block, String groups, long at) {
    return new Evidence(
        block.number(), block.hash(), List.of(groups.split("\n", -1)), Instant.ofEpochMilli(at));
  }
}

package io.belay.core.store;

import io.belay.base.WalletException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/// The networks that a person added.
public final class NetworkBook {
  private final Database database;
  private final InstantSource clock;

  /// The networks kept in a data file.
  public NetworkBook(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// All of them, in the order they were added.
  public List<NetworkRow> all() {
    return database.read(c ->
        Sql.list(
            c,
            "SELECT chain, name, short_name, symbol, decimals, block_millis, fee_market, testnet"
                + " FROM networks ORDER BY added_at, chain",
            row ->
                new NetworkRow(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    row.getLong(6),
                    row.getBoolean(7),
                    row.getBoolean(8))));
  }

  /// Adds a network together with its endpoints: both or neither.
  ///
  /// @throws WalletException `network-exists`
  public void add(NetworkRow network, List<EndpointRow> endpoints) {
    database.write(c -> {
      int added =
          Sql.change(
              c,
              "INSERT OR IGNORE INTO networks VALUES (?,?,?,?,?,?,?,?,?)",
              network.chain(),
              network.name(),
              network.shortName(),
              network.symbol(),
              network.decimals(),
              network.blockMillis(),
              network.feeMarket(),
              network.testnet(),
              clock.millis());
      if (added == 0) {
        throw new WalletException("network-exists", "this network is there already");
      }
      for (EndpointRow endpoint : endpoints) {
        EndpointBook.insert(c, endpoint);
      }
      return added;
    });
  }

  /// Removes a network with its endpoints and all choices about them. Its transactions stay.
  ///
  /// @throws WalletException `network-in-use` while a transaction of it is under way
  /// @return whether it was there
  public boolean remove(long chain) {
    return database.write(c -> {
      if (isInUse(c, chain)) {
        throw new WalletException(
            "network-in-use", "a transaction of this network is under way: it stays until then");
      }
      for (String table : List.of("endpoints", "endpoint_choices", "policies", "group_merges")) {
        Sql.change(c, "DELETE FROM " + table + " WHERE chain=?", chain);
      }
      return Sql.change(c, "DELETE FROM networks WHERE chain=?", chain) > 0;
    });
  }

  /// Whether a transaction of a network is under way.
  public boolean isInUse(long chain) {
    return database.read(c -> isInUse(c, chain));
  }

  private static boolean isInUse(Connection c, long chain) throws SQLException {
    return !Sql.list(
            c,
            "SELECT 1 FROM transactions WHERE chain=? AND state NOT IN"
                + " ('final', 'replaced', 'rejected')",
            row -> 1,
            chain)
        .isEmpty();
  }
}

package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/// Hands out nonces: the lowest at or above the account's nonce on the chain that neither a live
/// transaction of the journal nor another plan holds. A lease is a row taken in one immediate
/// transaction, so that a window and any number of commands never get the same one.
public final class NonceBook {
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final Database database;
  private final long chain;
  private final InstantSource clock;

  /// The book of one chain.
  public NonceBook(Database database, ChainId chainId, InstantSource clock) {
    this.database = database;
    this.chain = chainId.value();
    this.clock = clock;
  }

  /// Takes a nonce.
  ///
  /// @param onChain the account's nonce on the chain
  /// @param wanted the user's own choice
  /// @throws WalletException `nonce-used` where the wanted one is mined, journalled or leased
  public NonceLease lease(Address account, long onChain, OptionalLong wanted) {
    return database.write(c -> {
      forgetDead(c);
      Set<Long> taken = taken(c, chain, account);
      long nonce = wanted.orElse(onChain);
      if (wanted.isPresent() && (nonce < onChain || taken.contains(nonce))) {
        throw new WalletException("nonce-used", "this nonce is taken");
      }
      while (taken.contains(nonce)) {
        nonce++;
      }
      return insert(c, account, nonce);
    });
  }

  /// Gives a nonce back.
  public void release(NonceLease lease) {
    database.write(c -> {
      try (PreparedStatement delete = c.prepareStatement("DELETE FROM leases WHERE id=?")) {
        delete.setLong(1, lease.id());
        return delete.executeUpdate();
      }
    });
  }

  private NonceLease insert(Connection c, Address account, long nonce) throws SQLException {
    // a random id: SQLite's own would be used again, and giving back a lease that ran out would
    // free somebody else's
    try (PreparedStatement insert =
        c.prepareStatement(
            "INSERT INTO leases (id, chain, address, nonce, pid, expires)"
                + " VALUES (random(),?,?,?,?,?) RETURNING id")) {
      insert.setLong(1, chain);
      insert.setString(2, account.toString());
      insert.setLong(3, nonce);
      insert.setLong(4, ProcessHandle.current().pid());
      insert.setLong(5, clock.instant().plus(LEASE).toEpochMilli());
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return new NonceLease(row.getLong(1), ChainId.of(chain), account, nonce);
      }
    }
  }

  /// Nonces that a live transaction of the journal or a lease holds.
  static Set<Long> taken(Connection c, long chain, Address account) throws SQLException {
    Set<Long> taken = new HashSet<>();
    try (PreparedStatement select =
        c.prepareStatement(
            "SELECT nonce FROM transactions WHERE chain=?1 AND sender=?2 AND state NOT IN"
                + " ('rejected', 'replaced') UNION SELECT nonce FROM leases WHERE chain=?1 AND"
                + " address=?2")) {
      select.setLong(1, chain);
      select.setString(2, account.toString());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          taken.add(rows.getLong(1));
        }
      }
    }
    return taken;
  }

  /// Leases of processes that ended, or that ran out.
  private void forgetDead(Connection c) throws SQLException {
    Set<Long> dead = new HashSet<>();
    try (PreparedStatement select = c.prepareStatement("SELECT id, pid, expires FROM leases");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        boolean alive =
            ProcessHandle.of(rows.getLong(2)).filter(ProcessHandle::isAlive).isPresent();
        if (!alive || rows.getLong(3) < clock.millis()) {
          dead.add(rows.getLong(1));
        }
      }
    }
    try (PreparedStatement delete = c.prepareStatement("DELETE FROM leases WHERE id=?")) {
      for (long id : dead) {
        delete.setLong(1, id);
        delete.executeUpdate();
      }
    }
  }
}

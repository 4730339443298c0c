package io.belay.core.rpc;

import io.belay.base.WalletException;
import io.belay.core.store.Database;
import java.net.InetAddress;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last good addresses on disk. After a month they are no longer used: by then whoever moved is
/// gone for good, and an address may be somebody else's.
public final class StoredAddresses implements GoodAddresses {
  private static final Logger LOG = LoggerFactory.getLogger(StoredAddresses.class);
  private static final Duration KEPT = Duration.ofDays(30);

  private final Database database;
  private final InstantSource clock;

  /// Addresses in a data file.
  public StoredAddresses(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public List<InetAddress> of(String name) {
    try {
      return database.read(c -> {
        try (PreparedStatement select =
            c.prepareStatement("SELECT addresses FROM good_addresses WHERE name=? AND at>?")) {
          select.setString(1, name);
          select.setLong(2, clock.instant().minus(KEPT).toEpochMilli());
          try (ResultSet row = select.executeQuery()) {
            return row.next() ? parse(row.getString(1)) : List.of();
          }
        }
      });
    } catch (WalletException | CancellationException e) {
      LOG.debug("no remembered address can be read", e);
      return List.of();
    }
  }

  /// Literals only: nothing is looked up for a line that is none.
  private static List<InetAddress> parse(String line) {
    List<InetAddress> addresses = new ArrayList<>();
    for (String literal : line.split(" ", -1)) {
      try {
        addresses.add(InetAddress.ofLiteral(literal));
      } catch (IllegalArgumentException e) {
        LOG.debug("a remembered address is none", e);
      }
    }
    return List.copyOf(addresses);
  }

  @Override
  public void found(String name, List<InetAddress> addresses) {
    String line =
        addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(" "));
    database.writeSoon(c -> {
      try (PreparedStatement upsert =
          c.prepareStatement(
              "INSERT INTO good_addresses (name, addresses, at) VALUES (?,?,?)"
                  + " ON CONFLICT (name) DO UPDATE SET addresses=excluded.addresses,"
                  + " at=excluded.at")) {
        upsert.setString(1, name);
        upsert.setString(2, line);
        upsert.setLong(3, clock.millis());
        return upsert.executeUpdate();
      }
    });
  }
}

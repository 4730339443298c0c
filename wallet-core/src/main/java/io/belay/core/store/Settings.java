package io.belay.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// The user's choices in a data directory, by name; every process sees the latest.
public final class Settings {
  private final Database database;

  /// The settings kept in a data file.
  public Settings(Database database) {
    this.database = database;
  }

  /// A choice, if it was made.
  public Optional<String> get(String key) {
    return database.read(c -> {
      try (PreparedStatement select =
          c.prepareStatement("SELECT value FROM settings WHERE key=?")) {
        select.setString(1, key);
        try (ResultSet row = select.executeQuery()) {
          return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
      }
    });
  }

  /// Makes a choice; it is on disk when this returns.
  public void set(String key, String value) {
    database.write(c -> upsert(c, key, value));
  }

  /// As above, but returns at once: for what may be lost where the power goes.
  public void setSoon(String key, String value) {
    database.writeSoon(c -> upsert(c, key, value));
  }

  private static int upsert(Connection c, String key, String value) throws SQLException {
    try (PreparedStatement upsert =
        c.prepareStatement(
            "INSERT INTO settings VALUES (?,?) ON CONFLICT (key) DO UPDATE SET"
                + " value=excluded.value")) {
      upsert.setString(1, key);
      upsert.setString(2, value);
      return upsert.executeUpdate();
    }
  }
}

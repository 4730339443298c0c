package io.belay.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Statements with their arguments, in one line each. Flags are kept as 0 and 1.
final class Sql {
  private Sql() {}

  /// Reads one row.
  interface Row<T> {
    /// Makes a value of the row that is current.
    T read(ResultSet row) throws SQLException;
  }

  /// Runs a statement that changes something.
  ///
  /// @return how many rows it changed
  static int change(Connection c, String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = c.prepareStatement(sql)) {
      bind(statement, arguments);
      return statement.executeUpdate();
    }
  }

  /// All rows of a query.
  static <T> List<T> list(Connection c, String sql, Row<T> row, Object... arguments)
      throws SQLException {
    List<T> list = new ArrayList<>();
    try (PreparedStatement statement = c.prepareStatement(sql)) {
      bind(statement, arguments);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          list.add(row.read(rows));
        }
      }
    }
    return List.copyOf(list);
  }

  private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case Boolean flag -> statement.setInt(i + 1, flag ? 1 : 0);
        case Number number -> statement.setLong(i + 1, number.longValue());
        case Object text -> statement.setString(i + 1, text.toString());
      }
    }
  }
}

package io.belay.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Data files as earlier versions wrote them: made by their own scripts, which never change.
final class OldFile {
  private OldFile() {}

  /// The scripts up to a version.
  static List<String> scripts(int version) {
    return Schema.scripts().subList(0, version);
  }

  /// A file of a version with an account, a setting, and so many transactions, each with an
  /// attempt.
  static void make(Path file, int version, int transactions) {
    try (Database database = Database.open(file, scripts(version))) {
      database.write(c -> {
        run(
            c,
            "INSERT INTO accounts (vault, address, name, path, kind, created_at) VALUES ('v', '0x01',"
                + " 'Rope', '', 'watched', 7)",
            "INSERT INTO settings VALUES ('network', '1')");
        try (PreparedStatement tx =
                c.prepareStatement(
                    "INSERT INTO transactions (hash, chain, intent, sender, nonce, preimage, raw,"
                        + " created_at, state, evidence, next_send) VALUES (?, 7, ?, '0x01', ?,"
                        + " x'02', x'0203', 1000, 'seen', 'agreed', 2000)");
            PreparedStatement attempt =
                c.prepareStatement(
                    "INSERT INTO attempts (hash, endpoint, grp, outcome, kind, millis, at, seen)"
                        + " VALUES (?, 'node-1', 'alpine', 'accepted', 'accepted', 12, 5, 1)")) {
          for (int i = 0; i < transactions; i++) {
            tx.setString(1, "0x" + i);
            tx.setString(2, "intent-" + i);
            tx.setInt(3, i);
            tx.executeUpdate();
            attempt.setString(1, "0x" + i);
            attempt.executeUpdate();
          }
        }
        return 0;
      });
    }
  }

  /// Opens a file as it lies there and checks that all of [#make] is in it.
  ///
  /// @return the schema's version
  static int mustBeWhole(Path file, int transactions) throws SQLException {
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      assertThat(rows(c, "PRAGMA integrity_check")).containsExactly("ok");
      assertThat(rows(c, "PRAGMA foreign_key_check")).isEmpty();
      assertThat(rows(c, "SELECT address || name FROM accounts")).containsExactly("0x01Rope");
      assertThat(rows(c, "SELECT value FROM settings WHERE key='network'")).containsExactly("1");
      assertThat(
              rows(
                  c,
                  "SELECT count(*) FROM transactions JOIN attempts USING (hash) WHERE raw=x'0203'"
                      + " AND intent='intent-' || nonce AND next_send=2000 AND outcome='accepted'"))
          .containsExactly(Integer.toString(transactions));
      return Integer.parseInt(rows(c, "PRAGMA user_version").getFirst());
    }
  }

  static List<String> rows(Connection c, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = c.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  static void run(Connection c, String... statements) throws SQLException {
    try (Statement statement = c.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }
}

package io.belay.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  @TempDir Path directory;
  private Database database;

  @BeforeEach
  void open() {
    database = Schema.open(directory);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static int run(Connection c, String sql) throws SQLException {
    try (Statement statement = c.createStatement()) {
      statement.execute(sql);
      return 0;
    }
  }

  /// SQLite rolls back by itself then: that there is nothing left to roll back must not hide why.
  @Test
  void aFullDiskIsToldAsThatAndNothingOfTheWriteStays() {
    Settings settings = new Settings(database);
    // as many pages as there are
    database.read(c -> run(c, "PRAGMA max_page_count=1"));

    assertThatThrownBy(() ->
            database.write(c -> {
              run(c, "INSERT INTO settings VALUES ('small', 'x')");
              return run(c, "INSERT INTO settings VALUES ('large', hex(zeroblob(100000)))");
            }))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo("disk-full");

    assertThat(settings.get("small")).isEmpty();
    database.read(c -> run(c, "PRAGMA max_page_count=100000"));
    settings.set("small", "y");
    assertThat(settings.get("small")).contains("y");
  }
}

package io.belay.core.store;

import io.belay.base.WalletException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;

/// The data file's schema, one script a version; a script that was released never changes.
public final class Schema {
  private static final List<String> SCRIPTS =
      List.of(
          "001.sql", "002.sql", "003.sql", "004.sql", "005.sql", "006.sql", "007.sql", "008.sql");

  private Schema() {}

  /// Opens `belay.db` in a data directory with the present schema. Where an older Belay wrote it, a
  /// copy of what it wrote stays beside it.
  ///
  /// @throws WalletException `data-newer`, `disk-full`, `store-failed`
  public static Database open(Path dataDirectory) {
    Path file = dataDirectory.resolve("belay.db");
    return Database.open(file, scripts(), new OldCopies(file)::keep);
  }

  /// Puts a copy that [Database#snapshot] made in the place of what an open data file holds, which
  /// must be nothing yet. Whoever has the file open, in any process, sees all of it or nothing.
  ///
  /// @param database of this directory, from [#open]
  /// @throws WalletException `data-exists` where accounts or transactions are there, `data-newer`,
  ///   `restore-failed`, `disk-full`
  public static void restore(Database database, Path dataDirectory, byte[] snapshot) {
    if (!isEmpty(database)) {
      throw new WalletException(
          "data-exists", "this data directory has accounts already: restore into an empty one");
    }
    Path next = dataDirectory.resolve("belay.db.restored");
    try {
      discard(next);
      Database.prepare(next);
      Files.write(next, snapshot);
      Database.open(next, scripts()).close(); // its schema is known and its pages are whole
      database.takeOver(next);
    } catch (IOException e) {
      throw new WalletException("restore-failed", "the data file could not be put in place", e);
    } finally {
      discard(next);
    }
  }

  private static void discard(Path copy) {
    try {
      for (String rest : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(Path.of(copy + rest));
      }
    } catch (IOException e) {
      throw new WalletException("restore-failed", "a copy of the data file was left behind", e);
    }
  }

  private static boolean isEmpty(Database database) {
    return database.read(c -> {
      try (Statement statement = c.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT (SELECT count(*) FROM accounts) + (SELECT count(*) FROM transactions)")) {
        return rows.next() && rows.getLong(1) == 0;
      }
    });
  }

  static List<String> scripts() {
    return SCRIPTS.stream().map(Schema::script).toList();
  }

  private static String script(String name) {
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

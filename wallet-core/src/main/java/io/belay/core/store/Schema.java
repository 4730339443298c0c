package io.belay.core.store;

import io.belay.base.WalletException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;

/// The data file's schema, one script a version; a script that was released never changes.
public final class Schema {
  private static final List<String> SCRIPTS = List.of("001.sql", "002.sql", "003.sql");

  private Schema() {}

  /// Opens `belay.db` in a data directory with the present schema.
  public static Database open(Path dataDirectory) {
    return Database.open(dataDirectory.resolve("belay.db"), scripts());
  }

  /// Puts a copy that [Database#snapshot] made in the place of a data file that holds nothing yet.
  ///
  /// @throws WalletException `data-exists` where accounts or transactions are there, `data-newer`,
  ///   `restore-failed`
  public static void restore(Path dataDirectory, byte[] snapshot) {
    try (Database present = open(dataDirectory)) {
      if (!isEmpty(present)) {
        throw new WalletException(
            "data-exists", "this data directory has accounts already: restore into an empty one");
      }
    }
    Path file = dataDirectory.resolve("belay.db");
    Path next = dataDirectory.resolve("belay.db.restored");
    try {
      Files.deleteIfExists(next);
      Database.prepare(next);
      Files.write(next, snapshot);
      Database.open(next, scripts()).close(); // its schema is known and its pages are whole
      for (String rest : List.of("-wal", "-shm")) {
        Files.deleteIfExists(Path.of(next + rest));
        Files.deleteIfExists(Path.of(file + rest));
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WalletException("restore-failed", "the data file could not be put in place", e);
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

  private static List<String> scripts() {
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

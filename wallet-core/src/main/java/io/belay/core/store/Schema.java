package io.belay.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The data file's schema, one script a version; a script that was released never changes.
public final class Schema {
  private static final List<String> SCRIPTS = List.of("001.sql", "002.sql");

  private Schema() {}

  /// Opens `belay.db` in a data directory with the present schema.
  public static Database open(Path dataDirectory) {
    return Database.open(
        dataDirectory.resolve("belay.db"), SCRIPTS.stream().map(Schema::script).toList());
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

package io.belay.app.fake;

import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Data files for fakes that nobody closes; they go when the tests have ended.
final class Scratch {
  private Scratch() {}

  static Database database() {
    try {
      Path folder = Files.createTempDirectory("belay-fake");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return Schema.open(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

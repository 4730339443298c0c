package io.belay.keystore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Third-party vectors, read where they lie; a test without them is skipped with a printed line.
public final class Vectors {
  private Vectors() {}

  /// One JSON file, unpacked if its name ends in `.gz`.
  public static JsonNode read(String name) {
    return JsonMapper.shared().readTree(bytes(name));
  }

  /// One file of any content, unpacked if its name ends in `.gz`.
  public static byte[] bytes(String name) {
    Path file = Path.of(System.getProperty("belay.vectors", "absent")).resolve(name);
    if (!Files.exists(file)) {
      System.out.println("skipped: no vectors at " + file);
      Assumptions.abort("no vectors at " + file);
    }
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Prints how many cases a test went through.
  public static void count(String what, int cases) {
    System.out.println("counted: " + cases + " " + what);
  }
}

package io.belay.app.cli;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;
import java.util.Optional;

/// Where the data directory is.
public final class Places {
  private Places() {}

  /// The one asked for, else `BELAY_DATA_DIR`, else where the operating system keeps such data.
  public static Path dataDirectory(Optional<Path> asked) {
    return asked
        .or(() ->
            Optional.ofNullable(System.getenv("BELAY_DATA_DIR"))
                .filter(text -> !text.isBlank())
                .map(Path::of))
        .orElseGet(() -> Path.of(ProjectDirectories.from("io", "belay", "Belay").dataDir));
  }
}

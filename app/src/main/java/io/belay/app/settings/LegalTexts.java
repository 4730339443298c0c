package io.belay.app.settings;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the texts of licences lie that came with the program.
final class LegalTexts {
  private LegalTexts() {}

  /// Beside the program as it was started; nothing where it was not installed.
  static Optional<Path> folder() {
    try {
      CodeSource source = LegalTexts.class.getProtectionDomain().getCodeSource();
      return source == null ? Optional.empty() : beside(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// Packages have it beside the jars, a build beside their folder.
  static Optional<Path> beside(Path jar) {
    return Stream.of("legal", "../legal")
        .map(place -> jar.resolveSibling(place).normalize())
        .filter(place -> Files.isDirectory(place.resolve("licences")))
        .findFirst();
  }
}

package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopLevelTest {
  /// A data directory or a build's leftover that slips in is seen here.
  @Test
  void theTopLevelHoldsTheProjectAndNothingElse() throws IOException {
    try (Stream<Path> entries = Files.list(Path.of(".."))) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .filteredOn(name -> !name.startsWith(".") && !name.equals("target"))
          .containsExactlyInAnyOrder(
              "pom.xml", "README.md", "app", "wallet-core", "keystore", "packaging", "icons");
    }
  }
}

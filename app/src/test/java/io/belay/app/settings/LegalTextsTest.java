package io.belay.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegalTextsTest {
  @TempDir Path directory;

  @Test
  void theTextsLieBesideTheJarsOrBesideTheirFolder() throws IOException {
    Path jar = directory.resolve("lib/app.jar");
    assertThat(LegalTexts.beside(jar)).isEmpty();
    Path built = Files.createDirectories(directory.resolve("legal/licences"));
    assertThat(LegalTexts.beside(jar)).contains(built.getParent());
    Path installed = Files.createDirectories(directory.resolve("lib/legal/licences"));
    assertThat(LegalTexts.beside(jar)).contains(installed.getParent());
  }
}

package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkBoxTest {
  @TempDir Path directory;

  @Test
  void theLastLinkIsTakenOnce() {
    LinkBox box = new LinkBox(directory);
    assertThat(box.take()).isEmpty();
    box.put("ethereum:one");
    box.put("ethereum:two");
    assertThat(box.take()).contains("ethereum:two");
    assertThat(box.take()).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aLinkWithoutEndStaysTooLongToBeRead() {
    LinkBox box = new LinkBox(directory);
    box.put("ethereum:" + "é".repeat(1_000_000));
    assertThat(box.take().orElseThrow()).hasSize(1001);
  }

  @Test
  void nobodyElseMayWriteIt() throws IOException {
    new LinkBox(directory).put("ethereum:one");
    try (Stream<Path> files = Files.list(directory)) {
      Path link = files.findFirst().orElseThrow();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(link)))
          .isEqualTo("rw-------");
    }
  }
}

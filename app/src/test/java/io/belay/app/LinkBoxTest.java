package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import io.belay.core.money.PaymentUri;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkBoxTest {
  private static final String TO = "ethereum:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed?gas=";

  @TempDir Path directory;

  @SuppressWarnings("NullAway.Init") // made before each test
  private LinkBox box;

  @BeforeEach
  void make() {
    box = new LinkBox(directory);
  }

  private Path file() {
    return directory.resolve("window.link");
  }

  @Test
  void theLastLinkIsTakenOnce() {
    assertThat(box.take()).isEmpty();
    box.put("ethereum:one");
    box.put("ethereum:two");
    assertThat(box.take()).contains("ethereum:two");
    assertThat(box.take()).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aLinkThatIsTooLongStaysOne() {
    String longest = TO + "é".repeat(PaymentUri.MOST - TO.length());
    box.put(longest);
    assertThat(box.take()).contains(longest);
    assertThat(PaymentUri.parse(longest)).isPresent();
    box.put(longest + "é".repeat(1_000_000));
    assertThat(PaymentUri.parse(box.take().orElseThrow())).isEmpty();
  }

  /// It could not be written, and left a file behind.
  @Test
  void theCutMayFallIntoACharacter() {
    String half = "e".repeat(PaymentUri.MOST);
    box.put(half + "🧗");
    assertThat(box.take()).contains(half + "?");
    assertThat(directory).isEmptyDirectory();
  }

  /// It lay there for ever, and no window came any more.
  @Test
  void whatIsNoLinkIsRemovedToo() throws IOException {
    Files.write(file(), new byte[100_000]);
    assertThatThrownBy(box::take)
        .isInstanceOfSatisfying(
            WalletException.class, e -> assertThat(e.code()).isEqualTo("input-too-long"));
    assertThat(box.take()).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void whatCannotBeHandedOverLeavesNothing() throws IOException {
    Files.createDirectories(file().resolve("full"));
    assertThatThrownBy(() -> box.put("ethereum:one")).isInstanceOf(WalletException.class);
    assertThat(directory).isDirectoryNotContaining(path -> Files.isRegularFile(path));
  }

  @Test
  void anOldLinkIsForgottenAndOneThatStaysStopsNobody() throws IOException {
    box.put("ethereum:one");
    box.clear();
    assertThat(box.take()).isEmpty();
    box.clear();
    Files.createDirectories(file().resolve("full"));
    assertThatCode(box::clear).doesNotThrowAnyException();
  }

  @Test
  void nobodyElseMayWriteIt() throws IOException {
    box.put("ethereum:one");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }
}

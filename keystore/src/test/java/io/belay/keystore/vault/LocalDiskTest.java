package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDiskTest {
  @TempDir Path temp;

  private final LocalDisk disk = new LocalDisk();

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void directoriesAreForTheOwnerHoweverTheyWere() throws IOException {
    Path deep = temp.resolve("a/b");
    disk.createDirectory(deep);
    assertThat(permissions(deep)).isEqualTo("rwx------");
    Files.setPosixFilePermissions(deep, PosixFilePermissions.fromString("rwxr-x---"));
    disk.createDirectory(deep);
    assertThat(permissions(deep)).isEqualTo("rwx------");
  }

  @Test
  void aLinkInAFilesPlaceIsReplaced() throws IOException {
    Path other = Files.writeString(temp.resolve("other"), "mine");
    Path file = Files.createSymbolicLink(temp.resolve("f"), other);
    disk.write(file, new byte[] {1, 2, 3});
    assertThat(other).hasContent("mine");
    assertThat(Files.isSymbolicLink(file)).isFalse();
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(disk.read(file, 9)).containsExactly(1, 2, 3);
  }

  @Test
  void readsOneByteBeyondTheLimitAndNoMore() throws IOException {
    Path file = temp.resolve("f");
    disk.write(file, new byte[10]);
    assertThat(disk.read(file, 5)).hasSize(6);
    assertThat(disk.read(file, 10)).hasSize(10);
  }

  @Test
  void namesAreSortedAndNoneWhereNothingIs() throws IOException {
    assertThat(disk.names(temp.resolve("none"))).isEmpty();
    disk.write(temp.resolve("b"), new byte[1]);
    disk.write(temp.resolve("a"), new byte[1]);
    assertThat(disk.names(temp)).containsExactly("a", "b");
  }

  @Test
  void aDanglingLinkIsThere() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), temp.resolve("nowhere"));
    assertThat(disk.exists(link)).isTrue();
    assertThat(disk.exists(temp.resolve("nowhere"))).isFalse();
  }

  @Test
  void renamesOverWhatWasThereAndDeletes() throws IOException {
    Path from = temp.resolve("from");
    Path to = temp.resolve("to");
    disk.write(from, new byte[] {1});
    disk.write(to, new byte[] {2});
    disk.rename(from, to);
    assertThat(disk.read(to, 9)).containsExactly(1);
    assertThat(disk.exists(from)).isFalse();
    disk.delete(to);
    disk.delete(to);
    assertThat(disk.exists(to)).isFalse();
  }

  @Test
  void forcingWhatIsNotThereFails() {
    Path none = temp.resolve("none");
    assertThatThrownBy(() -> disk.force(none)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> disk.forceDirectory(none)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void theLockIsHeldOnceUntilClosed() throws IOException {
    Path file = temp.resolve("lock");
    try (Disk.Held _ = disk.tryLock(file).orElseThrow()) {
      assertThat(disk.tryLock(file)).isEmpty();
      assertThat(new LocalDisk().tryLock(file)).isEmpty();
    }
    disk.tryLock(file).orElseThrow().close();
    assertThat(permissions(file)).isEqualTo("rw-------");
  }
}

package io.belay.keystore.v3;

import io.belay.base.WalletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.function.Consumer;

/// A file that must not be there before, for the owner only (on Windows the user's profile protects
/// it): written beside its place, forced, read back and checked, then moved there in one step.
final class NewFile {
  private final Path file;
  private final Path directory;

  private NewFile(Path file) {
    this.file = file.toAbsolutePath();
    this.directory = this.file.resolveSibling("");
  }

  /// @throws WalletException `file-exists`
  static void refuseExisting(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw exists();
    }
  }

  /// @param check refuses bytes that are not what they should be
  /// @throws WalletException `file-exists`, `disk-full`, `keystore-write-failed`, `cancelled`; then
  ///   nothing is left
  static void write(Path file, byte[] bytes, Consumer<byte[]> check) {
    try {
      new NewFile(file).write(bytes, check);
    } catch (FileAlreadyExistsException e) {
      throw exists();
    } catch (ClosedByInterruptException e) {
      throw new WalletException("cancelled", "cancelled", e);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void write(byte[] bytes, Consumer<byte[]> check) throws IOException {
    Path temp = Files.createTempFile(directory, ".keystore", ".tmp", ownerOnly());
    try {
      fill(temp, bytes);
      byte[] written = Files.readAllBytes(temp);
      if (!Arrays.equals(written, bytes)) {
        throw failed("the disk gave back other bytes");
      }
      check.accept(written);
      // takes the name: the move would replace what another program put there meanwhile
      Files.createFile(file, ownerOnly());
      publish(temp);
    } finally {
      Files.deleteIfExists(temp);
    }
  }

  private void publish(Path temp) throws IOException {
    boolean whole = false;
    try {
      Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceDirectory();
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void fill(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  private void forceDirectory() throws IOException {
    if (isPosix()) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private boolean isPosix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private FileAttribute<?>[] ownerOnly() {
    if (!isPosix()) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }

  private static WalletException exists() {
    return new WalletException("file-exists", "a file of that name is there already");
  }

  static WalletException failed(String why) {
    return new WalletException("keystore-write-failed", why);
  }

  private static WalletException failure(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("No space left") || message.contains("quota exceeded")) {
      return new WalletException("disk-full", "the disk is full; the keystore was not saved", e);
    }
    return new WalletException("keystore-write-failed", "the keystore could not be saved", e);
  }
}

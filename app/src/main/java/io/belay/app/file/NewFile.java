package io.belay.app.file;

import io.belay.base.WalletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// New files that only their owner can read; one that is there is never overwritten.
public final class NewFile {
  private NewFile() {}

  /// Refuses a name that is taken.
  ///
  /// @throws WalletException `file-exists`
  public static void refuseExisting(Path file) {
    if (Files.exists(file)) {
      throw new WalletException("file-exists", "the file is there already: nothing was written");
    }
  }

  /// Makes it.
  ///
  /// @throws WalletException `file-exists`
  public static SeekableByteChannel open(Path file) throws IOException {
    FileAttribute<?>[] mode =
        file.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      return Files.newByteChannel(
          file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode);
    } catch (FileAlreadyExistsException e) {
      throw new WalletException("file-exists", "the file is there already: nothing was written", e);
    }
  }

  /// Makes it with these bytes, all of them or none: whoever looks never finds a part of it.
  ///
  /// @throws WalletException `file-exists`, `file-not-written`
  public static void whole(Path file, byte[] bytes) {
    refuseExisting(file);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    write(part, bytes);
    try {
      publish(part, file);
    } catch (IOException e) {
      throw new WalletException("file-not-written", "the file cannot be written", e);
    }
  }

  // a link is made or refused in one step; where a file system has none, moving comes close
  private static void publish(Path part, Path file) throws IOException {
    try {
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException e) {
      throw new WalletException("file-exists", "the file is there already: nothing was written", e);
    } catch (UnsupportedOperationException | FileSystemException e) {
      refuseExisting(file);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// Makes it with these bytes, on disk when this returns.
  ///
  /// @throws WalletException `file-exists`, `file-not-written`
  public static void write(Path file, byte[] bytes) {
    try (SeekableByteChannel channel = open(file)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      if (channel instanceof FileChannel disk) {
        disk.force(true);
      }
    } catch (IOException e) {
      throw new WalletException("file-not-written", "the file cannot be written", e);
    }
  }
}

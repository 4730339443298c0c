package io.belay.keystore.vault;

import io.belay.base.WindowThread;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The real file system. Where it knows no POSIX permissions (Windows), the user's profile protects
/// the files, and directories cannot be forced.
final class LocalDisk implements Disk {
  private final Map<Path, FileChannel> channels = new HashMap<>();

  @Override
  public void createDirectory(Path directory) throws IOException {
    WindowThread.mustNotWait("the vault folder");
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, attributes(directory, "rwx------"));
    } else if (isPosix(directory)) {
      Set<PosixFilePermission> wanted = PosixFilePermissions.fromString("rwx------");
      if (!Files.getPosixFilePermissions(directory).equals(wanted)) {
        Files.setPosixFilePermissions(directory, wanted);
      }
    }
  }

  @Override
  public List<String> names(Path directory) throws IOException {
    WindowThread.mustNotWait("the vault folder");
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public boolean exists(Path file) {
    WindowThread.mustNotWait("the vault folder");
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public byte[] read(Path file, int limit) throws IOException {
    WindowThread.mustNotWait("the vault folder");
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(limit + 1);
    }
  }

  @Override
  public void write(Path file, byte[] bytes) throws IOException {
    WindowThread.mustNotWait("the vault folder");
    Files.deleteIfExists(file);
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            attributes(file, "rw-------"))) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    }
  }

  @Override
  public void force(Path file) throws IOException {
    WindowThread.mustNotWait("the vault folder");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    WindowThread.mustNotWait("the vault folder");
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    WindowThread.mustNotWait("the vault folder");
    if (isPosix(directory)) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  @Override
  public void delete(Path file) throws IOException {
    WindowThread.mustNotWait("the vault folder");
    Files.deleteIfExists(file);
  }

  @Override
  public Optional<Held> tryLock(Path file) throws IOException {
    WindowThread.mustNotWait("the vault folder");
    try {
      FileLock lock = channel(file).tryLock();
      return lock == null ? Optional.empty() : Optional.of(lock::release);
    } catch (OverlappingFileLockException e) {
      return Optional.empty(); // another thread of this process holds it
    }
  }

  // POSIX drops a process's lock when any of its descriptors of the file closes, so this one stays
  private synchronized FileChannel channel(Path file) throws IOException {
    FileChannel open = channels.get(file);
    if (open == null || !open.isOpen()) {
      open =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              attributes(file, "rw-------"));
      channels.put(file, open);
    }
    return open;
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] attributes(Path path, String permissions) {
    if (!isPosix(path)) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }
}

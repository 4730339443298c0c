package io.belay.keystore.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Every touch of the file system, one step a method, so that a test can make any step fail.
interface Disk {
  /// A lock that is held until closed.
  interface Held extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  /// Makes the directory, or tightens it, to 0700.
  void createDirectory(Path directory) throws IOException;

  /// File names in the directory, sorted; none if it is not there.
  List<String> names(Path directory) throws IOException;

  boolean exists(Path file);

  /// The whole file, but at most `limit` and one more byte.
  byte[] read(Path file, int limit) throws IOException;

  /// Makes a new file, 0600; whatever had that name is deleted, never followed.
  void write(Path file, byte[] bytes) throws IOException;

  /// Waits until the file's bytes are on the medium.
  void force(Path file) throws IOException;

  /// Renames in one step, over what was there.
  void rename(Path from, Path to) throws IOException;

  /// Waits until the directory's entries are on the medium.
  void forceDirectory(Path directory) throws IOException;

  void delete(Path file) throws IOException;

  /// Takes the lock if nobody, in this process or another, holds it.
  Optional<Held> tryLock(Path file) throws IOException;
}

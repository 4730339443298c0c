package io.belay.core.store;

import io.belay.base.WalletException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies of a data file as an older Belay wrote it, kept beside it (`belay.db.schema-7`, mode
/// 0600) before a newer one changes its schema: the way back for a person who wants the older one
/// again.
final class OldCopies {
  private static final int KEPT = 2;
  private static final String MARK = ".schema-";

  // for the pages that the change itself writes
  private static final long SPARE = 4L * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(OldCopies.class);

  private final Path file;
  private final ToLongFunction<Path> free;

  /// @param file the data file
  OldCopies(Path file) {
    this(file, OldCopies::free);
  }

  /// @param free how many bytes can still be written in a folder
  OldCopies(Path file, ToLongFunction<Path> free) {
    this.file = file;
    this.free = free;
  }

  /// Keeps a copy of the file as it was committed last; what others wrote before is in it. The
  /// caller holds the file's write lock, so that nothing comes between the copy and the change.
  ///
  /// @param version of its schema
  /// @throws WalletException `disk-full` before anything is written
  void keep(int version) throws SQLException {
    Path copy = Path.of(file + MARK + version);
    Path half = Path.of(copy + ".half");
    try {
      long size = Files.size(file) + sizeOf(Path.of(file + "-wal"));
      // once for the copy and once for a file that is rewritten from end to end
      if (free.applyAsLong(folder()) < 2 * size + SPARE) {
        throw new WalletException(
            "disk-full", "no room for a copy of the data before it is brought up to date");
      }
      // a connection of its own: within a transaction SQLite makes no copy
      try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + file)) {
        Database.copy(reader, half);
      }
      force(half);
      Files.move(half, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(folder());
      prune();
    } catch (IOException e) {
      throw new WalletException("store-failed", "no copy of the data could be kept", e);
    }
  }

  /// Leaves the copies of the last versions and removes older ones. What cannot be removed only
  /// takes room.
  private void prune() {
    try (Stream<Path> beside = Files.list(folder())) {
      List<Path> oldest =
          beside.filter(this::isCopy).sorted(Comparator.comparingInt(this::version)).toList();
      for (Path copy : oldest.subList(0, Math.max(0, oldest.size() - KEPT))) {
        Files.delete(copy);
      }
    } catch (IOException e) {
      LOG.debug("an old copy of the data was left", e);
    }
  }

  private boolean isCopy(Path path) {
    return version(path) > 0;
  }

  private int version(Path path) {
    Matcher matcher =
        Pattern.compile(Pattern.quote(file.getFileName() + MARK) + "([0-9]{1,6})")
            .matcher(String.valueOf(path.getFileName()));
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private Path folder() {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  private static long sizeOf(Path path) throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }

  private static long free(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      LOG.debug("free space is unknown", e);
      return Long.MAX_VALUE; // the copy itself will tell
    }
  }

  /// A folder can be forced to disk where the system lets it be opened.
  private static void force(Path path) throws IOException {
    boolean folder = Files.isDirectory(path);
    if (folder && !path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}

package io.belay.core.store;

import io.belay.base.WalletException;
import io.belay.base.WindowThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// One SQLite file, shared by any number of processes: WAL, every commit forced to disk, one
/// platform thread per process for all statements, so that an interrupted caller never cuts a write
/// in two.
public final class Database implements AutoCloseable {
  private static final int BUSY_MILLIS = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final Connection connection;
  private final ExecutorService worker;

  private Database(Connection connection, ExecutorService worker) {
    this.connection = connection;
    this.worker = worker;
  }

  /// Work on an open connection.
  public interface Work<T> {
    /// Runs statements.
    T run(Connection connection) throws SQLException;
  }

  /// Opens the file, mode 0600, and brings its schema up to date.
  ///
  /// @param migrations statements by version: the list's index + 1 is the `user_version` they lead
  ///   to
  /// @throws WalletException `data-newer` for a file of a newer Belay, `disk-full`, `store-failed`
  public static Database open(Path file, List<String> migrations) {
    return open(file, migrations, version -> {});
  }

  /// As above.
  ///
  /// @param change told before the schema of a file that somebody wrote changes
  static Database open(Path file, List<String> migrations, BeforeChange change) {
    WindowThread.mustNotWait("the data file");
    ExecutorService worker =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("belay-store").factory());
    try {
      prepare(file);
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      return prepared(new Database(connection, worker), migrations, change);
    } catch (SQLException e) {
      worker.shutdown();
      throw failure(e);
    } catch (IOException e) {
      worker.shutdown();
      throw new WalletException("store-failed", "the data file cannot be made", e);
    }
  }

  /// Is told while the write lock is held; what it throws leaves the file as it was.
  interface BeforeChange {
    /// Is told the version of the schema before.
    void from(int version) throws SQLException;
  }

  /// A file of a newer Belay is left as it is.
  private static Database prepared(
      Database database, List<String> migrations, BeforeChange change) {
    boolean done = false;
    try {
      database.read(c -> {
        try (Statement statement = c.createStatement()) {
          statement.execute("PRAGMA busy_timeout=" + BUSY_MILLIS);
          refuseNewer(version(c), migrations);
          statement.execute("PRAGMA journal_mode=WAL");
          statement.execute("PRAGMA synchronous=FULL");
          return statement.execute("PRAGMA foreign_keys=ON");
        }
      });
      database.migrate(migrations, change);
      done = true;
      return database;
    } finally {
      if (!done) {
        database.close();
      }
    }
  }

  /// A store of the same schema that is nowhere but in memory and gone when it is closed, for
  /// simulations: no disk, and a worker that costs no change of platform threads.
  static Database inMemory(List<String> migrations) {
    ExecutorService worker =
        Executors.newSingleThreadExecutor(Thread.ofVirtual().name("belay-store").factory());
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA foreign_keys=ON");
      }
      Database database = new Database(connection, worker);
      database.migrate(migrations, version -> {});
      return database;
    } catch (SQLException e) {
      worker.shutdown();
      throw failure(e);
    }
  }

  static void prepare(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } catch (java.nio.file.FileAlreadyExistsException e) {
        return; // another process was faster, with the same mode
      } catch (UnsupportedOperationException e) {
        Files.createFile(file); // no POSIX modes here: the user's profile protects it
      }
    }
  }

  private static void refuseNewer(int version, List<String> migrations) {
    if (version > migrations.size()) {
      throw new WalletException(
          "data-newer",
          "this data directory was written by a newer Belay; open it with that version. Nothing was"
              + " changed");
    }
  }

  private void migrate(List<String> migrations, BeforeChange change) {
    write(c -> {
      int version = version(c);
      refuseNewer(version, migrations);
      if (version == migrations.size()) {
        return 0;
      }
      if (version > 0) {
        change.from(version);
      }
      try (Statement statement = c.createStatement()) {
        for (String script : migrations.subList(version, migrations.size())) {
          for (String sql : script.split(";\\s*\\n", -1)) {
            if (!sql.isBlank()) {
              statement.execute(sql);
            }
          }
        }
        statement.execute("PRAGMA user_version=" + migrations.size());
      }
      return 0;
    });
  }

  private static int version(Connection c) throws SQLException {
    try (Statement statement = c.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  /// Reads; sees one consistent state per statement.
  public <T> T read(Work<T> work) {
    return await(submit(() -> work.run(connection)));
  }

  /// Runs the work as one transaction that no other process interleaves (`BEGIN IMMEDIATE`); it is
  /// on disk when this returns.
  public <T> T write(Work<T> work) {
    return await(submit(() -> transaction(work)));
  }

  /// As [#write], but returns at once: what is read or written later sees it, and closing waits for
  /// it. For what may be lost where the disk is full or the power goes.
  public void writeSoon(Work<?> work) {
    try {
      worker.execute(() -> {
        try {
          transaction(work);
        } catch (SQLException e) {
          LOG.debug("not remembered", e);
        }
      });
    } catch (RejectedExecutionException e) {
      LOG.debug("not remembered: the data file is closed", e);
    }
  }

  private <T> Future<T> submit(Callable<T> work) {
    WindowThread.mustNotWait("the data file");
    try {
      return worker.submit(work);
    } catch (RejectedExecutionException e) {
      // who is late, such as an endpoint that answers after everybody has left, has nothing to add
      throw (CancellationException)
          new CancellationException("the data file is closed").initCause(e);
    }
  }

  /// A copy of the whole file as it is now, while others go on writing.
  ///
  /// @param scratch a file that is made, read and deleted
  /// @throws WalletException `disk-full`, `store-failed`
  public byte[] snapshot(Path scratch) {
    return await(
        submit(() -> {
          try {
            copy(connection, scratch);
            return Files.readAllBytes(scratch);
          } finally {
            Files.deleteIfExists(scratch);
          }
        }));
  }

  /// Writes what a connection reads into a file of its own, in the place of what is there.
  static void copy(Connection from, Path to) throws SQLException, IOException {
    Files.deleteIfExists(to); // of a try that was cut off
    prepare(to); // an empty file keeps its mode
    try (Statement statement = from.createStatement()) {
      statement.execute("VACUUM INTO '" + to.toString().replace("'", "''") + "'");
    }
  }

  /// Takes over all that another data file holds, as one transaction.
  ///
  /// @param other of the same schema, open nowhere
  /// @throws WalletException `restore-failed`, `store-failed`
  void takeOver(Path other) {
    WindowThread.mustNotWait("the data file");
    int result =
        await(
            worker.submit(() ->
                connection
                    .unwrap(SQLiteConnection.class)
                    .getDatabase()
                    .restore("main", other.toString(), null)));
    if (result != SQLiteErrorCode.SQLITE_OK.code) {
      throw new WalletException(
          SQLiteErrorCode.getErrorCode(result) == SQLiteErrorCode.SQLITE_FULL
              ? "disk-full"
              : "restore-failed",
          "the data file could not be put in place");
    }
  }

  private <T> T transaction(Work<T> work) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      boolean done = false;
      try {
        T result = work.run(connection);
        statement.execute("COMMIT");
        done = true;
        return result;
      } finally {
        if (!done) {
          rollBack(statement);
        }
      }
    }
  }

  /// SQLite has rolled back itself where the disk is full, and calls a second time an error; what
  /// is told is what went wrong first.
  private static void rollBack(Statement statement) {
    try {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      LOG.debug("rolled back already", e);
    }
  }

  private static <T> T await(Future<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true; // a write is short: finish it, then let the caller see the interrupt
        }
      }
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case SQLException sql -> failure(sql);
        case RuntimeException unchecked -> unchecked;
        case null, default -> new WalletException("store-failed", "the data file failed", e);
      };
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static WalletException failure(SQLException e) {
    if (e instanceof SQLiteException sqlite && isDiskFull(sqlite.getResultCode())) {
      return new WalletException("disk-full", "no space left on the disk: nothing was changed", e);
    }
    return new WalletException("store-failed", "the data file could not be used", e);
  }

  /// The shared-memory file beside the data file cannot grow either where the disk is full.
  private static boolean isDiskFull(SQLiteErrorCode code) {
    return code == SQLiteErrorCode.SQLITE_FULL || code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE;
  }

  /// What was asked for before is done; what is asked for later is cancelled.
  @Override
  public void close() {
    WindowThread.mustNotWait("the data file");
    if (worker.isShutdown()) {
      return;
    }
    Future<Integer> closing =
        worker.submit(() -> {
          connection.close();
          return 0;
        });
    worker.shutdown();
    try {
      closing.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new WalletException("store-failed", "the data file could not be closed", e);
    }
  }
}

package io.belay.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A newer Belay brings older data up to date and keeps a copy; an older one leaves newer data
/// alone.
class UpgradeTest {
  private static final int NOW = Schema.scripts().size();

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void place() {
    file = directory.resolve("belay.db");
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return new TreeSet<>(files.map(f -> f.getFileName().toString()).toList());
    }
  }

  static IntStream earlierVersions() {
    return IntStream.range(1, NOW);
  }

  @ParameterizedTest
  @MethodSource("earlierVersions")
  void dataOfEveryEarlierVersionIsThereAndSoIsACopyAsItWas(int version)
      throws IOException, SQLException {
    OldFile.make(file, version, 40);
    Schema.open(directory).close();
    assertThat(OldFile.mustBeWhole(file, 40)).isEqualTo(NOW);
    Path copy = directory.resolve("belay.db.schema-" + version);
    assertThat(OldFile.mustBeWhole(copy, 40)).isEqualTo(version);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    assertThat(names()).containsExactly("belay.db", "belay.db.schema-" + version);

    // and an older Belay goes on with that copy
    Database.open(copy, OldFile.scripts(version)).close();
  }

  @Test
  void newDataAndDataOfThisVersionLeaveNoCopy() throws IOException {
    Schema.open(directory).close();
    Schema.open(directory).close();
    assertThat(names()).containsExactly("belay.db");
  }

  @Test
  void theLastTwoCopiesAreKept() throws IOException, SQLException {
    for (int version : List.of(2, 7, 5)) {
      Files.deleteIfExists(file);
      OldFile.make(file, version, 1);
      Schema.open(directory).close();
    }
    assertThat(names()).containsExactly("belay.db", "belay.db.schema-5", "belay.db.schema-7");
    Files.deleteIfExists(file);
    OldFile.make(file, 7, 3);
    Schema.open(directory).close();
    assertThat(OldFile.mustBeWhole(directory.resolve("belay.db.schema-7"), 3)).isEqualTo(7);
  }

  @Test
  void whatACutOffTryLeftIsReplaced() throws IOException, SQLException {
    OldFile.make(file, 6, 4);
    Files.writeString(directory.resolve("belay.db.schema-6.half"), "half of a copy");
    Schema.open(directory).close();
    assertThat(OldFile.mustBeWhole(directory.resolve("belay.db.schema-6"), 4)).isEqualTo(6);
    assertThat(names()).containsExactly("belay.db", "belay.db.schema-6");
  }

  @Test
  void newerDataIsRefusedAndNothingIsLost() throws IOException, SQLException {
    OldFile.make(file, NOW, 5);
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      OldFile.run(c, "PRAGMA user_version=" + (NOW + 1), "CREATE TABLE newer (fact TEXT)");
    }
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> Schema.open(directory))
        .isInstanceOf(WalletException.class)
        .hasMessageContaining("newer Belay")
        .extracting("code")
        .isEqualTo("data-newer");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(names()).containsExactly("belay.db");
    assertThat(OldFile.mustBeWhole(file, 5)).isEqualTo(NOW + 1);
  }

  @Test
  void withoutRoomForACopyNothingChanges() throws IOException, SQLException {
    OldFile.make(file, 6, 5);
    OldCopies copies = new OldCopies(file, folder -> 1024 * 1024);
    assertThatThrownBy(() -> Database.open(file, Schema.scripts(), copies::keep))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo("disk-full");
    assertThat(OldFile.mustBeWhole(file, 5)).isEqualTo(6);
    assertThat(names()).containsExactly("belay.db");
  }

  @Test
  void aChangeThatFailsHalfwayLeavesTheDataAsItWasAndTheCopyToo() throws IOException, SQLException {
    OldFile.make(file, NOW, 5);
    List<String> scripts = new ArrayList<>(Schema.scripts());
    scripts.add("DELETE FROM settings;\nINSERT INTO no_such_table VALUES (1);\n");
    assertThatThrownBy(() -> Database.open(file, scripts, new OldCopies(file)::keep))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo("store-failed");
    assertThat(OldFile.mustBeWhole(file, 5)).isEqualTo(NOW);
    assertThat(OldFile.mustBeWhole(directory.resolve("belay.db.schema-" + NOW), 5)).isEqualTo(NOW);
  }

  /// What another process committed a moment before is in the copy, though not yet in the main
  /// file.
  @Test
  void theCopyHoldsWhatWasWrittenLast() throws SQLException {
    OldFile.make(file, 6, 5);
    try (Database other = Database.open(file, OldFile.scripts(6))) {
      new Settings(other).set("late", "yes");
      Schema.open(directory).close();
      try (Connection c =
          DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("belay.db.schema-6"))) {
        assertThat(OldFile.rows(c, "SELECT value FROM settings WHERE key='late'"))
            .containsExactly("yes");
      }
    }
  }
}

package io.belay.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.WalletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
  private static final AccountEntry ROPE =
      AccountEntry.watched(Address.parse("0x" + "00".repeat(19) + "0a"), "Rope");

  @TempDir Path source;
  @TempDir Path place;
  private Database database;
  private byte[] snapshot;

  @BeforeEach
  void open() {
    try (Database full = Schema.open(source)) {
      new AccountBook(full, InstantSource.system()).add(ROPE);
      new Settings(full).set("network", "1");
      snapshot = full.snapshot(source.resolve("copy"));
    }
    database = Schema.open(place);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static List<AccountEntry> accounts(Database database) {
    return new AccountBook(database, InstantSource.system()).entries().get();
  }

  private void refused(byte[] copy, String code) {
    assertThatThrownBy(() -> Schema.restore(database, place, copy))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo(code);
    assertThat(place.resolve("belay.db.restored")).doesNotExist();
  }

  @Test
  void aCopyIsSeenByEveryoneWhoHasTheEmptyFileOpenAndLasts() throws IOException {
    try (Database other = Schema.open(place)) {
      Schema.restore(database, place, snapshot);
      assertThat(accounts(database)).containsExactly(ROPE);
      assertThat(accounts(other)).containsExactly(ROPE);
      new Settings(other).set("later", "yes");
    }
    database.close();
    database = Schema.open(place);
    assertThat(accounts(database)).containsExactly(ROPE);
    assertThat(new Settings(database).get("network")).contains("1");
    assertThat(new Settings(database).get("later")).contains("yes");
    try (Stream<Path> files = Files.list(place)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .allMatch(name -> name.matches("belay\\.db(-wal|-shm)?"));
    }
  }

  @Test
  void settingsOfTheEmptyFileGiveWayToThoseOfTheCopy() {
    new Settings(database).set("network", "practice");
    Schema.restore(database, place, snapshot);
    assertThat(new Settings(database).get("network")).contains("1");
  }

  @Test
  void whatHoldsAccountsIsNotOverwritten() {
    Schema.restore(database, place, snapshot);
    refused(snapshot, "data-exists");
  }

  @Test
  void aCopyThatCannotBeUsedChangesNothing() throws IOException {
    new Settings(database).set("network", "practice");
    refused(
        "no data file at all, whatever its name says".getBytes(StandardCharsets.UTF_8),
        "store-failed");
    try (Database newer =
        Database.open(
            source.resolve("newer"), List.of("SELECT 1", "", "", "", "", "", "", "", ""))) {
      refused(newer.snapshot(source.resolve("copy")), "data-newer");
    }
    assertThat(accounts(database)).isEmpty();
    assertThat(new Settings(database).get("network")).contains("practice");
  }
}

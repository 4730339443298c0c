package io.belay.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data files of earlier versions are opened by this one, with all that is in them.
class MigrationTest {
  private static final String TX =
      "INSERT INTO transactions (hash, chain, intent, sender, nonce, preimage, raw, created_at,"
          + " state, evidence, next_send) VALUES ('0xaa', 7, 'intent-1', '0x01', 3, x'02', x'0203',"
          + " 1000, 'seen', 'agreed', 2000)";

  @TempDir Path directory;

  private static String script(String name) throws IOException {
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void run(Database database, String... statements) {
    database.write(c -> {
      try (Statement statement = c.createStatement()) {
        for (String sql : statements) {
          statement.executeUpdate(sql);
        }
        return 0;
      }
    });
  }

  private static List<String> rows(Database database, String sql) {
    return database.read(c -> {
      List<String> rows = new ArrayList<>();
      try (Statement statement = c.createStatement();
          ResultSet result = statement.executeQuery(sql)) {
        while (result.next()) {
          StringBuilder row = new StringBuilder();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.append(i > 1 ? " " : "").append(result.getString(i));
          }
          rows.add(row.toString());
        }
      }
      return rows;
    });
  }

  private void oldFile() throws IOException {
    List<String> old = List.of(script("001.sql"), script("002.sql"), script("003.sql"));
    try (Database database = Database.open(directory.resolve("belay.db"), old)) {
      run(
          database,
          TX,
          "INSERT INTO attempts VALUES ('0xaa', 'node-1', 'alpine', 'accepted', 'accepted', 12, 5,"
              + " 1)");
    }
  }

  @Test
  void aJournalOfTheVersionBeforeKeepsEveryRow() throws IOException {
    oldFile();
    try (Database database = Schema.open(directory)) {
      assertThat(
              rows(
                  database,
                  "SELECT hash, intent, nonce, hex(raw), state, next_send, purpose, replaces,"
                      + " accepted_block FROM transactions"))
          .containsExactly("0xaa intent-1 3 0203 seen 2000 transfer null null");
      assertThat(rows(database, "SELECT hash, endpoint, outcome, seen, echo FROM attempts"))
          .containsExactly("0xaa node-1 accepted 1 null");
      assertThat(rows(database, "PRAGMA foreign_key_check")).isEmpty();
      assertThat(rows(database, "PRAGMA integrity_check")).containsExactly("ok");
      assertThat(rows(database, "PRAGMA journal_mode")).containsExactly("wal");
      assertThat(rows(database, "PRAGMA synchronous")).containsExactly("2");
    }
  }

  @Test
  void aJournalOfTheFourthVersionGetsRoomForWhatItNeverKnew() throws IOException {
    List<String> old =
        List.of(script("001.sql"), script("002.sql"), script("003.sql"), script("004.sql"));
    try (Database database = Database.open(directory.resolve("belay.db"), old)) {
      run(database, TX);
    }
    try (Database database = Schema.open(directory)) {
      assertThat(
              rows(
                  database,
                  "SELECT hash, state, gas_used, gas_price, data_fee, fee_evidence, taken_by, shape"
                      + " FROM transactions"))
          .containsExactly("0xaa seen null null null null null plain");
      assertThat(rows(database, "SELECT * FROM same_again")).isEmpty();
      assertThat(rows(database, "SELECT * FROM good_addresses")).isEmpty();
      assertThat(rows(database, "PRAGMA foreign_key_check")).isEmpty();
    }
  }

  @Test
  void aFileOfTheSixthVersionKeepsItsRowsAndTakesLabels() throws IOException {
    List<String> old = new ArrayList<>();
    for (int version = 1; version <= 6; version++) {
      old.add(script("00" + version + ".sql"));
    }
    try (Database database = Database.open(directory.resolve("belay.db"), old)) {
      run(
          database,
          TX,
          "INSERT INTO contacts VALUES (0, '0x01', 'Ana', 'met in May')",
          "INSERT INTO private_intents VALUES ('intent-1')");
    }
    try (Database database = Schema.open(directory)) {
      run(database, "INSERT INTO tx_labels VALUES ('0xaa', 'Rent')");
      assertThat(
              rows(
                  database,
                  "SELECT hash, state, label FROM transactions JOIN tx_labels USING (hash)"))
          .containsExactly("0xaa seen Rent");
      assertThat(rows(database, "SELECT name FROM contacts")).containsExactly("Ana");
      assertThat(rows(database, "SELECT * FROM private_intents")).containsExactly("intent-1");
      assertThat(rows(database, "PRAGMA foreign_key_check")).isEmpty();
    }
  }

  @Test
  void anAttemptStillNeedsItsTransaction() throws IOException {
    oldFile();
    try (Database database = Schema.open(directory)) {
      assertThatThrownBy(() ->
              run(
                  database,
                  "INSERT INTO attempts (hash, endpoint, grp, outcome, kind, millis, at) VALUES"
                      + " ('0xbb', 'n', 'g', 'o', 'k', 1, 1)"))
          .isInstanceOf(WalletException.class);
    }
  }

  /// I4, held by the file itself.
  @Test
  void oneIntentHasOneNonceUntilAnotherTookItForGood() throws IOException {
    oldFile();
    try (Database database = Schema.open(directory)) {
      String again = TX.replace("0xaa", "0xbb");
      run(database, again);
      String elsewhere = TX.replace("0xaa", "0xcc").replace("'0x01', 3", "'0x01', 4");
      assertThatThrownBy(() -> run(database, elsewhere)).isInstanceOf(WalletException.class);
      run(database, "UPDATE transactions SET state='replaced'", elsewhere);
      assertThat(rows(database, "SELECT count(*) FROM transactions")).containsExactly("3");
    }
  }

  @Test
  void aFullDiskRefusesTheRow() throws IOException {
    oldFile();
    try (Database database = Schema.open(directory)) {
      String pages = rows(database, "PRAGMA page_count").getFirst();
      rows(database, "PRAGMA max_page_count=" + pages);
      String large = TX.replace("x'0203'", "zeroblob(4000000)").replace("0xaa", "0xbb");
      assertThatThrownBy(() -> run(database, large))
          .isInstanceOf(WalletException.class)
          .extracting("code")
          .isEqualTo("disk-full");
      assertThat(rows(database, "SELECT count(*) FROM transactions")).containsExactly("1");
    }
  }
}

package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The finished program in front of data that a newer one wrote.
@Timeout(120)
class NewerDataIT {
  @TempDir Path directory;
  private Program program;
  private byte[] before;

  @BeforeEach
  void makeNewerData() throws IOException, InterruptedException, SQLException {
    program = new Program(directory);
    program.run("account", "list").done(0);
    Path file = program.directory().resolve("belay.db");
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = c.createStatement()) {
      int version = statement.executeQuery("PRAGMA user_version").getInt(1);
      statement.executeUpdate("PRAGMA user_version=" + (version + 1));
    }
    before = Files.readAllBytes(file);
  }

  private void mustBeAsBefore() throws IOException {
    assertThat(program.directory().resolve("belay.db")).hasBinaryContent(before);
  }

  @Test
  void commandsRefuseItInOneLine() throws IOException, InterruptedException {
    Program.Ended ended = program.run("balance").done(1).withOneLine();
    assertThat(ended.err()).contains("newer Belay");
    assertThat(program.run("balance", "--json").done(1).errorCode()).isEqualTo("data-newer");
    mustBeAsBefore();
  }

  @Test
  void theWindowSaysSoInAWindowOfItsOwn() throws IOException, InterruptedException {
    try (Screen screen = new Screen();
        Screen.Shown window = screen.show(directory)) {
      window.await();
      assertThat(window.said()).contains("newer Belay");
      assertThat(window.isAlive()).isTrue(); // until it is read and closed
    }
    mustBeAsBefore();
  }

  @Test
  void withoutADisplayThatWorksTheLineIsAllThereIs() throws IOException, InterruptedException {
    Program.Ended ended = program.with(Map.of("DISPLAY", ":4711")).run().done(1);
    assertThat(ended.err()).contains("newer Belay");
    mustBeAsBefore();
  }
}

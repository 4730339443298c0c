package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The disk is full at the one moment that matters: the transaction is planned, and what is signed
/// next cannot be written down. Then not a byte of it leaves.
@Timeout(120)
class AnvilFullDiskIT {
  private static final int PAGE = 4096;

  @TempDir Path directory;
  private Path disk;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = Files.createDirectories(directory.resolve("data"));
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString())
            .redirectErrorStream(true)
            .start();
    assumeThat(mount.waitFor()).as("a small file system can be mounted here").isZero();
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    // lazily: the vault was made in this process, which keeps its lock file open
    Process umount =
        new ProcessBuilder("umount", "-l", disk.toString()).redirectErrorStream(true).start();
    byte[] said = umount.getInputStream().readAllBytes();
    assertThat(umount.waitFor()).as(new String(said, StandardCharsets.UTF_8)).isZero();
  }

  @Test
  void whatCannotBeWrittenDownIsNotSent() throws IOException, InterruptedException {
    try (AnvilWallet wallet = new AnvilWallet(directory)) {
      // the program asks for the password once it has planned: then the disk is filled
      Path pipe = directory.resolve("pipe");
      assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
      Program.Running sending =
          wallet.program().start(wallet.send(pipe, "--id", "rent", "--wait", "accepted"));
      Path filler = disk.resolve("filler");
      try (OutputStream password = Files.newOutputStream(pipe)) {
        fill(filler);
        password.write(Served.PASSWORD.getBytes(StandardCharsets.UTF_8));
      }
      Program.Ended refused = sending.await().done(1);

      assertThat(refused.errorCode()).as(refused.err()).isEqualTo("disk-full");
      assertThat(refused.out()).isEmpty();
      assertThat(wallet.nonce("pending")).isZero();
      Files.delete(filler);
      assertThat(wallet.program().run("tx", "list", "--json").done(0).json()).isEmpty();

      sentOnceThereIsRoom(wallet);
    }
  }

  private static void fill(Path filler) throws IOException {
    byte[] page = new byte[PAGE];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(page);
      }
    } catch (IOException e) {
      assertThat(Files.size(filler)).isPositive(); // full now
    }
  }

  private static void sentOnceThereIsRoom(AnvilWallet wallet)
      throws IOException, InterruptedException {
    String[] again = wallet.send(wallet.passwordFile(), "--id", "rent", "--wait", "included");
    JsonNode sent = wallet.program().run(again).done(0).json();
    assertThat(sent.path("repeated").asBoolean(false)).isFalse();
    assertThat(sent.path("nonce").asLong()).isZero();
    assertThat(wallet.mined()).hasSize(1);
  }
}

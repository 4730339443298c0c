package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.belay.core.practice.Fault;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class BadInputIT {
  @TempDir Path directory;
  private Served served;

  @BeforeEach
  void serve() throws IOException, InterruptedException {
    served = new Served(directory, 1);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private Program.Ended run(String... args) throws IOException, InterruptedException {
    return served.program().run(args);
  }

  private void nothingWasSigned() throws IOException, InterruptedException {
    assertThat(run("tx", "list", "--json").done(0).json()).isEmpty();
  }

  @Test
  void aWrongPasswordEndsWithThreeAndGivesTheNonceBack() throws IOException, InterruptedException {
    Path wrong = Files.writeString(directory.resolve("wrong"), "another password");

    Program.Ended ended = run(served.sendWith(wrong)).done(3).withOneLine();

    assertThat(ended.errorCode()).isEqualTo("wrong-password");
    nothingWasSigned();
    JsonNode next = run(served.send("--wait", "accepted")).done(0).json();
    assertThat(next.path("nonce").asLong()).isZero();
  }

  @Test
  void aDamagedVaultEndsWithFourAndStaysAsItIs() throws IOException, InterruptedException {
    Path vault = served.program().directory().resolve("vaults/main.vault");
    byte[] bytes = Files.readAllBytes(vault);
    bytes[bytes.length / 2] ^= 1;
    Files.write(vault, bytes, StandardOpenOption.TRUNCATE_EXISTING);

    Program.Ended verified = run("vault", "verify", "--json").done(4).withOneLine();
    Program.Ended sent = run(served.send()).done(4).withOneLine();

    assertThat(verified.errorCode()).isEqualTo("vault-damaged");
    assertThat(sent.errorCode()).isEqualTo("vault-damaged");
    assertThat(Files.readAllBytes(vault)).isEqualTo(bytes);
    nothingWasSigned();
  }

  @Test
  void aFullDiskIsSaidAndLosesNothing() throws IOException, InterruptedException {
    Path full = Files.createDirectories(directory.resolve("full"));
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", full.toString())
            .redirectErrorStream(true)
            .start();
    assumeThat(mount.waitFor()).as("a small file system can be mounted here").isZero();
    try {
      String data = full.resolve("data").toString();
      fill(full);
      createVaultOnFullDisk(data);
      try (var vaults = Files.walk(full)) {
        assertThat(vaults.filter(f -> f.toString().endsWith(".vault")).toList()).isEmpty();
      }
    } finally {
      assertThat(new ProcessBuilder("umount", full.toString()).start().waitFor()).isZero();
    }
  }

  private static void fill(Path disk) throws IOException {
    byte[] page = new byte[4096];
    try (var out = Files.newOutputStream(disk.resolve("filler"))) {
      while (true) {
        out.write(page);
      }
    } catch (IOException e) {
      assertThat(Files.size(disk.resolve("filler"))).isPositive(); // full now
    }
  }

  private void createVaultOnFullDisk(String data) throws IOException, InterruptedException {
    Program.Ended ended =
        run(
                "vault",
                "create",
                "--data-dir",
                data,
                "--json",
                "--password-file",
                served.passwordFile().toString())
            .done(1)
            .withOneLine();
    assertThat(ended.errorCode()).isEqualTo("disk-full");
  }

  @Test
  void anUnknownCommandIsAUsageError() throws IOException, InterruptedException {
    assertThat(run("sent", "--json").done(2).withOneLine().errorCode()).isEqualTo("usage");
    assertThat(run("send", "--too", "x").done(2).withOneLine().err()).startsWith("belay: ");
    assertThat(run("vault").done(2).withOneLine().err()).contains("belay vault --help");
  }

  @Test
  void tooManyDecimalsAreRefused() throws IOException, InterruptedException {
    Program.Ended ended =
        run(served.send("--amount", "0.1234567890123456789")).done(2).withOneLine();
    assertThat(ended.errorCode()).isIn("too-many-decimals", "usage");
    Program.Ended single =
        run(
                "send",
                "--from",
                served.account(),
                "--to",
                Served.FRIEND,
                "--amount",
                "0.1234567890123456789",
                "--yes",
                "--json",
                "--password-file",
                served.passwordFile().toString())
            .done(2)
            .withOneLine();
    assertThat(single.errorCode()).isEqualTo("too-many-decimals");
    nothingWasSigned();
  }

  @Test
  void anAddressWithAWrongChecksumIsRefused() throws IOException, InterruptedException {
    Program.Ended ended =
        run(
                "send",
                "--from",
                served.account(),
                "--to",
                Served.FRIEND.replace("5aAeb", "5aaEb"),
                "--amount",
                "1",
                "--yes",
                "--json",
                "--password-file",
                served.passwordFile().toString())
            .done(2)
            .withOneLine();
    assertThat(ended.errorCode()).isEqualTo("bad-checksum");
    nothingWasSigned();
  }

  @Test
  void anEndpointThatIsNotJsonRpcIsNamedAndReadsStayTrue()
      throws IOException, InterruptedException {
    served.net().setFault("practice-1", Fault.of("html"));

    JsonNode tested = run("endpoint", "test", "1", "--json").done(1).json().get(0);
    assertThat(tested.path("ok").asBoolean()).isFalse();
    assertThat(tested.path("message").asString()).contains("not a JSON-RPC endpoint");
    JsonNode balance = run("balance", served.account(), "--json").done(0).json().get(0);
    assertThat(balance.path("evidence").asString()).isEqualTo("proven");
  }

  @Test
  void threeSendsAtOnceGetThreeNonces() throws IOException, InterruptedException {
    List<Program.Running> sends = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sends.add(served.program().start(served.send("--id", "at-once-" + i)));
    }
    List<Long> nonces = new ArrayList<>();
    for (Program.Running send : sends) {
      nonces.add(send.await().done(0).json().path("nonce").asLong());
    }
    assertThat(nonces).containsExactlyInAnyOrder(0L, 1L, 2L);
    assertThat(served.truth(Served.FRIEND))
        .isEqualTo(BigInteger.TEN.pow(17).multiply(BigInteger.valueOf(3)));
  }
}

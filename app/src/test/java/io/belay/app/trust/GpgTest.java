package io.belay.app.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.app.Demanded;
import io.belay.base.WalletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What GnuPG makes is understood, and refused where it has to be.
@Timeout(120)
class GpgTest {
  private Path home;
  private Path data;

  @BeforeEach
  void start() throws IOException {
    Demanded.tool("gpg");
    // short: the agent's socket lies in it
    home =
        Files.createTempDirectory(
            "gpg",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    data = home.resolve("data");
    Files.writeString(data, "a list of checksums\n");
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    if (home != null) {
      run(List.of("gpgconf", "--homedir", home.toString(), "--kill", "all"));
      try (var files = Files.walk(home)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private byte[] gpg(String... args) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "gpg",
                "--homedir",
                home.toString(),
                "--batch",
                "--quiet",
                "--no-tty",
                "--pinentry-mode",
                "loopback",
                "--passphrase",
                ""));
    command.addAll(List.of(args));
    return run(command);
  }

  private byte[] run(List<String> command) throws IOException, InterruptedException {
    Path err = home.resolve("err");
    Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    byte[] out = process.getInputStream().readAllBytes();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    return out;
  }

  private Signed check(byte[] key, byte[] signature) throws IOException {
    return Signed.check(Files.readAllBytes(data), signature, ReleaseKey.parse(key), Instant.now());
  }

  private void refused(String code, String why, byte[] key, byte[] signature) {
    assertThatThrownBy(() -> check(key, signature))
        .isInstanceOf(WalletException.class)
        .hasMessageContaining(why)
        .extracting("code")
        .isEqualTo(code);
  }

  private String fingerprint() throws IOException, InterruptedException {
    return new String(gpg("--list-keys", "--with-colons"), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("fpr:"))
        .findFirst()
        .orElseThrow()
        .split(":", -1)[9];
  }

  private byte[] sign(String... more) throws IOException, InterruptedException {
    List<String> args = new ArrayList<>(List.of(more));
    args.addAll(List.of("--output", "-", "--detach-sign", data.toString()));
    return gpg(args.toArray(String[]::new));
  }

  @Test
  void itsKeysAndSignaturesHold() throws IOException, InterruptedException {
    gpg("--quick-generate-key", "Releases <r@example.org>", "ed25519", "sign", "2y");
    byte[] armored = gpg("--armor", "--export");
    assertThat(check(armored, sign("--armor")).key()).isEqualTo(fingerprint());
    assertThat(check(gpg("--export"), sign()).key()).isEqualTo(fingerprint());
    refused("bad-release-signature", "weak hash", armored, sign("--digest-algo", "SHA1"));
    refused("bad-release-signature", "file's bytes", armored, sign("--textmode"));
    byte[] signature = sign();
    Files.writeString(data, "another list\n");
    refused("bad-release-signature", "does not fit", armored, signature);
  }

  @Test
  void subkeysAndRevocationsAreUnderstood() throws IOException, InterruptedException {
    gpg("--quick-generate-key", "Releases <r@example.org>", "rsa3072", "cert", "2y");
    String primary = fingerprint();
    gpg("--quick-add-key", primary, "rsa3072", "encr", "1y");
    gpg("--quick-add-key", primary, "ed25519", "sign", "1y");
    byte[] key = gpg("--export");
    byte[] signature = sign();
    Signed signed = check(key, signature);
    assertThat(signed.key()).isEqualTo(primary);
    assertThat(signed.signer()).isNotEqualTo(primary);

    // the certificate that gpg makes with each key has a colon before it, against accidents
    Path certificate = home.resolve("openpgp-revocs.d").resolve(primary + ".rev");
    Path usable = home.resolve("revocation.asc");
    Files.writeString(usable, Files.readString(certificate).replace(":-----BEGIN", "-----BEGIN"));
    gpg("--import", usable.toString());
    refused("release-key-refused", "revoked", gpg("--export"), signature);
  }
}

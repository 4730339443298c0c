package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Hex;
import io.belay.keystore.hd.HdPath;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.hd.Seed;
import io.belay.keystore.secret.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// After everything the command line does with a vault, its secrets are nowhere on the disk but in
/// the files that the user named.
@Timeout(180)
class SecretsOnDiskIT {
  private static final String PASSWORD = "sentinel password of this test";

  @TempDir Path directory;
  private final Map<String, byte[]> secrets = new LinkedHashMap<>();

  @Test
  void secretsAreNowhereButWhereTheUserPutThem() throws IOException, InterruptedException {
    Path home = Files.createDirectories(directory.resolve("home"));
    Path temp = Files.createDirectories(directory.resolve("temp"));
    Path own = Files.createDirectories(directory.resolve("own"));
    Program program =
        new Program(directory)
            .with(Map.of("HOME", home.toString(), "JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temp));
    String password = Files.writeString(own.resolve("password"), PASSWORD).toString();
    Path words = own.resolve("words");
    try (Mnemonic fresh = Mnemonic.random(12, new SecureRandom())) {
      StringBuilder text = new StringBuilder();
      fresh.writeTo(text);
      Files.writeString(words, text);
      note(fresh, text.toString());
    }
    String file = Files.writeString(own.resolve("message"), "hm").toString();
    for (List<String> call :
        List.of(
            List.of("vault", "create", "--mnemonic-file", words.toString()),
            List.of("account", "new"),
            List.of("practice", "faucet", "Account 1"),
            List.of("practice", "mine"),
            List.of("balance"),
            List.of("sign", "message", "--from", "Account 1", "--yes", file),
            List.of(
                "send",
                "--from",
                "Account 1",
                "--to",
                Served.FRIEND,
                "--amount",
                "0.1",
                "--yes",
                "--wait",
                "accepted"),
            List.of("vault", "verify"),
            List.of("backup", own.resolve("backup").toString()))) {
      List<String> args = new ArrayList<>(List.of("-v"));
      args.addAll(call);
      args.addAll(List.of("--password-file", password));
      program.run(args.toArray(String[]::new)).done(0);
    }

    assertThat(found(own)).contains("words", "password"); // or the search would prove nothing
    for (Path searched : List.of(program.directory(), home, temp, directory.resolve("output"))) {
      assertThat(found(searched)).as(searched.toString()).isEmpty();
    }
    System.out.println("secrets searched on disk: " + secrets.keySet());
  }

  private void note(Mnemonic mnemonic, String text) {
    secrets.put("words", text.getBytes(StandardCharsets.UTF_8));
    secrets.put("password", PASSWORD.getBytes(StandardCharsets.UTF_8));
    try (SecretBytes entropy = mnemonic.entropy();
        Seed seed = mnemonic.seed();
        SecretBytes bytes = seed.bytes();
        SecretBytes key = seed.privateKey(HdPath.ethereum(0))) {
      note("entropy", entropy);
      note("seed", bytes);
      note("key", key);
    }
  }

  private void note(String name, SecretBytes secret) {
    secrets.put(name, secret.use(byte[]::clone));
    String hex = secret.use(Hex::encode).substring(2);
    secrets.put(name + " in hexadecimal", hex.getBytes(StandardCharsets.US_ASCII));
  }

  /// Names of the secrets that a folder's files hold.
  private List<String> found(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        secrets.forEach((name, secret) -> {
          if (contains(bytes, secret)) {
            found.add(name);
          }
        });
      }
    }
    return found;
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      int j = 0;
      while (j < wanted.length && bytes[i + j] == wanted[j]) {
        j++;
      }
      if (j == wanted.length) {
        return true;
      }
    }
    return false;
  }
}

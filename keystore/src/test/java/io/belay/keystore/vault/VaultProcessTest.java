package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.keystore.Vectors;
import io.belay.keystore.hd.Mnemonic;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultProcessTest {
  @TempDir Path temp;

  private Vaults vaults() {
    return new Vaults(temp, Fixture.LOWEST, new SecureRandom(), InstantSource.system());
  }

  private Vault create() {
    try (Mnemonic words = Mnemonic.parse(Fixture.WORDS.toCharArray());
        Password password = Fixture.password("correct horse")) {
      return vaults().create("main", false, words, password);
    }
  }

  private Process child(String mode) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SaveLoop.class.getName(),
                temp.toString(),
                mode))
        .redirectErrorStream(true)
        .start();
  }

  @Test
  void anotherProcessWritingIsWaitedForThenRefused() throws Exception {
    create();
    Process holder = child("hold");
    try (BufferedReader out = holder.inputReader();
        Password password = Fixture.password("correct horse")) {
      assertThat(out.readLine()).isEqualTo("held");
      Fixture impatient = new Fixture(temp.resolve("x"));
      Surroundings around = impatient.around(java.time.Duration.ofMillis(50));
      WriteLock lock =
          new WriteLock(
              new Surroundings(
                  temp,
                  around.cost(),
                  around.random(),
                  around.clock(),
                  around.kdf(),
                  around.disk(),
                  SeenGenerations.NONE,
                  around.patience()));
      assertThatThrownBy(() -> lock.holding(() -> "taken"))
          .extracting("code")
          .isEqualTo("vault-in-use");
      holder.destroyForcibly().waitFor();
      try (Unlocked unlocked = vaults().open("main").unlock(password)) {
        assertThat(unlocked.newAccount().path().orElseThrow().toString()).endsWith("/1");
      }
    }
  }

  @Test
  void killedAtAnyMomentTheVaultOpensWithEveryAcknowledgedAccount() throws Exception {
    create();
    int kills = Boolean.getBoolean("belay.full") ? 200 : 30;
    SecureRandom random = new SecureRandom();
    int known = 1;
    for (int i = 0; i < kills; i++) {
      Process child = child("save");
      try (BufferedReader out = child.inputReader()) {
        known = Integer.parseInt(out.readLine());
        LockSupport.parkNanos(random.nextInt(60_000_000));
        // by its handle: Process.destroyForcibly would close the pipe with what was said last
        child.toHandle().destroyForcibly();
        child.waitFor();
        for (String line : out.lines().toList()) {
          // a kill may cut the last line: "12" of "123" is lower, never wrong
          known = line.matches("[0-9]+") ? Math.max(known, Integer.parseInt(line)) : known;
        }
      }
      try (Password password = Fixture.password("correct horse");
          Unlocked unlocked = vaults().open("main").unlock(password)) {
        assertThat(unlocked.accounts().size()).isBetween(known, known + 1);
      }
    }
    Vectors.count("kills of a save loop, " + known + " accounts at the end", kills);
  }
}

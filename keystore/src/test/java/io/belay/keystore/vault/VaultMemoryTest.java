package io.belay.keystore.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.keystore.Vectors;
import io.belay.keystore.secret.Protection;
import io.belay.keystore.secret.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What the process itself can see of its secrets; each look is taken in a child process.
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class VaultMemoryTest {
  private static List<String> child(String mode) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                MemoryLook.class.getName(),
                mode)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said.lines().toList();
  }

  @Test
  void secretsAreLockedPagesWhereTheSystemAllowsIt() {
    try (SecretBytes secret = SecretBytes.copyOf(new byte[] {1})) {
      assertThat(secret.length()).isEqualTo(1);
      assertThat(SecretBytes.protection()).isIn(Protection.LOCKED, Protection.SWAPPABLE);
    }
  }

  /// The key of an unlocked vault and its data key are in memory while it is open, or the search
  /// would prove nothing, and nowhere once it is locked.
  @Test
  void afterLockingNoCopyOfAKeyIsLeft() throws IOException, InterruptedException {
    List<String> said = child("scan");
    System.out.println("memory scanned: " + said);
    assertThat(said).contains("protection LOCKED");
    assertThat(said).anyMatch(line -> line.matches("open: [1-9]\\d* copies"));
    assertThat(said).contains("locked: 0 copies");
    Vectors.count("kinds of secrets searched in a child's memory", 5);
  }

  @Test
  void theGuardMakesTheProcessNotDumpable() throws IOException, InterruptedException {
    assertThat(child("guard")).containsExactly("before true", "notice ''", "after false");
  }
}

package io.belay.app.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Files that are made to use up memory or time are refused in a process that has little of either.
class HostileFilesTest {
  private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);

  @Test
  @Timeout(120)
  void bombsAreRefusedIn64Mebibytes() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HostileFilesTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("refused 2");
  }

  /// In the small process.
  public static void main(String[] args) throws IOException {
    TestKey key = TestKey.ed25519().withSubkey(binding -> {});
    ReleaseKey good = ReleaseKey.parse(key.file());
    byte[] signature = key.sign(DATA);
    int refused = 0;
    for (byte[] bomb : bombs(key.file(), signature)) {
      refused += isRefused(() -> ReleaseKey.parse(bomb), bomb, signature);
      refused += isRefused(() -> good, DATA, bomb);
    }
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      byte[] key2 = mangled(key.file(), random);
      byte[] signature2 = mangled(signature, random);
      isRefused(() -> ReleaseKey.parse(key2), DATA, signature);
      isRefused(() -> good, DATA, signature2);
    }
    System.out.println("refused " + refused);
  }

  private interface Keys {
    ReleaseKey get();
  }

  private static int isRefused(Keys key, byte[] data, byte[] signature) {
    try {
      Signed.check(data, signature, key.get(), TestKey.NOW);
      return 0;
    } catch (io.belay.base.WalletException e) {
      return 1; // anything else ends the process
    }
  }

  private static byte[] mangled(byte[] file, Random random) {
    byte[] changed = file.clone();
    for (int i = 0; i <= random.nextInt(4); i++) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  private static List<byte[]> bombs(byte[] key, byte[] signature) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes(new byte[] {(byte) 0xa3, 1}); // compressed data without a length, ZIP
    try (DeflaterOutputStream zip = new DeflaterOutputStream(packed)) {
      for (int i = 0; i < 300; i++) {
        zip.write(new byte[1024 * 1024]);
      }
    }
    byte[] longName = new byte[200_000];
    Arrays.fill(longName, (byte) 'a');
    return List.of(
        packed.toByteArray(),
        new byte[] {(byte) 0xc2, (byte) 0xff, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 6},
        new byte[] {(byte) 0xc6, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff},
        version6(2),
        version6(6),
        repeated(new byte[] {(byte) 0xca, 0}, 20_000), // markers
        repeated(signature, 600),
        repeated(key, 400),
        concat(new byte[] {(byte) 0xcd, (byte) 0xff, 0, 3, 0xd, 0x40}, longName),
        hugeSubpacket());
  }

  /// Says in its body that four gibibytes of subpackets follow.
  private static byte[] version6(int tag) {
    return new byte[] {(byte) (0xc0 | tag), 9, 6, 0, 1, 8, -1, -1, -1, -1, 0};
  }

  /// A version 4 signature whose only subpacket says that it is as long as memory.
  private static byte[] hugeSubpacket() {
    return new byte[] {(byte) 0xc2, 16, 4, 0, 22, 8, 0, 6, -1, 0x7f, -1, -1, -1, 2, 0, 0, 0, 0};
  }

  private static byte[] repeated(byte[] part, int times) {
    byte[] all = new byte[part.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(part, 0, all, i * part.length, part.length);
    }
    return all;
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}

package io.belay.keystore.vault;

import io.belay.keystore.hd.HdPath;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.hd.Seed;
import io.belay.keystore.secret.ProcessGuard;
import io.belay.keystore.secret.SecretBytes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A child process that searches its own memory through `/proc/self/mem`.
final class MemoryLook {
  private static final String WORDS = "test test test test test test test test test test test junk";

  private MemoryLook() {}

  /// Looks once.
  ///
  /// @param args `scan` or `guard`
  public static void main(String[] args) throws IOException {
    if (args[0].equals("guard")) {
      System.out.println("before " + ProcessGuard.isDumpable());
      System.out.println("notice '" + ProcessGuard.raise() + "'");
      System.out.println("after " + ProcessGuard.isDumpable());
      return;
    }
    scan();
  }

  private static void scan() throws IOException {
    List<Masked> searched = new ArrayList<>();
    Path directory = Files.createTempDirectory("look");
    Unlocked unlocked = open(directory, searched);
    settle();
    System.out.println("protection " + SecretBytes.protection());
    System.out.println("open: " + copies(searched) + " copies");
    unlocked.close();
    settle();
    System.out.println("locked: " + copies(searched) + " copies");
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /// Notes, masked, the seed, the entropy, the private key, and the two keys of the vault.
  private static Unlocked open(Path directory, List<Masked> searched) {
    Vaults vaults =
        new Vaults(
            directory.resolve("vaults"),
            new KdfCost(16 * 1024, 1, 1),
            new SecureRandom(),
            InstantSource.system());
    try (Mnemonic words = Mnemonic.parse(WORDS.toCharArray());
        Password password = Password.of("correct horse".toCharArray())) {
      Unlocked unlocked = vaults.create("main", false, words, password).unlock(password);
      unlocked.accounts().forEach(account -> unlocked.privateKey(account.ref()).close());
      try (SecretBytes entropy = words.entropy();
          Seed seed = words.seed();
          SecretBytes bytes = seed.bytes();
          SecretBytes key = seed.privateKey(HdPath.ethereum(0))) {
        searched.add(entropy.use(Masked::of));
        searched.add(bytes.use(Masked::of));
        searched.add(key.use(Masked::of));
      }
      VaultFile file = VaultFile.parse(vaults.file("main"));
      Header.Lock lock = Header.parse(file.hdr()).lock();
      try (VaultKeys keys = VaultKeys.open(file, lock, password, new Argon2())) {
        searched.add(keys.data().use(Masked::of));
        searched.add(keys.mac().use(Masked::of));
      }
      return unlocked;
    }
  }

  /// Lets the collector pass over what died, so that only copies it cannot reach count.
  private static void settle() {
    for (int i = 0; i < 3; i++) {
      System.gc();
      // overwrites the young generation
      byte[][] filler = new byte[64][];
      for (int j = 0; j < filler.length; j++) {
        filler[j] = new byte[256 * 1024];
        Arrays.fill(filler[j], (byte) 0x55);
      }
    }
    System.gc();
  }

  /// Bytes kept so that the search does not find its own pattern.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Masked(byte[] bytes) {
    static Masked of(byte[] secret) {
      byte[] masked = new byte[16]; // half a key is enough to find it
      for (int i = 0; i < masked.length; i++) {
        masked[i] = (byte) (secret[i] ^ 0x5a);
      }
      return new Masked(masked);
    }

    boolean at(byte[] memory, int place) {
      for (int i = 0; i < bytes.length; i++) {
        if ((memory[place + i] ^ 0x5a) != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static int copies(List<Masked> searched) throws IOException {
    int copies = 0;
    byte[] buffer = new byte[1 << 20];
    try (RandomAccessFile memory = new RandomAccessFile("/proc/self/mem", "r")) {
      for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
        if (!line.contains(" rw") || line.contains("[v")) {
          continue;
        }
        String[] range = line.substring(0, line.indexOf(' ')).split("-", -1);
        copies +=
            copies(
                memory,
                Long.parseLong(range[0], 16),
                Long.parseLong(range[1], 16),
                buffer,
                searched);
      }
    }
    return copies;
  }

  private static int copies(
      RandomAccessFile memory, long from, long to, byte[] buffer, List<Masked> searched) {
    int copies = 0;
    for (long at = from; at < to; at += buffer.length - 64) {
      int length = (int) Math.min(buffer.length, to - at);
      try {
        memory.seek(at);
        memory.readFully(buffer, 0, length);
      } catch (IOException e) {
        return copies; // a guard page
      }
      for (int i = 0; i + 16 <= length && i < buffer.length - 64; i++) {
        for (Masked masked : searched) {
          copies += masked.at(buffer, i) ? 1 : 0;
        }
      }
      Arrays.fill(buffer, (byte) 0);
    }
    return copies;
  }
}

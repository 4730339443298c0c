package io.belay.keystore.v3;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.SCrypt;

/// Processor time of this module's scrypt beside Bouncy Castle's at the cost of an exported
/// keystore, in turns. Run it with a heap of 1 GiB or more; arguments: rounds (7).
final class ScryptBench {
  private static final byte[] PASSWORD = "password".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SALT = new byte[32];

  private ScryptBench() {}

  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 7;
    ScryptCost cost = ScryptCost.STANDARD;
    Supplier<byte[]> own = () -> Scrypt.derive(PASSWORD, SALT, cost, 32, Progress.SILENT);
    Supplier<byte[]> bouncy =
        () -> SCrypt.generate(PASSWORD, SALT, cost.n(), cost.r(), cost.p(), 32);
    if (!Arrays.equals(own.get(), bouncy.get())) {
      throw new IllegalStateException("the results differ");
    }
    double[] ours = new double[rounds];
    double[] theirs = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      ours[i] = millis(own);
      theirs[i] = millis(bouncy);
      print("round " + (i + 1), ours[i], theirs[i]);
    }
    Arrays.sort(ours);
    Arrays.sort(theirs);
    print("fastest", ours[0], theirs[0]);
    print("median", ours[rounds / 2], theirs[rounds / 2]);
  }

  private static double millis(Supplier<byte[]> work) {
    System.gc(); // the other's memory is not this one's cost
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    byte[] key = work.get();
    double elapsed = (threads.getCurrentThreadCpuTime() - start) / 1e6;
    Arrays.fill(key, (byte) 0);
    return elapsed;
  }

  private static void print(String what, double ours, double theirs) {
    System.out.printf(
        Locale.ROOT,
        "scrypt 2^18/8/1 %-8s own %7.1f ms   Bouncy Castle %7.1f ms   ratio %.2f%n",
        what,
        ours,
        theirs,
        ours / theirs);
  }
}

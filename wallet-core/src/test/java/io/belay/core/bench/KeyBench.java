package io.belay.core.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Prints how fast keys and proofs are, keys beside web3j and Bouncy Castle: `mvn -q -DskipTests
/// -Pbench package`.
final class KeyBench {
  private final Map<String, Result<?>> results = new TreeMap<>();

  private KeyBench(Collection<RunResult> runs) {
    for (RunResult run : runs) {
      String[] name = run.getParams().getBenchmark().split("\\.", -1);
      results.put(name[name.length - 2] + "." + name[name.length - 1], run.getPrimaryResult());
    }
  }

  /// Runs and prints.
  ///
  /// @param args regular expressions of benchmarks; none for all
  public static void main(String[] args) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    for (String wanted : args.length == 0 ? new String[] {"io.belay.core.bench"} : args) {
      options.include(wanted);
    }
    Options quiet =
        options
            .jvmArgs(
                "-Xmx1536m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    new KeyBench(new Runner(quiet).run()).print();
  }

  @SuppressWarnings("SystemOut") // a program for the terminal
  private void print() {
    System.out.printf(Locale.ROOT, "%-34s %11s %11s%n", "keys and proofs", "mean", "+- 99.9 %");
    results.forEach((name, result) ->
        System.out.printf(
            Locale.ROOT,
            "%-34s %11.1f %11.1f %s%n",
            name,
            result.getScore(),
            result.getScoreError(),
            result.getScoreUnit()));
    ratio("signatures, of web3j's", "SigningBench.belay", "SigningBench.web3j");
    ratio("ten addresses, of web3j's", "WordsBench.belay", "WordsBench.web3j");
    ratio("v3 time, of scrypt's", "OpeningBench.keystore", "OpeningBench.bouncyCastleScrypt");
  }

  @SuppressWarnings("SystemOut")
  private void ratio(String what, String one, String other) {
    Result<?> left = results.get(one);
    Result<?> right = results.get(other);
    if (left != null && right != null) {
      System.out.printf(
          Locale.ROOT, "%-34s %11.2f times%n", what, left.getScore() / right.getScore());
    }
  }
}

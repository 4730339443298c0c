package io.belay.core.practice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// A second process at the practice network: says whether it owns the chain, then obeys one word a
/// line.
final class PracticeChild {
  private PracticeChild() {}

  static Process start(Path directory) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                PracticeChild.class.getName(),
                directory.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// Runs until its input ends.
  ///
  /// @param args the directory
  public static void main(String[] args) throws IOException {
    try (PracticeNet net =
            PracticeNet.open(Path.of(args[0]), 4, FakeChain::new, InstantSource.system());
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println(net.isOwner() ? "owner" : "guest");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.out.println(
            switch (line) {
              case "who" -> net.isOwner() ? "owner" : "guest";
              case "head" -> Long.toString(net.head().number());
              case "mine" -> {
                net.mine(1);
                yield "mined";
              }
              case "fault" -> net.endpoints().getFirst().fault().id();
              default -> {
                net.setFault("practice-1", Fault.of(line));
                yield "set";
              }
            });
      }
    }
  }
}

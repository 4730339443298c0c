package io.belay.core.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The chains of all simulations: the true one and that of colluders. Made once, at first use.
final class SimChains {
  static final SimChain TRUE = build(1_000_000_007L);
  static final SimChain OTHER = build(99_999_999_999L);

  private SimChains() {}

  private static SimChain build(long gift) {
    try {
      Path directory = Files.createTempDirectory("belay-sim");
      SimChain chain = new SimChain(directory, gift);
      chain.close();
      List<Path> files;
      try (Stream<Path> all = Files.list(directory)) {
        files = all.toList();
      }
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(directory);
      return chain;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

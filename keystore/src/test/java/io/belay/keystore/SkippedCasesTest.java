package io.belay.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.keystore.SkippedCases.Row;
import io.belay.keystore.SkippedCases.Unread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SkippedCasesTest {
  private final String tests = sources("src/test/java") + sources("../wallet-core/src/test/java");

  private static String sources(String root) {
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(SkippedCasesTest::read)
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyRowIsCountedByATestAndHasAReason() {
    assertThat(SkippedCases.inFiles()).hasSizeGreaterThan(5);
    for (Row row : SkippedCases.inFiles()) {
      assertThat(tests).contains("SkippedCases.of(\"" + row.file() + "\")");
      assertThat(row.which()).isNotBlank();
      assertThat(row.why()).isNotBlank();
      assertThat(row.left()).isBetween(1, row.cases());
    }
    assertThat(SkippedCases.unread()).isNotEmpty().noneMatch(row -> row.why().isBlank());
  }

  @Test
  void everyFileOfTheSetsIsReadByATestOrIsInTheTable() {
    Map<String, Integer> unread = new TreeMap<>();
    List<String> unexplained = new ArrayList<>();
    int files = 0;
    String manifest = new String(Vectors.bytes("MANIFEST.tsv"), StandardCharsets.UTF_8);
    for (String line : manifest.lines().skip(1).toList()) {
      String[] cells = line.split("\t", -1);
      String file = cells[0] + "/" + cells[1];
      files++;
      if (!tests.contains(Path.of(file).getFileName().toString())) {
        String row =
            SkippedCases.unread().stream()
                .map(Unread::prefix)
                .filter(file::startsWith)
                .findFirst()
                .orElse("");
        unread.merge(row, 1, Integer::sum);
        if (row.isEmpty()) {
          unexplained.add(file);
        }
      }
    }
    assertThat(unexplained).isEmpty();
    Map<String, Integer> told = new TreeMap<>();
    SkippedCases.unread().forEach(row -> told.put(row.prefix(), row.files()));
    assertThat(unread).isEqualTo(told);
    int left = unread.values().stream().mapToInt(Integer::intValue).sum();
    Vectors.count("files of public sets, " + left + " of them for reasons not read", files);
  }
}

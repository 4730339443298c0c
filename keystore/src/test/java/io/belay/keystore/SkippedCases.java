package io.belay.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What one test leaves out of a public set, held against `skipped-cases.md` beside this class.
public final class SkippedCases {
  private static final String TABLE = "skipped-cases.md";

  private final String file;
  private final Map<String, Integer> left = new TreeMap<>();

  private SkippedCases(String file) {
    this.file = file;
  }

  /// Starts counting, from zero for all that the table knows of the file.
  public static SkippedCases of(String file) {
    return new SkippedCases(file);
  }

  /// One case is left out.
  ///
  /// @param which as in the table
  public void add(String which) {
    left.merge(which, 1, Integer::sum);
  }

  /// Everything was seen: the table has to say the same.
  ///
  /// @param cases in the set
  public void agree(int cases) {
    List<Row> known = inFiles().stream().filter(row -> row.file.equals(file)).toList();
    Map<String, Integer> told = new TreeMap<>();
    known.forEach(row -> told.put(row.which, row.left));
    assertThat(left).as("left out of %s, as %s has it", file, TABLE).isEqualTo(told);
    assertThat(known).as("cases of %s", file).allMatch(row -> row.cases == cases);
  }

  /// A row of the first table.
  record Row(String file, int cases, int left, String which, String why) {}

  static List<Row> inFiles() {
    return cells(5).stream()
        .map(c ->
            new Row(
                c.get(0),
                Integer.parseInt(c.get(1)),
                Integer.parseInt(c.get(2)),
                c.get(3),
                c.get(4)))
        .toList();
  }

  /// A row of the second table.
  record Unread(String prefix, int files, String why) {}

  static List<Unread> unread() {
    return cells(3).stream()
        .map(c -> new Unread(c.get(0), Integer.parseInt(c.get(1)), c.get(2)))
        .toList();
  }

  /// The cells of all rows with so many of them, heads left out.
  private static List<List<String>> cells(int columns) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : text().lines().toList()) {
      List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      boolean head = line.startsWith("| file |") || line.startsWith("|---");
      if (cells.size() == columns + 2 && !head) {
        rows.add(cells.subList(1, columns + 1));
      }
    }
    return rows;
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(SkippedCases.class.getResourceAsStream(TABLE), TABLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

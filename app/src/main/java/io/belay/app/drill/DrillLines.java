package io.belay.app.drill;

import io.belay.core.practice.DrillAct;
import io.belay.core.practice.DrillJob;
import io.belay.core.practice.DrillReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A report as plain lines: scenes down, jobs across, columns as wide as they need to be.
public final class DrillLines {
  private final DrillPhrases phrases;

  /// Speaks with these phrases.
  public DrillLines(DrillPhrases phrases) {
    this.phrases = phrases;
  }

  /// The verdict, when it was, and the table.
  public List<String> of(DrillReport report, Instant now) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(head());
    report.acts().forEach(act -> rows.add(row(report, act)));
    List<String> lines = new ArrayList<>(aligned(rows));
    lines.add("");
    lines.add(phrases.verdict(report));
    lines.add(phrases.held(report, now));
    return lines;
  }

  private List<String> head() {
    List<String> head = new ArrayList<>(List.of(""));
    for (DrillJob job : DrillJob.values()) {
      head.add(phrases.job(job).toLowerCase(Locale.ROOT));
    }
    head.add("");
    return head;
  }

  private List<String> row(DrillReport report, DrillAct act) {
    List<String> row = new ArrayList<>();
    row.add(phrases.scene(act.scene(), report.groups()));
    for (DrillJob job : DrillJob.values()) {
      row.add(act.result(job).map(phrases::result).orElse(""));
    }
    row.add(phrases.outcome(act));
    return row;
  }

  private static List<String> aligned(List<List<String>> rows) {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + 2);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}

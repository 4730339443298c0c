package io.belay.core.store;

import io.belay.base.TxHash;
import io.belay.core.state.State;
import java.util.HashMap;
import java.util.Map;

/// What a person calls transactions, in a data directory. Never leaves it.
public final class LabelBook {
  /// Longest label, in UTF-16 units.
  public static final int MOST = 200;

  private final Database database;
  private final State<Map<TxHash, String>> labels;

  /// Reads the labels.
  public LabelBook(Database database) {
    this.database = database;
    this.labels = new State<>(load());
  }

  /// All of them; kept up to date within this process.
  public State<Map<TxHash, String>> labels() {
    return labels;
  }

  /// Calls a transaction so from now on; blank takes its label away. One line of at most [#MOST].
  ///
  /// @return the label as it was kept
  public String put(TxHash hash, String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String label = line.length() <= MOST ? line : cut(line).strip();
    database.write(c ->
        label.isEmpty()
            ? Sql.change(c, "DELETE FROM tx_labels WHERE hash=?", hash)
            : Sql.change(
                c,
                "INSERT INTO tx_labels VALUES (?,?) ON CONFLICT (hash) DO UPDATE SET"
                    + " label=excluded.label",
                hash,
                label));
    labels.set(load());
    return label;
  }

  // never within a character of two units
  private static String cut(String line) {
    int end = Character.isHighSurrogate(line.charAt(MOST - 1)) ? MOST - 1 : MOST;
    return line.substring(0, end);
  }

  private Map<TxHash, String> load() {
    Map<TxHash, String> all = new HashMap<>();
    database
        .read(c ->
            Sql.list(
                c,
                "SELECT hash, label FROM tx_labels",
                row -> Map.entry(TxHash.parse(row.getString(1)), row.getString(2))))
        .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    return Map.copyOf(all);
  }
}

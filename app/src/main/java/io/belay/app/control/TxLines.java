package io.belay.app.control;

import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.core.send.TxRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Transactions, one line each, or what to do while there is none. Lines stay what they are while
/// others come and go.
public final class TxLines extends VBox {
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

  private final Ui ui;
  private final Supplier<TxWords> says;
  private final Consumer<TxHash> open;
  private final Map<TxHash, TxLine> lines = new HashMap<>();
  private final Label nothing = Build.wrapped("", "muted");
  private final HBox empty;

  /// @param says what they do, by what is known now
  /// @param open leads to a transaction
  public TxLines(Ui ui, Supplier<TxWords> says, Consumer<TxHash> open) {
    this.ui = ui;
    this.says = says;
    this.open = open;
    this.empty = Build.row(0, nothing);
    empty.getStyleClass().add("empty");
    getStyleClass().addAll("panel", "flush");
    sayWhenEmpty(ui.text("activity.empty"));
    show(List.of());
  }

  /// What stands there while there is none.
  public void sayWhenEmpty(String text) {
    nothing.setText(text);
  }

  /// Shows these, in this order.
  public void show(List<TxRecord> records) {
    List<Node> wanted = new ArrayList<>();
    TxWords words = says.get();
    for (TxRecord record : records) {
      TxHash hash = record.hash();
      TxLine line = lines.computeIfAbsent(hash, h -> new TxLine(ui, () -> open.accept(hash)));
      line.show(record, words);
      line.pseudoClassStateChanged(FIRST, wanted.isEmpty());
      wanted.add(line);
    }
    lines.values().retainAll(wanted);
    arrange(wanted.isEmpty() ? List.of(empty) : wanted);
  }

  /// Puts the focus on a transaction's line, where it is shown.
  public void focus(TxHash hash) {
    Optional.ofNullable(lines.get(hash)).ifPresent(Node::requestFocus);
  }

  // a line that is already in its place is not touched: taking it out would take its focus
  private void arrange(List<? extends Node> wanted) {
    getChildren().removeIf(node -> !wanted.contains(node));
    for (int i = 0; i < wanted.size(); i++) {
      Node node = wanted.get(i);
      if (i >= getChildren().size() || !getChildren().get(i).equals(node)) {
        getChildren().remove(node);
        getChildren().add(i, node);
      }
    }
  }
}

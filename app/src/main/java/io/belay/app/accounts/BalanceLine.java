package io.belay.app.accounts;

import io.belay.app.control.Build;
import io.belay.app.control.ObservedLabel;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What there is of one asset in one place, how that is known, and when it was read.
final class BalanceLine extends HBox {
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Ui ui;
  private final Label amount = Build.label("", "strong");
  private final Label read = Build.label("", "muted");
  private final ObservedLabel known;
  private Observed<Wei> value = new Observed.Unknown<>("not-read-yet");

  /// @param name of the place or the asset
  /// @param groups operators in all
  /// @param act what can be done with it
  BalanceLine(Ui ui, Node name, String symbol, int groups, Node... act) {
    this.ui = ui;
    this.known = new ObservedLabel(ui, value, groups);
    getStyleClass().add("egress-line");
    HBox left = Build.row(8, name);
    left.setPrefWidth(230);
    left.setMinWidth(120);
    HBox sum = Build.row(6, amount, Build.label(symbol, "muted"));
    sum.setAlignment(Pos.CENTER_RIGHT);
    sum.setPrefWidth(210);
    sum.setMinWidth(130);
    known.setPrefWidth(210);
    known.setMinWidth(196);
    read.setMinWidth(0);
    getChildren().addAll(left, sum, known, read, Build.spring());
    getChildren().addAll(act);
  }

  /// Stands first in its panel, whose own border is enough above it.
  BalanceLine first() {
    pseudoClassStateChanged(FIRST, true);
    return this;
  }

  void show(String text, Observed<Wei> next, Instant now) {
    amount.setText(text);
    amount.pseudoClassStateChanged(STALE, next instanceof Observed.Stale<?>);
    value = next;
    age(now);
  }

  /// Lets the ages grow.
  void age(Instant now) {
    known.show(value);
    read.setText(new Phrases(ui.words()).readAt(value, now));
  }
}

package io.belay.app.control;

import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// The answer to "How is this known?": level, block, hash, operators, age, or who contradicts whom.
public final class KnownBy {
  private final Ui ui;

  /// Speaks with the window's words.
  public KnownBy(Ui ui) {
    this.ui = ui;
  }

  /// Opens below a node; closes by Esc or a click elsewhere.
  public void open(Node owner, Observed<?> value, int groups) {
    Popup popup = new Popup();
    popup.setAutoHide(true);
    popup.getContent().add(content(value, groups));
    var bounds = owner.localToScreen(owner.getBoundsInLocal());
    popup.show(owner, bounds.getMinX(), bounds.getMaxY() + 4);
  }

  /// What it shows.
  public VBox content(Observed<?> value, int groups) {
    Instant now = ui.clock().instant();
    String words = new Phrases(ui.words()).known(value, groups, now);
    VBox box =
        Build.column(
            "popover",
            Build.label(ui.text("known.title"), "section-title"),
            new Chip(value.level(), words));
    box.getStylesheets().setAll(sheets());
    box.getChildren().add(Build.wrapped(explanation(value), "muted"));
    value.proof().ifPresent(evidence -> addEvidence(box, evidence, now));
    if (value instanceof Observed.Disputed<?>(var claims)) {
      claims.forEach(claim -> box.getChildren().add(Build.wrapped(claim)));
    }
    return box;
  }

  private static String[] sheets() {
    return new String[] {sheet("belay.css"), sheet("parts.css")};
  }

  private static String sheet(String name) {
    return java.util.Objects.requireNonNull(
            KnownBy.class.getResource("/io/belay/app/theme/" + name), "a resource of the program")
        .toExternalForm();
  }

  private void addEvidence(VBox box, Evidence evidence, Instant now) {
    box.getChildren()
        .addAll(
            Build.fact(ui.text("known.block"), Build.label(Phrases.count(evidence.blockNumber()))),
            Build.fact(
                ui.text("known.hash"), Build.wrapped(evidence.blockHash().toString(), "mono")),
            Build.fact(
                ui.text("known.groups"), Build.wrapped(String.join(", ", evidence.groups()))),
            Build.fact(
                ui.text("known.age"),
                Build.label(new Phrases(ui.words()).ago(evidence.readAt(), now))));
  }

  private String explanation(Observed<?> value) {
    return switch (value) {
      case Observed.Unknown<?>(String reason) ->
          ui.text("known.because.unknown", ui.words().reason(reason));
      default -> ui.text("known.because." + value.level().word());
    };
  }
}

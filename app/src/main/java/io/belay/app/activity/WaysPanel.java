package io.belay.app.activity;

import io.belay.app.control.Build;
import io.belay.app.control.Chip;
import io.belay.app.control.EvidenceWords;
import io.belay.app.control.RevealsWords;
import io.belay.app.fx.Ui;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.send.Ladder;
import io.belay.core.send.Rung;
import io.belay.core.state.Observed.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The ways out in their order: whether each is open, what was tried, what it reveals to whom, and
/// what is left to the user.
final class WaysPanel extends VBox {
  private final Ui ui;
  private final Runnable connectivity;
  private final Runnable bytes;

  /// @param connectivity leads to the endpoints and their policy
  /// @param bytes opens the lifeboat
  WaysPanel(Ui ui, Runnable connectivity, Runnable bytes) {
    this.ui = ui;
    this.connectivity = connectivity;
    this.bytes = bytes;
    getStyleClass().addAll("panel", "flush");
    setId("ways-out");
  }

  void show(Optional<Ladder> ladder) {
    getChildren().clear();
    Build.present(this, ladder.isPresent());
    ladder.ifPresent(this::draw);
  }

  private void draw(Ladder ladder) {
    VBox head =
        Build.column(
            "panel-head",
            Build.label(ui.text("way.title"), "section-title"),
            Build.wrapped(ui.text("way.detail"), "muted"));
    getChildren().add(head);
    int number = 1;
    for (Rung rung : ladder.rungs()) {
      getChildren().add(rung(number++, rung));
    }
  }

  private HBox rung(int number, Rung rung) {
    VBox text =
        new VBox(
            2,
            Build.label(ui.text("way." + rung.kind().word()), "strong"),
            Build.wrapped(
                ui.text("way.reveals", new RevealsWords(ui.words()).of(rung.reveals())),
                "muted",
                "caption"));
    for (String line : tried(rung)) {
      text.getChildren().add(Build.wrapped(line, "caption"));
    }
    next(rung)
        .ifPresent(key -> text.getChildren().add(Build.wrapped(ui.text(key), "caption", "medium")));
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox standing = Build.row(0, standing(rung));
    standing.setMinWidth(168);
    standing.setMaxWidth(168);
    Label place = Build.label(number + ".", "muted");
    place.setMinWidth(16);
    HBox row = Build.row(12, place, standing, text, action(rung));
    row.getStyleClass().add("rung");
    return row;
  }

  private List<String> tried(Rung rung) {
    EvidenceWords words = new EvidenceWords(ui.words());
    List<String> lines =
        rung.tried().stream()
            .map(row -> ui.text("net.of", row.endpoint().value(), words.happened(row)))
            .collect(Collectors.toList());
    if (lines.isEmpty() && rung.isAllowed() && !rung.endpoints().isEmpty()) {
      lines.add(
          rung.endpoints().stream()
              .map(EndpointConfig::operator)
              .distinct()
              .collect(Collectors.joining(" · ")));
    }
    return lines;
  }

  private Node standing(Rung rung) {
    String word = ui.text("way.is." + rung.standing().word());
    return switch (rung.standing()) {
      case HOLDS -> Build.row(6, dot(true), Build.label(word, "up-word"));
      case OPEN -> Build.row(6, dot(false), Build.label(word));
      case TRIED -> new Chip(Level.STALE, word);
      case BARRED -> new Chip(Level.UNKNOWN, word);
      case ABSENT -> Build.label(word, "faint");
    };
  }

  private static Region dot(boolean on) {
    Region dot = new Region();
    dot.getStyleClass().add("state-dot");
    if (!on) {
      dot.getStyleClass().add("off");
    }
    return dot;
  }

  private static Optional<String> next(Rung rung) {
    if (rung.kind() == Rung.Kind.LIFEBOAT) {
      return Optional.of("way.do.lifeboat");
    }
    return switch (rung.standing()) {
      case HOLDS, TRIED, OPEN -> Optional.empty();
      case BARRED -> Optional.of("way.do.barred");
      case ABSENT ->
          switch (rung.kind()) {
            case OWN_NODE -> Optional.of("way.do.own-node");
            case ORDINARY -> Optional.of("way.do.ordinary");
            case PROXY -> Optional.of("way.do.proxy");
            case LAST_GOOD_DNS, SEQUENCER, PRIVATE_RELAY, LIFEBOAT -> Optional.empty();
          };
    };
  }

  private Node action(Rung rung) {
    if (rung.kind() == Rung.Kind.LIFEBOAT) {
      return Build.button(ui.text("way.lifeboat.open"), "plain", bytes);
    }
    boolean there = next(rung).filter(key -> !key.equals("way.do.proxy")).isPresent();
    return there ? Build.button(ui.text("way.connectivity"), "plain", connectivity) : new Region();
  }
}

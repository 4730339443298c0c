package io.belay.app.networks;

import io.belay.app.control.Build;
import io.belay.app.control.Spoken;
import io.belay.app.control.WaitLine;
import io.belay.app.fx.Ui;
import io.belay.core.chain.Chain;
import io.belay.core.rpc.LocalNodes.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Finds a node on this computer: says whom it asks, shows what answers, adds one at a click.
final class FindNodePanel extends VBox {
  private final Ui ui;
  private final FindNodeViewModel model;
  private final VBox found = new VBox(8);
  private final Button look;

  /// @param chains the networks to choose from
  /// @param close puts the panel away
  FindNodePanel(Ui ui, FindNodeViewModel model, List<Chain> chains, Runnable close) {
    super(12);
    this.ui = ui;
    this.model = model;
    this.look = Build.button(ui.text("find.go"), "fth-search", "accent", model::look);
    setId("find-node");
    getStyleClass().add("panel");
    look.setId("find-go");
    look.disableProperty().bind(model.busy());
    Button done =
        Build.button(
            ui.text("action.close"),
            "plain",
            () -> {
              model.stop();
              close.run();
            });
    done.setId("find-close");
    String places =
        model.places().stream().map(FindNodeViewModel::shown).collect(Collectors.joining("  "));
    getChildren()
        .addAll(
            Build.label(ui.text("find.title"), "section-title"),
            Build.wrapped(ui.text("find.detail"), "muted"),
            Build.row(8, networks(chains), look, done),
            new WaitLine(ui, model.busy(), ui.text("find.asking"), "find-cancel", model::cancel),
            Build.said(model.said(), "medium"),
            Build.problem(model.problem()),
            found,
            new VBox(
                2,
                Build.label(ui.text("find.places"), "muted", "caption"),
                Build.wrapped(places, "bytes")));
    model.answers().addListener((o, was, is) -> show());
    model.added().addListener((o, was, is) -> show());
    show();
  }

  private ComboBox<Chain> networks(List<Chain> chains) {
    ComboBox<Chain> box = new ComboBox<>();
    box.setId("find-network");
    box.setAccessibleText(ui.text("nav.network"));
    box.setPrefWidth(220);
    box.setConverter(new Spoken<>(Chain::name));
    box.getItems().setAll(chains);
    model.chain().get().ifPresent(box::setValue);
    box.setOnAction(e -> model.choose(box.getValue()));
    return box;
  }

  private void show() {
    List<Answer> answered =
        model.answers().get().values().stream()
            .filter(Answer::isThere)
            .sorted(
                Comparator.comparing((Answer a) -> !a.isFound())
                    .thenComparing(a -> a.url().toString()))
            .toList();
    found.getChildren().setAll(answered.stream().map(this::line).toList());
    if (answered.stream().anyMatch(Answer::isFound)) {
      found.getChildren().add(Build.wrapped(ui.text("find.trust"), "muted", "caption"));
    }
    Build.present(found, !answered.isEmpty());
  }

  private Node line(Answer answer) {
    String place = FindNodeViewModel.shown(answer.url());
    VBox said =
        new VBox(
            2,
            Build.label(place, "strong"),
            Build.wrapped(model.words(answer), "muted", "caption"));
    said.getStyleClass().add("cell-lines");
    said.setMinWidth(0);
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox line = Build.row(12, said);
    line.getStyleClass().add("found-node");
    if (model.added().get().contains(answer.url())) {
      line.getChildren().add(Build.label(ui.text("find.added"), "medium"));
    } else if (answer.isFound()) {
      Button add = Build.button(ui.text("find.add"), "accent", () -> model.add(answer.url()));
      add.setAccessibleText(ui.text("net.of", place, ui.text("find.add")));
      add.getStyleClass().add("find-add");
      line.getChildren().add(add);
    }
    return line;
  }

  void focus() {
    look.requestFocus();
  }
}

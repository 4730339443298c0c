package io.belay.app.connectivity;

import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import io.belay.core.rpc.Independence;
import io.belay.core.rpc.Independence.Addition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// How many endpoints are how many groups, what fails together, and what would help most.
final class GroupsPanel extends VBox {
  private final Ui ui;
  private final NetworkViewModel model;
  private final Runnable addOwn;
  private final GroupWords words;
  private final Label headline = Build.wrapped("", "section-title");
  private final Label effective = Build.wrapped("", "muted");
  private final VBox rows = new VBox(8);

  /// @param addOwn leads to adding a node of one's own
  GroupsPanel(Ui ui, NetworkViewModel model, Runnable addOwn) {
    this.ui = ui;
    this.model = model;
    this.addOwn = addOwn;
    this.words = new GroupWords(ui);
    setId("net-groups");
    getStyleClass().add("panel");
    getChildren().addAll(new VBox(4, headline, effective), rows);
  }

  void show(NetworkSheet sheet) {
    Independence found = sheet.independence();
    headline.setText(words.headline(found));
    effective.setText(words.effective(found));
    rows.getChildren().clear();
    found.together().forEach(shared -> rows.getChildren().add(warning(words.together(shared))));
    if (!found.unproven().isEmpty()) {
      rows.getChildren().add(warning(words.unproven(found.unproven())));
    }
    if (!sheet.isFixed()) {
      found.additions().stream().findFirst().ifPresent(a -> rows.getChildren().add(help(a)));
      if (found.together().isEmpty()) {
        rows.getChildren().add(Build.wrapped(ui.text("groups.unseen"), "muted", "caption"));
      }
    }
    Build.present(rows, !rows.getChildren().isEmpty());
  }

  private static HBox warning(String text) {
    return line("fth-link", text);
  }

  private static HBox line(String icon, String text) {
    Label said = Build.wrapped(text);
    HBox.setHgrow(said, Priority.ALWAYS);
    said.setMaxWidth(Double.MAX_VALUE);
    return Build.row(10, new FontIcon(icon), said);
  }

  private HBox help(Addition addition) {
    HBox line = line("fth-plus-circle", words.addition(addition));
    Button go =
        addition
            .endpoint()
            .map(id ->
                Build.button(ui.text("groups.help.on"), "plain", () -> model.enable(id, true)))
            .orElseGet(() -> Build.button(ui.text("groups.help.add"), "plain", addOwn));
    go.setId("net-help");
    line.getChildren().add(go);
    return line;
  }
}

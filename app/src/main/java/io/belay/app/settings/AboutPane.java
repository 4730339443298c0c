package io.belay.app.settings;

import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import io.belay.app.fx.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Which Belay this is, what it sends to whom, and whose work is in it.
final class AboutPane extends VBox {
  private static final String PARTS = "/io/belay/app/licences/parts.txt";

  private final Ui ui;

  AboutPane(Ui ui, UpdateViewModel updates, Runnable back) {
    super(16);
    this.ui = ui;
    Button leave = Build.button(ui.text("about.back"), "fth-arrow-left", "plain", back);
    leave.setId("about-back");
    getChildren()
        .addAll(
            Build.head(ui.text("about.title"), leave),
            program(),
            new UpdatePanel(ui, updates),
            sends(),
            parts());
  }

  private VBox panel(String title) {
    VBox panel = Build.column("panel", Build.label(ui.words().get(title), "section-title"));
    panel.setMaxWidth(720);
    return panel;
  }

  private VBox program() {
    VBox panel = panel("app.name");
    panel
        .getChildren()
        .addAll(
            Build.fact(ui.text("about.version"), Build.label(Version.NUMBER, "strong")),
            Build.fact(
                ui.text("about.java"),
                Build.label(System.getProperty("java.runtime.version", ""), "text-like")),
            Build.fact(ui.text("about.licence"), Build.label("Apache-2.0", "text-like")));
    return panel;
  }

  private VBox sends() {
    VBox panel = panel("about.sends");
    for (String key : List.of("about.sends.endpoints", "about.sends.never", "about.sends.nobody")) {
      panel.getChildren().add(Build.wrapped(ui.words().get(key), "text-like"));
    }
    return panel;
  }

  private VBox parts() {
    VBox panel = panel("about.parts");
    for (String line : text(PARTS).lines().toList()) {
      String[] part = line.split("\t", -1);
      HBox row = Build.fact(part[1], Build.wrapped(part[2], "muted"));
      row.getStyleClass().add("licence");
      panel.getChildren().add(row);
    }
    LegalTexts.folder()
        .ifPresent(folder ->
            panel
                .getChildren()
                .add(Build.wrapped(ui.text("about.texts", folder), "muted", "caption")));
    panel
        .getChildren()
        .addAll(
            font("about.font.sans", "OFL-BelaySans.txt"),
            font("about.font.mono", "OFL-JetBrainsMono.txt"));
    return panel;
  }

  private TitledPane font(String key, String file) {
    TextArea area = new TextArea(text("/io/belay/app/fonts/" + file));
    area.setEditable(false);
    area.setWrapText(true);
    area.setPrefRowCount(10);
    area.setAccessibleText(ui.words().get(key));
    TitledPane pane = new TitledPane(ui.words().get(key), area);
    pane.setExpanded(false);
    pane.setAnimated(false);
    return pane;
  }

  /// A text of the program.
  static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(AboutPane.class.getResourceAsStream(name), "a text is missing")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

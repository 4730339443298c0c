package io.belay.app.settings;

import io.belay.app.control.Build;
import io.belay.app.control.CopyButton;
import io.belay.app.control.Pick;
import io.belay.app.control.Strip;
import io.belay.app.fx.Look;
import io.belay.app.fx.Page;
import io.belay.app.fx.Ui;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The settings page, with what Belay is made of behind it.
public final class SettingsView implements Page {
  private final Ui ui;
  private final SettingsViewModel model;
  private final Runnable connectivity;
  private final VBox page = Build.column("page");
  private final VBox strips = new VBox(8);
  private final List<Node> settings;
  private boolean about;

  /// Shows the settings.
  ///
  /// @param lock the choice of when the vault locks, which another page shows too
  /// @param connectivity leads to where the proxy is set
  public SettingsView(Ui ui, SettingsViewModel model, Node lock, Runnable connectivity) {
    this.ui = ui;
    this.model = model;
    this.connectivity = connectivity;
    Button made = Build.button(ui.text("about.open"), "fth-info", "plain", this::showAbout);
    made.setId("settings-about");
    this.settings =
        List.of(Build.head(ui.text("nav.settings"), made), strips, looks(), use(lock), data());
    model.problem().addListener((o, was, is) -> showProblem());
    showProblem();
    showSettings();
  }

  private void showProblem() {
    String told = model.problem().get();
    strips.getChildren().setAll(told.isEmpty() ? List.of() : List.of(Strip.advice(told, "")));
    Build.present(strips, !told.isEmpty());
  }

  private void showSettings() {
    about = false;
    page.getChildren().setAll(settings);
  }

  private void showAbout() {
    about = true;
    page.getChildren().setAll(new AboutPane(ui, this::showSettings));
  }

  private VBox panel(String title, Node... rows) {
    VBox panel = Build.column("panel", Build.label(ui.text(title), "section-title"));
    panel.getChildren().addAll(rows);
    panel.setMaxWidth(720);
    return panel;
  }

  private Node row(String key, Node value) {
    value.setAccessibleText(ui.words().get(key));
    HBox row = Build.fact(ui.words().get(key), value);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private VBox looks() {
    Pick<Look.Colours> colours =
        new Pick<>(
            List.of(Look.Colours.values()),
            c -> ui.text("settings.colours." + c.word()),
            model.look().map(Look::colours),
            c -> model.look(look -> look.in(c)));
    colours.setId("settings-colours");
    Pick<Integer> size =
        new Pick<>(
            Look.SIZES,
            percent -> ui.text("settings.percent", percent),
            model.look().map(Look::percent),
            percent -> model.look(look -> look.sized(percent)));
    size.setId("settings-size");
    Pick<String> language =
        new Pick<>(
            model.languages(),
            model::language,
            model.chosen().map(Choices::language),
            model::speak);
    language.setId("settings-language");
    return panel(
        "settings.looks",
        row("settings.colours", colours),
        row("settings.size", size),
        hint("settings.size.keys"),
        check("settings.still", Look::still, Look::stilled),
        row("settings.language", language),
        hint("settings.language.detail"));
  }

  private CheckBox check(String key, Predicate<Look> now, BiFunction<Look, Boolean, Look> change) {
    CheckBox box = new CheckBox(ui.words().get(key));
    box.setId(key.replace('.', '-'));
    box.setSelected(now.test(model.look().get()));
    model.look().addListener((o, was, is) -> box.setSelected(now.test(is)));
    box.selectedProperty().addListener((o, was, is) -> model.look(look -> change.apply(look, is)));
    return box;
  }

  private Label hint(String key) {
    return Build.wrapped(ui.words().get(key), "muted", "caption");
  }

  private VBox use(Node lock) {
    return panel(
        "settings.use",
        lock,
        notices(),
        hint("settings.notify.detail"),
        check("settings.expert", Look::expert, Look::forExperts),
        hint("settings.expert.detail"));
  }

  private CheckBox notices() {
    CheckBox box = new CheckBox(ui.text("settings.notify"));
    box.setId("settings-notify");
    box.setSelected(model.chosen().get().notices());
    box.selectedProperty().addListener((o, was, is) -> model.notifying(is));
    return box;
  }

  private VBox data() {
    Label proxy = Build.wrapped("", "text-like");
    proxy.textProperty().bind(model.proxy());
    Button lead = Build.button(ui.text("settings.proxy.lead"), "plain", connectivity);
    lead.setId("settings-proxy");
    VBox panel = panel("settings.data");
    if (!model.directory().isEmpty()) {
      Label path = Build.wrapped(model.directory(), "mono");
      Button open =
          Build.button(ui.text("settings.open"), "fth-folder", "plain", model::openDirectory);
      open.setId("settings-open");
      CopyButton copy = CopyButton.text(ui, ui.text("settings.copy"), () -> model.directory());
      copy.setId("settings-copy");
      panel
          .getChildren()
          .addAll(
              Build.fact(ui.text("settings.directory"), path),
              hint("settings.directory.detail"),
              Build.row(8, open, copy));
    }
    panel.getChildren().addAll(Build.fact(ui.text("settings.proxy"), proxy), Build.row(8, lead));
    return panel;
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void shown() {
    model.load();
  }

  @Override
  public void hidden() {
    showSettings();
  }

  @Override
  public void refresh() {
    model.load();
  }

  @Override
  public boolean back() {
    boolean step = about;
    showSettings();
    return step;
  }
}

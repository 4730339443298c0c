package io.belay.app.networks;

import io.belay.app.control.Aside;
import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.fx.Page;
import io.belay.app.fx.Ui;
import io.belay.core.chain.Chain;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The networks page.
public final class NetworksView implements Page {
  private final Ui ui;
  private final NetworksViewModel model;
  private final VBox page = Build.column("page");
  private final VBox strips = new VBox(8);
  private final Aside aside = new Aside();
  private final VBox used = Build.column("panel flush");
  private final VBox others = Build.column("panel flush");

  /// Shows the networks.
  public NetworksView(Ui ui, NetworksViewModel model) {
    this.ui = ui;
    this.model = model;
    Button find = Build.button(ui.text("find.open"), "fth-search", "plain", this::seek);
    find.setId("networks-find");
    Button add = Build.button(ui.text("networks.add"), "fth-plus", "accent", this::add);
    add.setId("networks-add");
    page.getChildren()
        .addAll(
            Build.head(ui.text("networks.title"), find, add),
            Build.wrapped(ui.text("networks.detail"), "muted"),
            strips,
            aside,
            Build.label(ui.text("networks.used"), "section-title"),
            used,
            Build.row(
                16,
                Build.label(ui.text("networks.others"), "section-title"),
                Build.spring(),
                search()),
            others);
    model.lines().addListener((o, was, is) -> showLines());
    model.search().addListener((o, was, is) -> showLines());
    model.question().addListener((o, was, is) -> ask(is));
    model.leaving().addListener((o, was, is) -> askRemove(is));
    model.problem().addListener((o, was, is) -> showStrips());
    model.notice().addListener((o, was, is) -> showNotice(is));
    aside.close();
    showLines();
    showStrips();
  }

  private TextField search() {
    TextField search = new TextField();
    search.setId("networks-search");
    search.setPromptText(ui.text("networks.search"));
    search.setAccessibleText(ui.text("networks.search"));
    search.setPrefWidth(280);
    search.textProperty().bindBidirectional(model.search());
    return search;
  }

  private void showLines() {
    show(used, model.shown(true));
    show(others, model.shown(false));
  }

  private void show(VBox panel, List<NetworkLine> lines) {
    if (lines.isEmpty()) {
      String key = model.loaded().get() ? "networks.none" : "networks.reading";
      HBox empty = Build.row(0, Build.wrapped(ui.text(key), "muted"));
      empty.getStyleClass().add("empty");
      panel.getChildren().setAll(empty);
      return;
    }
    panel
        .getChildren()
        .setAll(
            lines.stream().map(line -> new NetworkRowView(ui, model, line, this::find)).toList());
  }

  private void showNotice(String done) {
    if (!done.isEmpty()) {
      aside.close(); // what was open led to it
    }
    showStrips();
  }

  private void showStrips() {
    strips.getChildren().clear();
    if (!model.problem().get().isEmpty()) {
      strips.getChildren().add(Strip.advice(model.problem().get(), ""));
    }
    if (!model.notice().get().isEmpty()) {
      strips.getChildren().add(Strip.note(model.notice().get(), ""));
    }
    Build.present(strips, !strips.getChildren().isEmpty());
  }

  private void add() {
    model.dismiss();
    AddNetworkForm form = new AddNetworkForm(ui, model.adding(), aside::close);
    aside.open(form);
    form.focus();
  }

  private void seek() {
    model.lines().get().stream()
        .filter(line -> !line.isFixed())
        .sorted((one, two) -> Boolean.compare(two.standing().used(), one.standing().used()))
        .findFirst()
        .ifPresent(line -> find(line.chain()));
  }

  private void find(Chain chain) {
    model.dismiss();
    model.finding().choose(chain);
    List<Chain> chains =
        model.lines().get().stream()
            .filter(line -> !line.isFixed())
            .map(NetworkLine::chain)
            .toList();
    FindNodePanel panel = new FindNodePanel(ui, model.finding(), chains, aside::close);
    aside.open(panel);
    panel.focus();
  }

  private void ask(Optional<NetworkLine> about) {
    about.ifPresentOrElse(
        line -> {
          FirstUsePanel panel = new FirstUsePanel(ui, model, line);
          aside.open(panel);
          panel.focus();
        },
        aside::close);
  }

  private void askRemove(Optional<NetworkLine> about) {
    if (about.isEmpty()) {
      aside.close();
      return;
    }
    Button yes = Build.button(ui.text("networks.remove"), "plain", model::remove);
    yes.setId("networks-remove-yes");
    Button no = Build.button(ui.text("action.cancel"), "plain", model::dismiss);
    String name = about.get().chain().name();
    aside.open(
        Strip.advice(
            ui.text("networks.remove.ask", name), ui.text("networks.remove.detail"), yes, no));
    no.requestFocus();
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
    model.stop();
    aside.close();
  }

  @Override
  public void refresh() {
    model.load();
  }

  @Override
  public boolean back() {
    boolean open = aside.isVisible();
    model.finding().stop();
    model.dismiss();
    aside.close();
    return open;
  }
}

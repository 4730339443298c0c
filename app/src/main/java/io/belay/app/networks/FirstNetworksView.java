package io.belay.app.networks;

import io.belay.app.control.Aside;
import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import io.belay.app.networks.FirstNetworksViewModel.Through;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The question which networks are used and through whom, before the first packet.
public final class FirstNetworksView extends VBox {
  private final Ui ui;
  private final FirstNetworksViewModel model;
  private final FlowPane networks = new FlowPane(20, 10);
  private final ToggleGroup group = new ToggleGroup();
  private final ChoiceRow strangers;
  private final ChoiceRow own;
  private final ChoiceRow ask;
  private final VBox nodes = new VBox(8);
  private final Aside aside = new Aside();

  /// Asks it; the answer is the model's.
  public FirstNetworksView(Ui ui, FirstNetworksViewModel model) {
    super(12);
    this.ui = ui;
    this.model = model;
    setId("first-networks");
    strangers = choice(Through.PUBLIC, "first.public", "");
    own = choice(Through.OWN, "first.own", ui.text("start.own.detail"));
    ask = choice(Through.ASK, "first.ask", ui.text("first.ask.detail"));
    nodes.getStyleClass().add("choice-detail");
    Button add = Build.button(ui.text("start.networks.own"), "fth-plus", "link", this::add);
    add.setId("start-add");
    getChildren()
        .addAll(
            Build.label(ui.text("start.networks.title"), "section-title"),
            Build.wrapped(ui.text("start.networks.detail"), "muted"),
            networks,
            Build.row(0, add),
            Build.label(ui.text("start.through.title"), "strong"),
            strangers,
            own,
            ask,
            choice(Through.PRACTICE, "start.practice", ui.text("start.practice.detail")),
            aside,
            Build.problem(model.problem()));
    model.lines().addListener((o, was, is) -> showNetworks());
    model.fresh().addListener((o, was, is) -> aside.close());
    model.chosen().addListener((o, was, is) -> tell());
    model.through().addListener((o, was, is) -> tell());
    group
        .selectedToggleProperty()
        .addListener((o, was, is) -> model.through().set(Optional.of((Through) is.getUserData())));
    aside.close();
    showNetworks();
    model.load();
  }

  private ChoiceRow choice(Through by, String key, String sentence) {
    String id = "start-" + by.name().toLowerCase(java.util.Locale.ROOT);
    ChoiceRow row = new ChoiceRow(group, id, ui.words().get(key), sentence);
    row.button().setUserData(by);
    row.button().setSelected(model.through().get().equals(Optional.of(by)));
    return row;
  }

  private void showNetworks() {
    List<Node> boxes = new ArrayList<>();
    for (NetworkLine line : model.lines().get()) {
      CheckBox box = new CheckBox(line.chain().name());
      box.setId("start-network-" + line.chain().id());
      box.setSelected(model.chosen().get().contains(line.chain().id()));
      box.selectedProperty().addListener((o, was, is) -> model.choose(line.chain().id(), is));
      boxes.add(box);
    }
    networks.getChildren().setAll(boxes);
    tell();
  }

  private void tell() {
    strangers.means(model.strangers());
    boolean practice = model.through().get().equals(Optional.of(Through.PRACTICE));
    networks.setDisable(practice); // the sentence beside practice says that they come later
    boolean wanted = model.through().get().filter(Through::wantsNode).isPresent();
    nodes.getChildren().clear();
    getChildren().remove(nodes);
    if (wanted) {
      model.taken().forEach(line -> nodes.getChildren().add(node(line)));
      Button find = Build.button(ui.text("start.find"), "fth-search", "plain", this::find);
      find.setId("start-find");
      nodes.getChildren().add(Build.row(8, find));
    }
    if (wanted && !model.taken().isEmpty()) {
      boolean alone = model.through().get().equals(Optional.of(Through.OWN));
      getChildren().add(getChildren().indexOf(alone ? own : ask) + 1, nodes);
    }
  }

  private VBox node(NetworkLine line) {
    TextField field = new TextField();
    field.setId("start-node-" + line.chain().id());
    field.setPromptText(ui.text("start.node.prompt"));
    String name = ui.text("start.node", line.chain().name());
    field.setAccessibleText(name);
    field.textProperty().bindBidirectional(model.node(line.chain().id()));
    VBox row = Build.formRow(name, field);
    if (line.hasOwn()) {
      row.getChildren().add(Build.wrapped(ui.text("start.node.there"), "muted", "caption"));
    }
    return row;
  }

  private void add() {
    AddNetworkForm form = new AddNetworkForm(ui, model.adding(), aside::close);
    aside.open(form);
    form.focus();
  }

  private void find() {
    model.taken().stream().findFirst().ifPresent(line -> model.finding().choose(line.chain()));
    FindNodePanel panel =
        new FindNodePanel(
            ui,
            model.finding(),
            model.taken().stream().map(NetworkLine::chain).toList(),
            aside::close);
    aside.open(panel);
    panel.focus();
  }
}

package io.belay.app.nonces;

import io.belay.app.control.Build;
import io.belay.app.control.FullAddress;
import io.belay.app.control.ObservedLabel;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.send.NonceChart;
import io.belay.core.send.NonceSlot;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One account's lane: a shape for each nonce in its order, then a line for each that is not in a
/// block, with what helps.
final class LanePanel extends VBox {
  private static final int SHAPES = 40;
  private static final int LINES = 24;

  private final Ui ui;
  private final NoncesViewModel model;
  private final NonceLane lane;

  LanePanel(Ui ui, NoncesViewModel model, NonceLane lane) {
    this.ui = ui;
    this.model = model;
    this.lane = lane;
    getStyleClass().addAll("panel", "flush");
    VBox head =
        Build.column(
            "panel-head",
            Build.row(
                12,
                Build.label(lane.account().name(), "section-title"),
                new FullAddress(lane.account().ref().address())));
    head.setSpacing(8);
    getChildren().add(head);
    lane.chart()
        .ifPresentOrElse(
            chart -> draw(head, chart),
            () -> head.getChildren().add(Build.wrapped(lane.problem(), "problem")));
  }

  private void draw(VBox head, NonceChart chart) {
    String mined = chart.onChain().maybe().map(Phrases::count).orElse("—");
    head.getChildren()
        .add(
            Build.row(
                12,
                Build.label(ui.text("nonces.mined", mined)),
                new ObservedLabel(ui, chart.onChain(), model.groups()),
                Build.wrapped(ui.text("nonces.next", chart.next()), "muted")));
    if (chart.slots().isEmpty()) {
      head.getChildren().add(Build.wrapped(ui.text("nonces.quiet"), "muted"));
      return;
    }
    head.getChildren().add(picture(chart.slots()));
    List<NonceSlot> waiting =
        chart.slots().stream().filter(s -> s.kind() != NonceSlot.Kind.MINED).toList();
    waiting.stream().limit(LINES).forEach(slot -> getChildren().add(line(slot)));
    more(waiting.size() - LINES);
  }

  private void more(int left) {
    if (left > 0) {
      HBox row = Build.row(0, Build.label(ui.text("nonces.more", left), "muted"));
      row.getStyleClass().add("rung");
      getChildren().add(row);
    }
  }

  private Node picture(List<NonceSlot> slots) {
    FlowPane picture = new FlowPane(4, 4);
    slots.stream().limit(SHAPES).forEach(slot -> picture.getChildren().add(cell(slot)));
    int left = slots.size() - SHAPES;
    if (left > 0) {
      picture.getChildren().add(Build.label(ui.text("nonces.more", left), "muted", "caption"));
    }
    return picture;
  }

  private Node cell(NonceSlot slot) {
    VBox cell =
        Build.column(
            "slot",
            new SlotShape(slot.kind()),
            Build.label(String.valueOf(slot.nonce()), "strong"),
            Build.label(word(slot), "caption", "muted"));
    cell.setAccessibleText(ui.text("nonces.slot", slot.nonce(), word(slot)));
    return cell;
  }

  private String word(NonceSlot slot) {
    return ui.text("nonces.is." + slot.kind().word());
  }

  private HBox line(NonceSlot slot) {
    HBox what = Build.row(8, new SlotShape(slot.kind()), Build.label(word(slot), "medium"));
    what.setMinWidth(116);
    HBox nonce = Build.row(0, Build.label(String.valueOf(slot.nonce()), "strong"));
    nonce.setMinWidth(64);
    NonceSlot.Repair repair = model.repair(lane.account(), slot);
    VBox text = new VBox(2, Build.wrapped(says(slot)));
    model.title(slot).ifPresent(t -> text.getChildren().addFirst(Build.wrapped(t, "medium")));
    String then = then(slot, repair);
    if (!then.isEmpty()) {
      text.getChildren().add(Build.wrapped(then, "muted", "caption"));
    }
    text.getStyleClass().add("cell-lines");
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = Build.row(12, nonce, what, text);
    if (slot.ours().isPresent()) {
      row.getChildren().add(button("show", slot, ui.text("nonces.open"), () -> model.open(slot)));
    }
    if (repair != NonceSlot.Repair.NONE) {
      String key = "nonces.do." + repair.word();
      row.getChildren()
          .add(button("mend", slot, ui.text(key), () -> model.mend(lane.account(), slot)));
    }
    row.getStyleClass().add("rung");
    return row;
  }

  private Button button(String id, NonceSlot slot, String text, Runnable action) {
    Button button = Build.button(text, "plain", action);
    String address = lane.account().ref().address().toLowerHex().substring(2, 8);
    button.setId(id + "-" + address + "-" + slot.nonce());
    button.setAccessibleText(text + ", " + ui.text("nonces.slot", slot.nonce(), word(slot)));
    return button;
  }

  private String says(NonceSlot slot) {
    String key = "nonces.says." + slot.kind().word();
    return ui.text(key, String.join(", ", slot.seenBy()));
  }

  private String then(NonceSlot slot, NonceSlot.Repair repair) {
    if (repair != NonceSlot.Repair.NONE) {
      return ui.text("nonces.then." + repair.word());
    }
    if (slot.kind() != NonceSlot.Kind.FOREIGN) {
      return "";
    }
    return ui.text(slot.ours().isPresent() ? "nonces.then.aside" : "nonces.then.foreign");
  }
}

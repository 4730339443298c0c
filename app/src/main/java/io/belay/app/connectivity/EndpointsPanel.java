package io.belay.app.connectivity;

import io.belay.app.connectivity.NetworkSheet.Standing;
import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A network's endpoints: test, switch, remove, add. Those that are off are folded away. Lines stay
/// while what they say changes, and so does the focus.
final class EndpointsPanel extends VBox {
  private final Ui ui;
  private final NetworkViewModel model;
  private final Label fixed = Build.wrapped("", "muted");
  private final VBox lines = new VBox();
  private final Button more;
  private final Button testAll;
  private final Button add;
  private final AddEndpointForm form;
  private final Map<EndpointId, EndpointLine> known = new LinkedHashMap<>();
  private Optional<NetworkSheet> shown = Optional.empty();
  private boolean unfolded;

  EndpointsPanel(Ui ui, NetworkViewModel model) {
    this.ui = ui;
    this.model = model;
    this.more = Build.button("", "link", this::fold);
    this.testAll = Build.button(ui.text("net.test.all"), "fth-zap", "plain", this::testAll);
    this.add = Build.button(ui.text("net.add"), "fth-plus", "plain", () -> open(false));
    this.form = new AddEndpointForm(ui, model.adding(), this::close);
    setId("net-endpoints");
    getStyleClass().addAll("panel", "flush");
    fixed.setText(ui.text("net.fixed"));
    fixed.getStyleClass().add("panel-note");
    more.setId("net-more");
    VBox.setMargin(more, new Insets(4, 8, 4, 8));
    testAll.setId("net-test-all");
    add.setId("net-add");
    close();
    HBox head =
        Build.row(
            8,
            Build.label(ui.text("net.endpoints"), "section-title"),
            Build.spring(),
            testAll,
            add);
    head.getStyleClass().add("panel-head");
    getChildren().addAll(head, fixed, form, lines, more);
    model.probes().outcomes().addListener((o, was, is) -> tell());
  }

  /// Opens the form for a node of one's own.
  void offerOwn() {
    open(true);
  }

  private void open(boolean own) {
    model.adding().own().set(own);
    Build.present(form, true);
    Build.present(add, false);
    form.focus();
  }

  private void close() {
    Build.present(form, false);
    Build.present(add, shown.filter(s -> !s.isFixed()).isPresent());
  }

  private void fold() {
    unfolded = !unfolded;
    shown.ifPresent(this::show);
  }

  private void testAll() {
    shown.ifPresent(sheet ->
        sheet.endpoints().stream()
            .filter(c -> sheet.standing(c) == Standing.USED)
            .forEach(c -> model.probes().test(sheet.chain().id(), c.id())));
  }

  void show(NetworkSheet sheet) {
    boolean another = shown.filter(s -> s.chain().id().equals(sheet.chain().id())).isEmpty();
    boolean grown =
        !another && shown.filter(s -> s.endpoints().size() < sheet.endpoints().size()).isPresent();
    shown = Optional.of(sheet);
    if (another) {
      known.clear();
      unfolded = false;
    }
    if (another || grown) {
      close();
    }
    Build.present(fixed, sheet.isFixed());
    List<EndpointLine> now = new ArrayList<>();
    int folded = 0;
    for (EndpointConfig config : sheet.endpoints()) {
      boolean visible =
          unfolded || sheet.standing(config) != Standing.OFF || config.traits().added();
      folded += visible ? 0 : 1;
      EndpointLine line = line(sheet, config);
      line.show(sheet, config);
      if (visible) {
        now.add(line);
      }
    }
    if (!lines.getChildren().equals(now)) {
      lines.getChildren().setAll(now);
    }
    more.setText(unfolded ? ui.text("net.fewer") : ui.text("net.more", folded));
    Build.present(more, unfolded || folded > 0);
    tell();
  }

  private EndpointLine line(NetworkSheet sheet, EndpointConfig config) {
    return known.computeIfAbsent(
        config.id(), id -> new EndpointLine(ui, model, sheet.chain().id(), id));
  }

  private void tell() {
    known.forEach(
        (id, line) -> line.tell(Optional.ofNullable(model.probes().outcomes().get().get(id))));
  }
}

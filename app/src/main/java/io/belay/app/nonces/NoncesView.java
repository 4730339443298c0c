package io.belay.app.nonces;

import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.fx.Page;
import io.belay.app.fx.Ui;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// A lane for each account.
public final class NoncesView implements Page {
  private final Ui ui;
  private final NoncesViewModel model;
  private final VBox page = new VBox(16);
  private final VBox strips = new VBox(8);
  private final VBox lanes = new VBox(16);

  /// @param back leads to where it was opened
  public NoncesView(Ui ui, NoncesViewModel model, Runnable back) {
    this.ui = ui;
    this.model = model;
    Button leave = Build.button(ui.text("tx.back"), "fth-arrow-left", "plain", back);
    Button again = Build.button(ui.text("connect.again"), "fth-refresh-cw", "plain", model::read);
    Button more = Build.button("", "plain", model::showMore);
    more.setId("nonces-accounts-more");
    model.more().addListener((o, was, is) -> offer(more));
    offer(more);
    page.getChildren()
        .setAll(
            Build.head(ui.text("nonces.title"), again, leave),
            Build.wrapped(ui.text("nonces.detail"), "muted"),
            strips,
            lanes,
            more);
    model.lanes().addListener((ListChangeListener<NonceLane>) c -> showLanes());
    model.reading().addListener((o, was, is) -> showLanes());
    model.notice().addListener((o, was, is) -> showStrips());
    model.problem().addListener((o, was, is) -> showStrips());
    showLanes();
    showStrips();
  }

  private void offer(Button more) {
    more.setText(ui.text("nonces.accounts.more", model.more().get()));
    Build.present(more, model.more().get() > 0);
  }

  private void showLanes() {
    Optional<String> focused = focused();
    if (model.lanes().isEmpty()) {
      String key = model.reading().get() ? "nonces.reading" : "nonces.none";
      lanes.getChildren().setAll(Build.label(ui.text(key), "muted"));
      return;
    }
    lanes
        .getChildren()
        .setAll(model.lanes().stream().map(lane -> new LanePanel(ui, model, lane)).toList());
    focused.map(id -> lanes.lookup("#" + id)).ifPresent(Node::requestFocus);
  }

  /// What has the focus among the lanes, so that it keeps it when they are drawn anew.
  private Optional<String> focused() {
    return Optional.ofNullable(page.getScene())
        .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()))
        .flatMap(node -> Optional.ofNullable(node.getId()))
        .filter(id -> lanes.lookup("#" + id) != null);
  }

  private void showStrips() {
    strips.getChildren().clear();
    if (!model.notice().get().isEmpty()) {
      strips.getChildren().add(Strip.note(model.notice().get(), ""));
    }
    if (!model.problem().get().isEmpty()) {
      strips.getChildren().add(Strip.danger(model.problem().get(), ""));
    }
    Build.present(strips, !strips.getChildren().isEmpty());
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void shown() {
    model.start();
  }

  @Override
  public void hidden() {
    model.stop();
  }

  @Override
  public void refresh() {
    model.read();
  }

  @Override
  public boolean back() {
    return false;
  }
}

package io.belay.app.notices;

import io.belay.app.control.Build;
import io.belay.app.fx.Page;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The list of what happened, newest first.
public final class NoticesView implements Page {
  private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

  private final Ui ui;
  private final NoticesViewModel model;
  private final Consumer<TxHash> open;
  private final VBox page = Build.column("page");
  private final VBox rows = Build.column("panel flush");
  private boolean shown;

  /// Shows them.
  ///
  /// @param open leads to a send
  public NoticesView(Ui ui, NoticesViewModel model, Consumer<TxHash> open) {
    this.ui = ui;
    this.model = model;
    this.open = open;
    Button all = Build.button(ui.text("notices.read.all"), "fth-check", "plain", model::readAll);
    all.setId("notices-read");
    all.disableProperty().bind(model.unread().isEqualTo(0));
    page.getChildren()
        .addAll(
            Build.head(ui.text("nav.notices"), all),
            Build.wrapped(ui.text("notices.detail"), "muted"),
            rows);
    model.notices().addListener((ListChangeListener<Notice>) change -> show());
  }

  private void show() {
    if (!shown) {
      return; // it is made when somebody looks
    }
    rows.getChildren().setAll(model.notices().stream().map(this::row).toList());
    if (rows.getChildren().isEmpty()) {
      rows.getChildren().add(new HBox(Build.wrapped(ui.text("notices.none"), "muted")));
      rows.getChildren().getFirst().getStyleClass().add("notice");
    }
  }

  private Node row(Notice notice) {
    VBox text =
        new VBox(
            2,
            Build.wrapped(notice.title(), "medium"),
            Build.wrapped(notice.detail(), "muted", "caption"));
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row =
        Build.row(
            12,
            icon(notice.weight()),
            text,
            Build.label(
                new Phrases(ui.words()).when(notice.at(), ui.clock().instant()),
                "muted",
                "caption"));
    row.getStyleClass().addAll("notice", notice.weight().name().toLowerCase(java.util.Locale.ROOT));
    row.pseudoClassStateChanged(UNREAD, !notice.read());
    row.setAccessibleText(
        ui.text(
            notice.read() ? "notice.spoken" : "notice.spoken.new",
            notice.title(),
            notice.detail()));
    notice.send().ifPresent(send -> row.getChildren().add(lead(notice, send.hash())));
    if (!notice.read()) {
      Button seen = Build.button(ui.text("notices.read"), "plain", () -> model.read(notice));
      row.getChildren().add(seen);
    }
    return row;
  }

  private Button lead(Notice notice, TxHash hash) {
    return Build.button(
        ui.text("notices.open"),
        "plain",
        () -> {
          model.read(notice);
          open.accept(hash);
        });
  }

  private static FontIcon icon(Notice.Weight weight) {
    return new FontIcon(
        switch (weight) {
          case NEWS -> "fth-check";
          case ADVICE -> "fth-info";
          case TROUBLE -> "fth-alert-circle";
        });
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void shown() {
    shown = true;
    show();
  }

  @Override
  public void hidden() {
    shown = false;
  }

  @Override
  public void refresh() {
    show();
  }

  @Override
  public boolean back() {
    return false;
  }
}

package io.belay.app.accounts;

import io.belay.app.accounts.OthersViewModel.Line;
import io.belay.app.control.Build;
import io.belay.app.control.ObservedLabel;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.state.Observed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The accounts on one other network, one line each. A few stand there as they are; of many only
/// those in view have nodes.
final class OtherAccounts extends VBox {
  private static final int FEW = 8;
  private static final double ROW = 37;

  private final Ui ui;
  private final OthersViewModel model;
  private final ReadOnlyObjectProperty<Instant> now;
  private final ObservableList<AccountRow> rows = FXCollections.observableArrayList();
  private final List<AccountLine> lines = new ArrayList<>();
  // a list makes cells as it likes, and tells nobody which of them it has left
  private final Set<AccountLine> cells = Collections.newSetFromMap(new WeakHashMap<>());
  private Optional<ListView<AccountRow>> list = Optional.empty();
  private Optional<Line> network = Optional.empty();

  OtherAccounts(Ui ui, OthersViewModel model, ReadOnlyObjectProperty<Instant> now) {
    this.ui = ui;
    this.model = model;
    this.now = now;
  }

  void show(Line line) {
    network = Optional.of(line);
    boolean many = line.rows().size() > FEW;
    boolean same = many ? list.isPresent() : list.isEmpty() && lines.size() == line.rows().size();
    if (!same) {
      build(line, many);
    }
    // a row changes in its place, so that a chip in it keeps the focus
    for (int i = 0; i < line.rows().size(); i++) {
      AccountRow row = line.rows().get(i);
      if (!many) {
        lines.get(i).show(line, row);
      } else if (i == rows.size()) {
        rows.add(row);
      } else if (!rows.get(i).equals(row)) {
        rows.set(i, row);
      }
    }
    if (rows.size() > line.rows().size()) {
      rows.remove(line.rows().size(), rows.size());
    }
  }

  private void build(Line line, boolean many) {
    lines.clear();
    cells.clear();
    rows.clear();
    list = Optional.empty();
    if (many) {
      rows.setAll(line.rows());
      list = Optional.of(list(line));
      getChildren().setAll(list.stream().toList());
    } else {
      line.rows().forEach(row -> lines.add(new AccountLine(line)));
      getChildren().setAll(lines);
    }
  }

  private ListView<AccountRow> list(Line line) {
    ListView<AccountRow> view = new ListView<>(rows);
    view.getStyleClass().addAll("tx-list", "network-accounts");
    view.setId("others-accounts-" + line.chain().id());
    view.setAccessibleText(ui.text("net.of", line.chain().name(), ui.text("nav.accounts")));
    view.setFixedCellSize(ROW);
    view.setPrefHeight(FEW * ROW + 2);
    view.setCellFactory(v -> new Cell());
    return view;
  }

  /// Writes the amounts anew.
  void redraw() {
    lines.forEach(AccountLine::again);
    cells.forEach(AccountLine::again);
  }

  /// Lets the ages grow.
  void age() {
    lines.forEach(AccountLine::age);
    cells.forEach(AccountLine::age);
  }

  private final class Cell extends ListCell<AccountRow> {
    private Optional<AccountLine> line = Optional.empty();

    @Override
    protected void updateItem(AccountRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null || network.isEmpty()) {
        setGraphic(null);
        return;
      }
      AccountLine shown = line.orElseGet(this::make);
      shown.show(network.get(), row);
      setGraphic(shown);
    }

    private AccountLine make() {
      AccountLine made = new AccountLine(network.orElseThrow());
      line = Optional.of(made);
      cells.add(made);
      return made;
    }
  }

  private final class AccountLine extends HBox {
    private final Label name = Build.label("", "medium");
    private final Label address = Build.label("", "mono", "muted");
    private final Label balance = Build.label("", "strong");
    private final Label read = Build.label("", "muted");
    private final ObservedLabel known;
    private Optional<AccountRow> row = Optional.empty();

    AccountLine(Line line) {
      super(12);
      this.known =
          new ObservedLabel(ui, new Observed.Unknown<>("not-read-yet"), model.groups(line));
      getStyleClass().add("egress-line");
      name.setPrefWidth(130);
      address.setPrefWidth(110);
      balance.setPrefWidth(190);
      balance.setMinWidth(110);
      balance.setAlignment(Pos.CENTER_RIGHT);
      known.setPrefWidth(210);
      known.setMinWidth(196);
      getChildren().addAll(name, address, balance, known, read);
    }

    void show(Line line, AccountRow next) {
      row = Optional.of(next);
      name.setText(next.entry().name());
      address.setText(Phrases.brief(next.entry().ref().address()));
      balance.setText(model.balanceText(line, next) + " " + line.chain().currency().symbol());
      age();
    }

    void again() {
      network.ifPresent(line -> row.ifPresent(shown -> show(line, shown)));
    }

    void age() {
      row.ifPresent(shown -> {
        known.show(shown.balance());
        read.setText(new Phrases(ui.words()).readAt(shown.balance(), now.get()));
      });
    }
  }
}

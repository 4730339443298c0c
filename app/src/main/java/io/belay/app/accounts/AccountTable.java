package io.belay.app.accounts;

import io.belay.app.control.Build;
import io.belay.app.control.CopyButton;
import io.belay.app.control.ObservedLabel;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.store.AccountEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line per account: name, network, balance, how it is known, when it was read.
final class AccountTable {
  private static final double HEAD = 33;
  private static final double ROW = 36;
  private static final double CELL_PADDING = 24; // of both sides
  private static final double ROOM_FOR_NETWORK = 900;

  private final Ui ui;
  private final AccountsViewModel model;
  private final Consumer<AccountEntry> open;
  private final ObservableList<ObjectProperty<AccountRow>> lines =
      FXCollections.observableArrayList();
  private final TableView<ObjectProperty<AccountRow>> table;

  AccountTable(Ui ui, AccountsViewModel model, Consumer<AccountEntry> open) {
    this.ui = ui;
    this.model = model;
    this.open = open;
    this.table = new TableView<>(lines);
    table.setAccessibleText(ui.text("nav.accounts"));
    model.rows().addListener((ListChangeListener<AccountRow>) c -> follow());
    follow();
    add("table.account", 250, 244, () -> new KeptCell<>(AccountRow::entry, this::account));
    TableColumn<ObjectProperty<AccountRow>, AccountRow> network =
        add(
            "table.network",
            130,
            80,
            () -> new KeptCell<>(row -> model.chain().id(), this::network));
    // where there is little room, the status line still names the network
    network.visibleProperty().bind(table.widthProperty().greaterThan(ROOM_FOR_NETWORK));
    add("table.balance", 190, 130, () -> new KeptCell<>(this::amount, this::balance))
        .getStyleClass()
        .add("right");
    add("table.known", 200, 196, KnownCell::new);
    add("table.read", 240, 110, ReadCell::new);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setId("accounts-table");
    table.setRowFactory(t -> row());
    table.setOnKeyPressed(this::key);
    table.setPlaceholder(Build.label(ui.text("accounts.empty"), "muted"));
    table
        .prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(() -> HEAD + ROW * Math.clamp(lines.size(), 1, 8), lines));
    table.setMinHeight(HEAD + ROW);
  }

  Node node() {
    return table;
  }

  // a line stays while its row changes: the table would make a changed item's cells anew, and a
  // button in them would lose the focus every time a balance comes in
  private void follow() {
    List<AccountRow> rows = model.rows();
    if (lines.size() > rows.size()) {
      lines.remove(rows.size(), lines.size());
    }
    for (int i = 0; i < rows.size(); i++) {
      if (i < lines.size()) {
        lines.get(i).set(rows.get(i));
      } else {
        lines.add(new SimpleObjectProperty<>(rows.get(i)));
      }
    }
  }

  private Node account(AccountRow row) {
    Button copy = CopyButton.bare(ui, ui.text("action.copy.address"), row.entry().ref().address());
    String id = row.entry().ref().address().toLowerHex().substring(2, 10);
    Button name =
        Build.button(
            row.entry().name(), "fth-chevron-right", "link", () -> open.accept(row.entry()));
    name.setId("account-open-" + id);
    name.getStyleClass().add("name");
    name.setContentDisplay(ContentDisplay.RIGHT);
    name.setMinWidth(60); // a long name is cut before the address goes
    name.setAccessibleText(ui.text("account.open", row.entry().name()));
    name.setTooltip(new Tooltip(name.getAccessibleText()));
    HBox line =
        Build.row(
            2,
            name,
            Build.label(Phrases.brief(row.entry().ref().address()), "mono", "muted"),
            copy);
    if (row.entry().isWatched()) {
      line.getChildren().add(eye());
    }
    return line;
  }

  private TableRow<ObjectProperty<AccountRow>> row() {
    TableRow<ObjectProperty<AccountRow>> row = new TableRow<>();
    row.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2 && !row.isEmpty()) {
        open.accept(row.getItem().get().entry());
      }
    });
    return row;
  }

  private void key(KeyEvent event) {
    ObjectProperty<AccountRow> chosen = table.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.ENTER && chosen != null) {
      event.consume();
      open.accept(chosen.get().entry());
    }
  }

  /// Chooses an account and puts the focus on it, where it is listed.
  void focus(AccountEntry entry) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).get().entry().ref().equals(entry.ref())) {
        table.getSelectionModel().clearAndSelect(i);
        table.requestFocus();
      }
    }
  }

  private Node eye() {
    Label eye = new Label();
    eye.setGraphic(new FontIcon("fth-eye"));
    eye.getStyleClass().add("muted");
    eye.setAccessibleText(ui.text("accounts.watched"));
    eye.setTooltip(new Tooltip(ui.text("accounts.watched")));
    eye.setPadding(new Insets(0, 0, 0, 8));
    return eye;
  }

  private Node network(AccountRow row) {
    return Build.label(model.chain().name());
  }

  /// What of a row the balance shows.
  private Object amount(AccountRow row) {
    return List.of(model.balanceText(row), row.balance().level());
  }

  private Node balance(AccountRow row) {
    var text = Build.label(model.balanceText(row), "strong");
    if (row.balance() instanceof io.belay.core.state.Observed.Stale<?>) {
      text.getStyleClass().add("muted");
    }
    var line = Build.row(6, text, Build.label(model.chain().currency().symbol(), "muted"));
    line.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    return line;
  }

  /// Draws the amounts anew.
  void redraw() {
    table.refresh();
  }

  private TableColumn<ObjectProperty<AccountRow>, AccountRow> add(
      String key,
      double width,
      double least,
      Supplier<TableCell<ObjectProperty<AccountRow>, AccountRow>> cell) {
    TableColumn<ObjectProperty<AccountRow>, AccountRow> column = new TableColumn<>(ui.text(key));
    column.setPrefWidth(width);
    column.setMinWidth(least);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(line -> line.getValue());
    column.setCellFactory(c -> cell.get());
    table.getColumns().add(column);
    return column;
  }

  private final class KnownCell extends TableCell<ObjectProperty<AccountRow>, AccountRow> {
    private Optional<ObservedLabel> label = Optional.empty();

    KnownCell() {
      model
          .now()
          .addListener((o, was, is) ->
              label
                  .filter(shown -> getItem() != null)
                  .ifPresent(shown -> shown.show(getItem().balance())));
    }

    @Override
    protected void updateItem(AccountRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        label = Optional.empty();
        setGraphic(null);
        return;
      }
      label.ifPresentOrElse(shown -> shown.show(row.balance()), () -> setGraphic(make(row)));
    }

    private Node make(AccountRow row) {
      ObservedLabel made = new ObservedLabel(ui, row.balance(), model.groups());
      label = Optional.of(made);
      return made;
    }
  }

  private final class ReadCell extends TableCell<ObjectProperty<AccountRow>, AccountRow> {
    private final Label text = Build.label("", "muted");

    ReadCell() {
      text.maxWidthProperty().bind(widthProperty().subtract(CELL_PADDING));
      model.now().addListener((o, was, is) -> write());
    }

    @Override
    protected void updateItem(AccountRow row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(empty || row == null ? null : text);
      write();
    }

    private void write() {
      if (getGraphic() != null) {
        text.setText(new Phrases(ui.words()).readAt(getItem().balance(), model.now().get()));
      }
    }
  }
}

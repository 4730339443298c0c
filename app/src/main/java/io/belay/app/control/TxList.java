package io.belay.app.control;

import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.core.send.TxRecord;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/// Any number of transactions, one line each; only those in view have nodes. Arrows choose, Enter,
/// Space or a click opens.
public final class TxList extends ListView<TxRecord> {
  /// A line's height.
  public static final double ROW = 37;

  private final Ui ui;
  private final Supplier<TxWords> says;
  private final Function<TxHash, String> labels;
  private final Consumer<TxHash> open;
  private final Label nothing = Build.wrapped("", "muted");
  private final Set<Cell> cells = Collections.newSetFromMap(new WeakHashMap<>());

  /// @param records what is shown, kept by somebody else
  /// @param says what they do, by what is known now
  /// @param labels by a hash what a person calls it, or blank
  /// @param open leads to a transaction
  public TxList(
      Ui ui,
      ObservableList<TxRecord> records,
      Supplier<TxWords> says,
      Function<TxHash, String> labels,
      Consumer<TxHash> open) {
    super(records);
    this.ui = ui;
    this.says = says;
    this.labels = labels;
    this.open = open;
    getStyleClass().addAll("panel", "flush", "tx-list");
    setAccessibleText(ui.text("nav.activity"));
    setFixedCellSize(ROW);
    setPlaceholder(Build.row(0, nothing));
    getPlaceholder().getStyleClass().add("empty");
    setCellFactory(list -> new Cell());
    setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
        chosen(getSelectionModel().getSelectedItem());
        e.consume();
      }
    });
  }

  private void chosen(TxRecord record) {
    if (record != null) {
      open.accept(record.hash());
    }
  }

  /// What stands there while there is none.
  public void sayWhenEmpty(String text) {
    nothing.setText(text);
  }

  /// Writes the lines in view anew, of which other words are known now.
  public void retell() {
    cells.forEach(Cell::retell);
  }

  /// Puts the focus on a transaction, where it is listed.
  public void focus(TxHash hash) {
    for (int i = 0; i < getItems().size(); i++) {
      if (getItems().get(i).hash().equals(hash)) {
        getSelectionModel().clearAndSelect(i);
        scrollTo(Math.max(0, i - 3));
        requestFocus();
        return;
      }
    }
  }

  private final class Cell extends ListCell<TxRecord> {
    private final TxLine line = new TxLine(ui, () -> chosen(getItem()));

    Cell() {
      setText("");
      setPrefWidth(0); // as wide as the list: what has no room is cut, and nothing runs out of it
      line.setFocusTraversable(false); // the list has the focus, its arrows choose
      cells.add(this);
    }

    void retell() {
      Optional.ofNullable(getItem()).ifPresent(this::tell);
    }

    private void tell(TxRecord record) {
      line.show(record, says.get(), labels.apply(record.hash()));
      setAccessibleText(line.getAccessibleText());
    }

    @Override
    protected void updateItem(TxRecord record, boolean empty) {
      super.updateItem(record, empty);
      if (empty || record == null) {
        setGraphic(null);
        setAccessibleText(null);
      } else {
        tell(record);
        setGraphic(line);
      }
    }
  }
}

package io.belay.app.book;

import io.belay.app.control.Build;
import io.belay.app.control.FullAddress;
import io.belay.app.control.Strip;
import io.belay.app.fx.Page;
import io.belay.app.fx.Ui;
import io.belay.core.store.ContactEntry;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The address book's page.
public final class BookView implements Page {
  private final Ui ui;
  private final BookViewModel model;
  private final VBox page = Build.column("page");
  private final VBox strips = new VBox();
  private final VBox lines = Build.column("panel flush");
  private final Button add;
  private final EntryForm form;

  /// Shows the book.
  public BookView(Ui ui, BookViewModel model) {
    this.ui = ui;
    this.model = model;
    this.add = Build.button(ui.text("book.add"), "fth-plus", "accent", this::begin);
    this.form = new EntryForm(ui, model, this::back);
    add.setId("book-add");
    TextField search = new TextField();
    search.setId("book-search");
    search.setPromptText(ui.text("book.search"));
    search.setAccessibleText(ui.text("book.search"));
    search.setMaxWidth(360);
    search.textProperty().bindBidirectional(model.search());
    page.getChildren()
        .addAll(
            Build.head(ui.text("book.title"), add),
            Build.wrapped(ui.text("book.detail"), "muted"),
            strips,
            form,
            search,
            lines);
    Build.present(form, false);
    model.shown().addListener((ListChangeListener<ContactEntry>) c -> showLines());
    model.removed().addListener((o, was, is) -> showStrips());
    showLines();
    showStrips();
  }

  private void begin() {
    model.begin();
    open();
  }

  private void open() {
    Build.present(form, true);
    form.focus();
  }

  private void showStrips() {
    strips.getChildren().clear();
    model
        .removed()
        .get()
        .ifPresent(gone -> {
          Button undo = Build.button(ui.text("book.undo"), "plain", model::undo);
          undo.setId("book-undo");
          strips.getChildren().add(Strip.note(ui.text("book.removed", gone.name()), "", undo));
        });
    Build.present(strips, !strips.getChildren().isEmpty());
  }

  private void showLines() {
    if (model.shown().isEmpty()) {
      HBox empty =
          Build.row(
              0, Build.wrapped(ui.text(model.isEmpty() ? "book.empty" : "book.none"), "muted"));
      empty.getStyleClass().add("empty");
      lines.getChildren().setAll(empty);
      return;
    }
    lines.getChildren().setAll(model.shown().stream().map(this::line).toList());
  }

  private Node line(ContactEntry entry) {
    String id = entry.address().toLowerHex().substring(2, 10);
    Button edit =
        Build.button(
            ui.text("book.edit"),
            "link",
            () -> {
              model.edit(entry);
              open();
            });
    edit.setId("book-edit-" + id);
    edit.setAccessibleText(ui.text("book.edit.of", entry.name()));
    Button remove = Build.button(ui.text("book.remove"), "link", () -> model.remove(entry));
    remove.setId("book-remove-" + id);
    remove.setAccessibleText(ui.text("book.remove.of", entry.name()));
    boolean everywhere = entry.chain() == ContactEntry.EVERYWHERE;
    Label scope =
        Build.label(
            everywhere ? ui.text("book.scope.all") : model.chain().name(), "muted", "caption");
    VBox who = new VBox(2, Build.label(entry.name(), "strong"), scope);
    who.getStyleClass().add("cell-lines");
    who.setMinWidth(170);
    who.setPrefWidth(170);
    VBox where = new VBox(2, new FullAddress(entry.address()));
    where.getStyleClass().add("cell-lines");
    if (!entry.note().isEmpty()) {
      where.getChildren().add(Build.wrapped(entry.note(), "muted", "caption"));
    }
    HBox.setHgrow(where, Priority.ALWAYS);
    HBox line = Build.row(12, who, where, edit, remove);
    line.getStyleClass().add("endpoint-line");
    return line;
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
    Build.present(form, false);
  }

  @Override
  public void refresh() {
    model.start();
  }

  @Override
  public boolean back() {
    boolean open = form.isVisible();
    Build.present(form, false);
    if (open) {
      add.requestFocus();
    }
    return open;
  }
}

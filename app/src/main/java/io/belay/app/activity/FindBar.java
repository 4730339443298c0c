package io.belay.app.activity;

import io.belay.app.activity.ActivityViewModel.Filter;
import io.belay.app.control.Build;
import io.belay.app.control.Chosen;
import io.belay.app.control.Spoken;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.store.AccountEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Narrows the list: words, state, account and asset.
final class FindBar extends VBox {
  private final Ui ui;
  private final ActivityViewModel model;
  private final TxFinder finder;
  private final TextField search = new TextField();

  FindBar(Ui ui, ActivityViewModel model) {
    super(8);
    this.ui = ui;
    this.model = model;
    this.finder = model.finder();
    search.setId("activity-search");
    search.setPromptText(ui.text("find.prompt"));
    search.setAccessibleText(ui.text("find.read"));
    search.textProperty().bindBidirectional(finder.search());
    HBox.setHgrow(search, Priority.ALWAYS);
    getChildren().addAll(Build.row(8, search, accounts(), assets()), states());
  }

  /// Leads the keys to the search.
  void focus() {
    search.requestFocus();
    search.selectAll();
  }

  private ComboBox<Optional<AccountEntry>> accounts() {
    ComboBox<Optional<AccountEntry>> box =
        box("find-account", "find.account", finder.account(), this::name);
    List<Optional<AccountEntry>> items = new ArrayList<>(List.of(Optional.empty()));
    model.accounts().get().forEach(entry -> items.add(Optional.of(entry)));
    box.getItems().setAll(items);
    return box;
  }

  private String name(Optional<AccountEntry> account) {
    return account.map(AccountEntry::name).orElseGet(() -> ui.text("find.account.all"));
  }

  private ComboBox<Optional<Moved.Choice>> assets() {
    ComboBox<Optional<Moved.Choice>> box =
        box("find-asset", "find.asset", finder.asset(), this::asset);
    Runnable fill =
        () -> {
          List<Optional<Moved.Choice>> items = new ArrayList<>(List.of(Optional.empty()));
          finder.assets().forEach(each -> items.add(Optional.of(each)));
          Optional<Moved.Choice> chosen = finder.asset().get();
          if (!items.contains(chosen)) {
            items.add(chosen);
          }
          box.getItems().setAll(items);
          box.setValue(chosen);
        };
    finder.assets().addListener((ListChangeListener<Moved.Choice>) c -> fill.run());
    fill.run();
    return box;
  }

  private String asset(Optional<Moved.Choice> asset) {
    if (asset.isEmpty()) {
      return ui.text("find.asset.all");
    }
    String symbol = asset.get().symbol();
    Optional<String> token = asset.get().contract().map(Phrases::brief);
    if (token.isEmpty()) {
      return symbol;
    }
    return symbol.isEmpty()
        ? ui.text("find.asset.token", token.get())
        : ui.text("find.asset.named", symbol, token.get());
  }

  private <T> ComboBox<Optional<T>> box(
      String id, String key, Property<Optional<T>> value, Function<Optional<T>, String> text) {
    ComboBox<Optional<T>> box = new ComboBox<>();
    box.setId(id);
    box.setAccessibleText(ui.text(key));
    box.setPrefWidth(190);
    box.setMinWidth(140);
    box.setConverter(new Spoken<>(text));
    box.setValue(value.getValue());
    box.setOnAction(e -> Optional.ofNullable(box.getValue()).ifPresent(value::setValue));
    value.addListener((o, was, is) -> box.setValue(is));
    return box;
  }

  private HBox states() {
    HBox row = Build.row(8);
    ToggleGroup group = new ToggleGroup();
    for (Filter filter : Filter.values()) {
      String word = filter.name().toLowerCase(Locale.ROOT);
      ToggleButton button = new ToggleButton(ui.text("activity.filter." + word));
      button.getStyleClass().add("choice");
      button.setId("filter-" + word);
      button.setToggleGroup(group);
      button.setSelected(finder.kind().get() == filter);
      button.setOnAction(e -> button.setSelected(true)); // one of them always is
      Chosen.when(button, () -> finder.kind().set(filter));
      finder.kind().addListener((o, was, is) -> button.setSelected(is == filter));
      row.getChildren().add(button);
    }
    javafx.scene.control.Label count = Build.label("", "muted", "caption");
    count.setId("find-count");
    Button clear = Build.button(ui.text("find.clear"), "link", finder::clear);
    clear.setId("find-clear");
    Runnable told =
        () -> {
          boolean narrowed = finder.isNarrowed();
          count.setText(
              ui.text(
                  "find.count",
                  Phrases.count(model.records().size()),
                  Phrases.count(finder.size())));
          Build.present(count, narrowed);
          Build.present(clear, narrowed);
        };
    model.records().addListener((ListChangeListener<Object>) c -> told.run());
    told.run();
    row.getChildren().addAll(Build.spring(), count, clear);
    return row;
  }
}

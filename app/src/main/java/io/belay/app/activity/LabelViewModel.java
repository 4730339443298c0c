package io.belay.app.activity;

import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.core.store.LabelBook;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What one transaction is called; kept in the data file alone.
public final class LabelViewModel {
  private final Ui ui;
  private final LabelBook labels;
  private final TxHash hash;
  private final StringProperty text = new SimpleStringProperty("");
  private final StringProperty said = new SimpleStringProperty("");

  LabelViewModel(Ui ui, LabelBook labels, TxHash hash) {
    this.ui = ui;
    this.labels = labels;
    this.hash = hash;
    text.set(labels.labels().get().getOrDefault(hash, ""));
  }

  /// As it is typed.
  public StringProperty text() {
    return text;
  }

  /// That it was kept, or what went wrong; blank before.
  public ReadOnlyStringProperty said() {
    return said;
  }

  /// Keeps what is typed.
  public void keep() {
    said.set("");
    String typed = text.get();
    ui.background()
        .run(
            () -> labels.put(hash, typed),
            kept -> {
              text.set(kept);
              said.set(ui.text(kept.isEmpty() ? "label.none" : "label.kept"));
            },
            e -> said.set(ui.words().error(e)));
  }
}

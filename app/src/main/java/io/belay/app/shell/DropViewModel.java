package io.belay.app.shell;

import io.belay.app.fx.Ui;
import io.belay.base.WalletException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is dropped on the window: opened where somebody is in, kept until then where nobody is,
/// refused with a word where nothing can be done with it.
public final class DropViewModel {
  private final Ui ui;
  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty detail = new SimpleStringProperty("");
  private final BooleanProperty waiting = new SimpleBooleanProperty();
  private Optional<Consumer<Dropped>> taker = Optional.empty();
  private Optional<Dropped> kept = Optional.empty();
  private int last;

  /// Nobody is in.
  DropViewModel(Ui ui) {
    this.ui = ui;
  }

  /// What became of what was dropped last, or blank where it was opened.
  public ReadOnlyStringProperty title() {
    return title;
  }

  /// What to do about it.
  public ReadOnlyStringProperty detail() {
    return detail;
  }

  /// Whether it waits, and so is no refusal.
  public ReadOnlyBooleanProperty waiting() {
    return waiting;
  }

  /// Somebody is in; what waited is opened.
  ///
  /// @param open opens what was dropped
  void letIn(Consumer<Dropped> open) {
    taker = Optional.of(open);
    Optional<Dropped> waited = kept;
    dismiss();
    waited.ifPresent(open);
  }

  /// Nobody is in any more.
  void shut() {
    taker = Optional.empty();
  }

  /// Files were dropped.
  void files(List<Path> files) {
    int mine = ++last;
    if (files.size() != 1) {
      refuse(ui.text("drop.many"), ui.text("drop.many.detail"));
      return;
    }
    Path file = files.getFirst();
    String name = String.valueOf(file.getFileName());
    ui.background()
        .run(
            () -> Dropped.look(file),
            looked -> unlessLater(mine, () -> take(looked, name)),
            e -> unlessLater(mine, () -> failed(e, name)));
  }

  private void unlessLater(int mine, Runnable deed) {
    if (mine == last) {
      deed.run();
    }
  }

  /// A text was dropped.
  void text(String text) {
    last++;
    take(Dropped.look(text), ui.text("drop.text"));
  }

  private void take(Dropped what, String name) {
    if (what instanceof Dropped.Unknown) {
      refuse(ui.text("drop.unknown", name), ui.text("drop.unknown.detail"));
      return;
    }
    dismiss();
    if (taker.isPresent()) {
      taker.get().accept(what);
      return;
    }
    kept = Optional.of(what);
    detail.set(ui.text("drop.waiting.detail"));
    waiting.set(true);
    title.set(ui.text("drop.waiting", name));
  }

  private void failed(WalletException e, String name) {
    refuse(ui.text("drop.unknown", name), ui.words().error(e));
  }

  private void refuse(String what, String why) {
    dismiss();
    detail.set(why);
    title.set(what);
  }

  /// Puts the word away, and forgets what waits.
  public void dismiss() {
    kept = Optional.empty();
    waiting.set(false);
    detail.set("");
    title.set("");
  }
}

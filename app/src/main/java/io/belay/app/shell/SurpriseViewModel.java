package io.belay.app.shell;

import io.belay.app.fx.FxBind;
import io.belay.app.fx.Surprises;
import io.belay.app.fx.Surprises.Told;
import io.belay.app.fx.Ui;
import io.belay.core.state.Subscription;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What failed inside Belay, to be read, copied and put away.
public final class SurpriseViewModel {
  private final Ui ui;
  private final Surprises surprises;
  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty report = new SimpleStringProperty("");
  private final Subscription listening;

  /// Tells of what these hear.
  public SurpriseViewModel(Ui ui, Surprises surprises) {
    this.ui = ui;
    this.surprises = surprises;
    this.listening = FxBind.listen(surprises.told(), ui.background(), this::show);
  }

  private void show(Optional<Told> told) {
    report.set(told.map(t -> t.report().text()).orElse(""));
    title.set(told.map(this::words).orElse(""));
  }

  private String words(Told told) {
    return told.times() == 1 ? ui.text("crash.title") : ui.text("crash.titles", told.times());
  }

  /// That something failed, or blank.
  public ReadOnlyStringProperty title() {
    return title;
  }

  /// The redacted report, or blank.
  public ReadOnlyStringProperty report() {
    return report;
  }

  /// Puts it away.
  public void dismiss() {
    surprises.dismiss();
  }

  /// Listens no more.
  public void close() {
    listening.close();
  }
}

package io.belay.app.drill;

import io.belay.app.fx.Background;
import io.belay.app.fx.Ui;
import io.belay.base.WalletException;
import io.belay.core.practice.DrillReport;
import io.belay.core.practice.DrillScene;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A drill under way and the report of the last one.
public final class DrillViewModel {
  private final Ui ui;
  private final Drills drills;
  private final Map<String, String> groups;
  private final DrillPhrases phrases;
  private final ObjectProperty<Optional<DrillReport>> report =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty running = new SimpleBooleanProperty();
  private final DoubleProperty done = new SimpleDoubleProperty();
  private final StringProperty progress = new SimpleStringProperty("");
  private final StringProperty problem = new SimpleStringProperty("");
  private Optional<Background.Running> job = Optional.empty();
  // what a drill that was cancelled still says is not heard
  private int turn;

  /// @param groups the network's groups, each with its operator
  public DrillViewModel(Ui ui, Drills drills, Map<String, String> groups) {
    this.ui = ui;
    this.drills = drills;
    this.groups = Map.copyOf(groups);
    this.phrases = new DrillPhrases(ui.words());
  }

  /// The last report.
  public ReadOnlyObjectProperty<Optional<DrillReport>> report() {
    return report;
  }

  /// Whether a drill is under way.
  public ReadOnlyBooleanProperty running() {
    return running;
  }

  /// How far it is, 0 to 1.
  public ReadOnlyDoubleProperty done() {
    return done;
  }

  /// What it breaks now, or blank.
  public ReadOnlyStringProperty progress() {
    return progress;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// The words.
  public DrillPhrases phrases() {
    return phrases;
  }

  /// When the last one was held, and how long it took.
  public String held(DrillReport last) {
    return phrases.held(last, ui.clock().instant());
  }

  /// Shows the report that is kept, unless a drill is under way.
  public void load() {
    if (!running.get()) {
      ui.background().run(drills::last, report::set, this::failed);
    }
  }

  /// Begins a drill; one at a time.
  public void start() {
    if (running.get()) {
      return;
    }
    int mine = ++turn;
    problem.set("");
    done.set(0);
    running.set(true);
    Background.Running begun =
        ui.background()
            .run(
                () -> drills.run(Optional.empty(), (scene, n, all) -> tell(mine, scene, n, all)),
                this::ended,
                this::failed);
    job = running.get() ? Optional.of(begun) : Optional.empty();
  }

  private void tell(int drill, DrillScene scene, int number, int all) {
    ui.background()
        .onUi(() -> {
          if (drill == turn) {
            done.set((number - 1.0) / all);
            progress.set(phrases.progress(scene, number, all, groups));
          }
        });
  }

  private void ended(DrillReport made) {
    stop();
    report.set(Optional.of(made));
  }

  private void failed(WalletException e) {
    stop();
    problem.set(ui.words().error(e));
  }

  /// Ends a drill; the report before stays.
  public void cancel() {
    job.ifPresent(Background.Running::cancel);
    stop();
  }

  private void stop() {
    turn++;
    job = Optional.empty();
    progress.set("");
    running.set(false);
  }
}

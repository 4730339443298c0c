package io.belay.app.vault;

import io.belay.app.fx.Ui;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// After how long without anybody the vault locks.
public final class LockViewModel {
  private final Ui ui;
  private final IdleLimit limit;
  private final Consumer<Duration> applied;
  private final ObjectProperty<Duration> chosen = new SimpleObjectProperty<>(IdleLimit.USUAL);
  private final StringProperty problem = new SimpleStringProperty("");

  /// @param applied told of the limit that holds from now on
  public LockViewModel(Ui ui, IdleLimit limit, Consumer<Duration> applied) {
    this.ui = ui;
    this.limit = limit;
    this.applied = applied;
  }

  /// What can be chosen.
  public List<Duration> choices() {
    return IdleLimit.CHOICES;
  }

  /// A limit in words.
  public String words(Duration choice) {
    long minutes = choice.toMinutes();
    return minutes == 1 ? ui.text("vault.idle.minute") : ui.text("vault.idle.minutes", minutes);
  }

  /// What holds.
  public ReadOnlyObjectProperty<Duration> chosen() {
    return chosen;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Looks up what was chosen and applies it.
  public void load() {
    ui.background().run(limit::kept, this::apply, e -> problem.set(ui.words().error(e)));
  }

  /// Keeps a choice and applies it; what could not be kept does not hold.
  public void choose(Duration next) {
    if (next.equals(chosen.get())) {
      return;
    }
    problem.set("");
    Duration before = chosen.get();
    chosen.set(next);
    ui.background()
        .run(
            () -> {
              limit.keep(next);
              return next;
            },
            this::apply,
            e -> {
              chosen.set(before);
              problem.set(ui.words().error(e));
            });
  }

  private void apply(Duration now) {
    chosen.set(now);
    applied.accept(now);
  }
}

package io.belay.app.settings;

import io.belay.app.fx.Look;
import io.belay.app.fx.Ui;
import io.belay.app.fx.Words;
import io.belay.base.WalletException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The window's settings. A choice holds at once; one that could not be kept holds until the window
/// closes, and that is said.
public final class SettingsViewModel {
  private final Ui ui;
  private final SettingsDesk desk;
  private final ObjectProperty<Choices> chosen;
  // as `chosen`, for the thread that keeps it
  private volatile Choices latest;
  private final StringProperty problem = new SimpleStringProperty("");
  private final StringProperty proxy = new SimpleStringProperty("");

  /// Begins with what was kept.
  public SettingsViewModel(Ui ui, SettingsDesk desk) {
    this.ui = ui;
    this.desk = desk;
    this.latest = desk.start();
    this.chosen = new SimpleObjectProperty<>(desk.start());
    ui.look().set(desk.start().look());
  }

  /// How the window looks.
  public ReadOnlyObjectProperty<Look> look() {
    return ui.look();
  }

  /// All that is chosen.
  public ReadOnlyObjectProperty<Choices> chosen() {
    return chosen;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// The proxy in words; blank until it was read.
  public ReadOnlyStringProperty proxy() {
    return proxy;
  }

  /// The directory that holds everything, or blank.
  public String directory() {
    return desk.directory();
  }

  /// The tags of the languages there are, a blank one for the system's.
  public List<String> languages() {
    return Stream.concat(Stream.of(""), Words.languages(System.getProperty("os.name")).stream())
        .toList();
  }

  /// A language by its own name.
  public String language(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    return tag.isEmpty() ? ui.text("settings.language.system") : locale.getDisplayLanguage(locale);
  }

  /// Changes the look.
  public void look(UnaryOperator<Look> change) {
    choose(chosen.get().with(change.apply(chosen.get().look())));
  }

  /// Another language, from the next start on.
  public void speak(String tag) {
    choose(chosen.get().in(tag));
  }

  /// With the system's notifications or without.
  public void notifying(boolean yes) {
    choose(chosen.get().notifying(yes));
  }

  private void choose(Choices next) {
    if (next.equals(chosen.get())) {
      return;
    }
    chosen.set(next);
    latest = next;
    ui.look().set(next.look());
    problem.set("");
    ui.background()
        .run(
            () -> {
              // of several choices on their way the last one is kept
              synchronized (desk) {
                desk.keep(latest);
              }
              return 0;
            },
            kept -> {},
            this::failed);
  }

  private void failed(WalletException e) {
    problem.set(ui.text("settings.unkept", ui.words().error(e)));
  }

  /// Reads what others may have changed.
  public void load() {
    ui.background()
        .run(
            desk::proxy,
            now ->
                proxy.set(
                    now.map(way -> ui.text("settings.proxy.through", way))
                        .orElseGet(() -> ui.text("settings.proxy.none"))),
            e -> proxy.set(ui.words().error(e)));
  }

  /// Shows the directory in the system's own way.
  public void openDirectory() {
    problem.set("");
    ui.background()
        .run(
            () -> {
              desk.openDirectory();
              return 0;
            },
            opened -> {},
            e -> problem.set(ui.words().error(e)));
  }
}

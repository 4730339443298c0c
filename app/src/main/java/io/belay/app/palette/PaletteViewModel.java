package io.belay.app.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is typed, the commands that fit, and the one that is chosen.
public final class PaletteViewModel {
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final BooleanProperty keysOnly = new SimpleBooleanProperty();
  private final StringProperty typed = new SimpleStringProperty("");
  private final ObservableList<Command> found = FXCollections.observableArrayList();
  private final IntegerProperty chosen = new SimpleIntegerProperty();
  private List<Command> all = List.of();

  /// Nothing is open.
  public PaletteViewModel() {
    typed.addListener((o, was, is) -> look());
  }

  /// Whether it is open.
  public ReadOnlyBooleanProperty open() {
    return open;
  }

  /// Whether it lists the shortcuts alone.
  public ReadOnlyBooleanProperty keysOnly() {
    return keysOnly;
  }

  /// As it is typed.
  public StringProperty typed() {
    return typed;
  }

  /// The commands that fit, best first.
  public ObservableList<Command> found() {
    return found;
  }

  /// Which of them is chosen, from 0.
  public ReadOnlyIntegerProperty chosen() {
    return chosen;
  }

  /// Opens it.
  ///
  /// @param keys whether for the shortcuts alone
  public void show(List<Command> commands, boolean keys) {
    keysOnly.set(keys);
    all = commands.stream().filter(command -> !keys || !command.keys().isEmpty()).toList();
    typed.set("");
    look();
    open.set(true);
  }

  /// Other commands, while it is open: networks that were read meanwhile.
  public void update(List<Command> commands) {
    if (open.get() && !keysOnly.get()) {
      all = List.copyOf(commands);
      look();
    }
  }

  /// Closes it; nothing is done.
  public void close() {
    open.set(false);
  }

  /// Chooses the next one, or one before; round at the ends.
  public void move(int by) {
    if (!found.isEmpty()) {
      chosen.set(Math.floorMod(chosen.get() + by, found.size()));
    }
  }

  /// Does what is chosen, and closes.
  public void run() {
    Optional<Command> command =
        chosen.get() < found.size() ? Optional.of(found.get(chosen.get())) : Optional.empty();
    if (command.isPresent()) {
      close();
      command.get().action().run();
    }
  }

  /// Does this one, and closes.
  public void run(Command command) {
    close();
    command.action().run();
  }

  private void look() {
    List<String> terms =
        Stream.of(lower(typed.get()).split("\\s+", -1)).filter(term -> !term.isEmpty()).toList();
    found.setAll(
        all.stream()
            .filter(command -> terms.stream().allMatch(lower(text(command))::contains))
            .sorted(Comparator.comparing(command -> !begins(command)))
            .toList());
    chosen.set(0);
  }

  private static String text(Command command) {
    return command.title() + " " + command.keys();
  }

  /// Whether a word of it begins as what is typed does: then it comes first.
  private boolean begins(Command command) {
    String start = lower(typed.get()).strip();
    return start.isEmpty() || (" " + lower(command.title())).contains(" " + start);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

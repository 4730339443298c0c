package io.belay.app.send;

import io.belay.app.control.Checked;
import io.belay.app.fx.Words;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Wei;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// How the fee is chosen: a pace, or own figures.
public final class FeeFields {
  private final Words words;
  private final ObjectProperty<Optional<FeeChoice.Pace>> pace =
      new SimpleObjectProperty<>(Optional.of(FeeChoice.Pace.NORMAL));
  private final StringProperty maxGwei = new SimpleStringProperty("");
  private final StringProperty tipGwei = new SimpleStringProperty("");

  FeeFields(Words words) {
    this.words = words;
  }

  /// How fast; empty for own figures.
  public ObjectProperty<Optional<FeeChoice.Pace>> pace() {
    return pace;
  }

  /// Own maximum fee, gwei per gas.
  public StringProperty maxGwei() {
    return maxGwei;
  }

  /// Own priority fee, gwei per gas.
  public StringProperty tipGwei() {
    return tipGwei;
  }

  List<ObservableValue<?>> all() {
    return List.of(pace, maxGwei, tipGwei);
  }

  /// Writes a quote's figures into blank fields, to begin from.
  void suggest(FeeQuote quote) {
    if (maxGwei.get().isBlank() && tipGwei.get().isBlank()) {
      maxGwei.set(quote.maxFeePerGas().toGwei());
      tipGwei.set(quote.maxPriorityFeePerGas().toGwei());
    }
  }

  void clear() {
    pace.set(Optional.of(FeeChoice.Pace.NORMAL));
    maxGwei.set("");
    tipGwei.set("");
  }

  /// What is chosen, once it is right.
  Checked<FeeChoice> read() {
    if (pace.get().isPresent()) {
      return new Checked<>(pace.get().map(p -> p), "");
    }
    Checked<Wei> most = Checked.read(maxGwei.get(), Wei::ofGwei, words);
    Checked<Wei> tip = Checked.read(tipGwei.get(), Wei::ofGwei, words);
    if (most.value().isEmpty() || tip.value().isEmpty()) {
      boolean both = !most.problem().isEmpty();
      return new Checked<>(Optional.empty(), both ? most.problem() : tip.problem());
    }
    return Checked.read(
        maxGwei.get(), text -> new FeeChoice.Custom(most.value().get(), tip.value().get()), words);
  }
}

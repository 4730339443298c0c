package io.belay.app.control;

import java.util.function.Function;
import javafx.util.StringConverter;

/// Words of what is chosen from a list and never typed.
public final class Spoken<T> extends StringConverter<T> {
  private final Function<T, String> words;

  /// Says each choice in these words.
  public Spoken(Function<T, String> words) {
    this.words = words;
  }

  @Override
  public String toString(T choice) {
    return choice == null ? "" : words.apply(choice);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("it is chosen, not typed");
  }
}

package io.belay.app.control;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;

/// A choice of few, in words.
///
/// @param <T> what is chosen
public final class Pick<T> extends ComboBox<T> {
  /// Shows a value and tells of another choice.
  public Pick(
      List<T> offered, Function<T, String> words, ObservableValue<T> now, Consumer<T> chosen) {
    getItems().setAll(offered);
    setConverter(new Spoken<>(words));
    setValue(now.getValue());
    now.addListener((o, was, is) -> setValue(is));
    valueProperty()
        .addListener((o, was, is) -> {
          if (is != null && !is.equals(now.getValue())) {
            chosen.accept(is);
          }
        });
  }
}

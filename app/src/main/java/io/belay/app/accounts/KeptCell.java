package io.belay.app.accounts;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableCell;

/// Makes its content anew only when that which it shows has changed, so that a button in it keeps
/// its focus while values come in, and nothing is drawn that was drawn before.
///
/// @param <S> the table's lines
/// @param <T> what stands in a line
final class KeptCell<S, T> extends TableCell<S, T> {
  private final Function<T, Object> shows;
  private final Function<T, Node> content;
  private Optional<Object> shown = Optional.empty();

  /// @param shows what of it is shown, to be compared
  /// @param content shows it
  KeptCell(Function<T, Object> shows, Function<T, Node> content) {
    this.shows = shows;
    this.content = content;
  }

  @Override
  protected void updateItem(T item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      shown = Optional.empty();
      setGraphic(null);
      return;
    }
    Object next = shows.apply(item);
    if (shown.filter(next::equals).isEmpty()) {
      shown = Optional.of(next);
      setGraphic(content.apply(item));
    }
  }
}

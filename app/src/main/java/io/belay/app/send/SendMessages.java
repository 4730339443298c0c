package io.belay.app.send;

import io.belay.app.fx.Ui;
import io.belay.base.WalletException;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the send page has to say: what went wrong, where, and what that means; and what else there
/// is to know.
final class SendMessages {
  private final Ui ui;
  private final StringProperty problem = new SimpleStringProperty("");
  private final ObjectProperty<Optional<SendField>> place =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty consequence = new SimpleStringProperty("");
  private final StringProperty note = new SimpleStringProperty("");
  private final StringProperty noteDetail = new SimpleStringProperty("");

  SendMessages(Ui ui) {
    this.ui = ui;
  }

  ReadOnlyStringProperty problem() {
    return problem;
  }

  /// The field that the problem is about; empty where it is about none.
  ReadOnlyObjectProperty<Optional<SendField>> place() {
    return place;
  }

  /// What the problem means for the money.
  ReadOnlyStringProperty consequence() {
    return consequence;
  }

  /// What else there is to know.
  ReadOnlyStringProperty note() {
    return note;
  }

  /// What to make of that.
  ReadOnlyStringProperty noteDetail() {
    return noteDetail;
  }

  /// What went wrong with one field, or blank.
  StringBinding at(SendField field) {
    return Bindings.createStringBinding(
        () -> place.get().filter(field::equals).isPresent() ? problem.get() : "", place, problem);
  }

  void failed(WalletException e, String meaning, Optional<SendField> field) {
    consequence.set(ui.text(meaning));
    place.set(field);
    problem.set(ui.words().error(e));
  }

  /// Something beside the payment went wrong.
  void failed(WalletException e) {
    problem.set(ui.words().error(e));
  }

  /// Nothing is wrong any more.
  void mended() {
    place.set(Optional.empty());
    problem.set("");
  }

  /// Notes something by its key; nothing by none.
  void tell(String key) {
    noteDetail.set(key.isEmpty() ? "" : ui.words().get("note." + key + ".detail"));
    note.set(key.isEmpty() ? "" : ui.words().get("note." + key));
  }
}

package io.belay.app.accounts;

import io.belay.app.fx.FxBind;
import io.belay.app.fx.Ui;
import io.belay.base.WalletException;
import io.belay.core.state.Subscription;
import io.belay.core.store.AccountEntry;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The accounts that a person took off the list, so that none is ever lost from sight.
public final class HiddenViewModel {
  private final Ui ui;
  private final AccountDesk desk;
  private final ObservableList<AccountEntry> hidden = FXCollections.observableArrayList();
  private final StringProperty problem = new SimpleStringProperty("");
  private Optional<Subscription> listening = Optional.empty();

  /// Of the open vault.
  public HiddenViewModel(Ui ui, AccountDesk desk) {
    this.ui = ui;
    this.desk = desk;
  }

  /// Those that are off the list.
  public ObservableList<AccountEntry> hidden() {
    return hidden;
  }

  /// What went wrong, or blank.
  public ReadOnlyStringProperty problem() {
    return problem;
  }

  /// Starts to listen.
  public void start() {
    stop();
    listening = Optional.of(FxBind.listen(desk.accounts(), ui.background(), list -> read()));
  }

  private void read() {
    ui.background().run(desk::hidden, hidden::setAll, this::failed);
  }

  /// Stops.
  public void stop() {
    listening.ifPresent(Subscription::close);
    listening = Optional.empty();
    problem.set("");
  }

  /// Puts one back on the list.
  public void putBack(AccountEntry entry) {
    ui.background()
        .run(
            () -> {
              desk.hide(entry.ref(), false);
              return entry;
            },
            back -> read(),
            this::failed);
  }

  private void failed(WalletException e) {
    problem.set(ui.words().error(e));
  }
}

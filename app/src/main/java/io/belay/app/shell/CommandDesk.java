package io.belay.app.shell;

import io.belay.app.fx.Ui;
import io.belay.app.palette.PaletteView;
import io.belay.app.palette.PaletteViewModel;
import io.belay.core.chain.Chain;
import io.belay.core.state.State;
import io.belay.core.store.AccountEntry;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.input.KeyEvent;

/// The palette of the open wallet, filled whenever it is opened.
final class CommandDesk {
  private final Commands commands;
  private final State<List<AccountEntry>> accounts;
  private final NetChoice networks;
  private final PaletteViewModel model = new PaletteViewModel();
  private final PaletteView view;
  private final ChangeListener<List<Chain>> offered = (o, was, is) -> offer(is);

  CommandDesk(Ui ui, Commands commands, State<List<AccountEntry>> accounts, NetChoice networks) {
    this.commands = commands;
    this.accounts = accounts;
    this.networks = networks;
    this.view = new PaletteView(ui, model);
    networks.offered().addListener(offered);
  }

  /// What is laid over the page.
  PaletteView view() {
    return view;
  }

  /// Opens it with everything that can be done.
  void open() {
    networks.load();
    model.show(commands.all(accounts.get(), networks.offered().get()), false);
  }

  private void offer(List<Chain> chains) {
    model.update(commands.all(accounts.get(), chains));
  }

  /// Opens it with the keys alone.
  void keys() {
    model.show(commands.keys(), true);
  }

  /// Whether it is open: nothing below it hears a key then.
  boolean isOpen() {
    return view.isOpen();
  }

  /// Whether a key was for it; then it has been acted upon.
  boolean press(KeyEvent event) {
    return view.isOpen() && view.press(event.getCode());
  }

  /// Hears of no more networks.
  void close() {
    networks.offered().removeListener(offered);
  }
}

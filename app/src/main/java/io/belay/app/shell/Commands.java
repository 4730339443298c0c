package io.belay.app.shell;

import io.belay.app.fx.Ui;
import io.belay.app.palette.Command;
import io.belay.core.chain.Chain;
import io.belay.core.store.AccountEntry;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// What the palette lists: the keys' deeds, the pages, the accounts, the networks.
///
/// @param does does what a key means
/// @param page leads to a page
/// @param account leads to an account
/// @param network turns to a network
record Commands(
    Ui ui,
    Consumer<Keys> does,
    Consumer<Place> page,
    Consumer<AccountEntry> account,
    Consumer<Chain> network) {
  // confirming signs: that is done where it is seen, never from a list
  private static final Set<Keys> ELSEWHERE = EnumSet.of(Keys.CONFIRM, Keys.PALETTE, Keys.BACK);

  /// Everything that can be done.
  List<Command> all(List<AccountEntry> accounts, List<Chain> networks) {
    List<Command> list = new ArrayList<>();
    for (Keys key : Keys.values()) {
      if (!ELSEWHERE.contains(key)) {
        list.add(new Command(title(key), key.shown(), () -> does.accept(key)));
      }
    }
    for (Place place : Place.values()) {
      if (Keys.of(place).isEmpty()) {
        String title = ui.text("palette.page", ui.text(place.key()));
        list.add(new Command(title, "", () -> page.accept(place)));
      }
    }
    for (AccountEntry entry : accounts) {
      String title = ui.text("palette.account", entry.name());
      list.add(new Command(title, "", () -> account.accept(entry)));
    }
    for (Chain chain : networks) {
      String title = ui.text("palette.network", chain.name());
      list.add(new Command(title, "", () -> network.accept(chain)));
    }
    return list;
  }

  /// Every key, also those that only work where they are seen to.
  List<Command> keys() {
    List<Command> list = new ArrayList<>();
    for (Keys key : Keys.values()) {
      boolean safe = key != Keys.CONFIRM;
      list.add(
          new Command(
              title(key),
              key.shown(),
              () -> {
                if (safe) {
                  does.accept(key);
                }
              }));
    }
    list.add(
        new Command(ui.text("key.account"), "Ctrl+1 … Ctrl+9", () -> page.accept(Place.ACCOUNTS)));
    return list;
  }

  private String title(Keys key) {
    return ui.text("key." + key.name().toLowerCase(Locale.ROOT));
  }
}

package io.belay.app;

import io.belay.app.shell.Hiding;
import io.belay.core.store.Settings;

/// The choice in the data file.
record KeptHiding(Settings settings) implements Hiding {
  private static final String KEY = "amounts.hidden";

  @Override
  public boolean kept() {
    return settings.get(KEY).filter("yes"::equals).isPresent();
  }

  @Override
  public void keep(boolean hidden) {
    settings.set(KEY, hidden ? "yes" : "no");
  }
}

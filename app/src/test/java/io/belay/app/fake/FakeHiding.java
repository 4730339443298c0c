package io.belay.app.fake;

import io.belay.app.shell.Hiding;
import java.util.concurrent.atomic.AtomicBoolean;

/// Whether amounts are hidden, in memory.
public final class FakeHiding implements Hiding {
  public final AtomicBoolean hidden = new AtomicBoolean();

  @Override
  public boolean kept() {
    return hidden.get();
  }

  @Override
  public void keep(boolean now) {
    hidden.set(now);
  }
}

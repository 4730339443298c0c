package io.belay.app.fake;

import io.belay.app.fx.Background;
import io.belay.app.fx.SameThread;
import io.belay.app.fx.Ui;
import io.belay.app.fx.Words;
import java.util.Locale;

/// A Ui on one thread, whose clock stands still.
public final class FakeUi {
  private FakeUi() {}

  public static Ui with(Background background) {
    return new Ui(new Words(Locale.ENGLISH), background, () -> FakeSession.NOW);
  }

  public static Ui make() {
    return with(new SameThread());
  }
}

package io.belay.app;

import io.belay.app.vault.IdleLimit;
import io.belay.core.store.Settings;
import java.time.Duration;

/// The idle limit in the data file, in whole minutes. Anything that is not offered counts as not
/// chosen: whoever can write that file cannot keep a vault open for good.
record KeptIdleLimit(Settings settings) implements IdleLimit {
  private static final String KEY = "lock.idle-minutes";

  @Override
  public Duration kept() {
    return settings
        .get(KEY)
        .flatMap(minutes ->
            CHOICES.stream().filter(choice -> minutes(choice).equals(minutes)).findFirst())
        .orElse(USUAL);
  }

  private static String minutes(Duration limit) {
    return Long.toString(limit.toMinutes());
  }

  @Override
  public void keep(Duration limit) {
    settings.set(KEY, minutes(limit));
  }
}

package io.belay.app.fake;

import io.belay.app.send.Drafts;
import io.belay.app.send.SavedForm;
import java.util.Optional;

/// Keeps the form in memory: what is in here outlives the model, as the disk outlives a crash.
public final class FakeDrafts implements Drafts {
  private Optional<SavedForm> kept = Optional.empty();

  @Override
  public Optional<SavedForm> read() {
    return kept;
  }

  @Override
  public void keep(SavedForm form) {
    kept = Optional.of(form);
  }

  @Override
  public void drop(String id) {
    kept = kept.filter(form -> !form.id().equals(id));
  }
}

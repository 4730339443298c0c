package io.belay.app.send;

import io.belay.base.ChainId;
import io.belay.core.store.Settings;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The form of one network, in the data file.
public final class KeptDrafts implements Drafts {
  private final Settings settings;
  private final String place;

  /// Keeps forms of this network.
  public KeptDrafts(Settings settings, ChainId chain) {
    this.settings = settings;
    this.place = "send.form." + chain;
  }

  @Override
  public Optional<SavedForm> read() {
    return settings.get(place).filter(text -> !text.isEmpty()).flatMap(KeptDrafts::parse);
  }

  private static Optional<SavedForm> parse(String text) {
    try {
      return Optional.of(JsonMapper.shared().readValue(text, SavedForm.class));
    } catch (JacksonException e) {
      return Optional.empty(); // another version's: its payment is in the journal, if it was made
    }
  }

  @Override
  public void keep(SavedForm form) {
    settings.set(place, JsonMapper.shared().writeValueAsString(form));
  }

  @Override
  public void drop(String id) {
    if (read().filter(form -> form.id().equals(id)).isPresent()) {
      settings.set(place, "");
    }
  }
}

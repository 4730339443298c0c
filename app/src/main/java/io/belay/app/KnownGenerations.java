package io.belay.app;

import io.belay.base.WalletException;
import io.belay.core.store.Settings;
import io.belay.keystore.vault.SeenGenerations;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last generation of each vault, in the data file.
record KnownGenerations(Settings settings) implements SeenGenerations {
  private static final Logger LOG = LoggerFactory.getLogger(KnownGenerations.class);
  private static final String KEY = "vault.generation.";

  @Override
  public OptionalLong last(UUID vault) {
    Optional<String> kept = settings.get(KEY + vault);
    return kept.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(kept.get()));
  }

  @Override
  public void saw(UUID vault, long generation) {
    String now = Long.toString(generation);
    try {
      if (!settings.get(KEY + vault).equals(Optional.of(now))) {
        settings.set(KEY + vault, now);
      }
    } catch (WalletException e) {
      // the vault is saved; that it goes unremembered here only weakens the next warning
      LOG.warn("the vault's generation was not kept: {}", e.code());
    }
  }
}

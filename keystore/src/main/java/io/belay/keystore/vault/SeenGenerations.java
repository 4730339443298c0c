package io.belay.keystore.vault;

import java.util.OptionalLong;
import java.util.UUID;

/// The last generation seen of each vault, kept outside the vault files: an old copy of a vault is
/// whole and authentic, so only this tells that it was put back.
public interface SeenGenerations {
  /// For a caller that keeps none.
  SeenGenerations NONE =
      new SeenGenerations() {
        @Override
        public OptionalLong last(UUID vault) {
          return OptionalLong.empty();
        }

        @Override
        public void saw(UUID vault, long generation) {}
      };

  /// The last one seen.
  OptionalLong last(UUID vault);

  /// Keeps the one that is there now, older ones too: a person is told once.
  void saw(UUID vault, long generation);
}

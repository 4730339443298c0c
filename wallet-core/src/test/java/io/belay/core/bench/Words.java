package io.belay.core.bench;

import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Vaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/// The well-known test mnemonic, and vaults of it.
final class Words {
  static final String TEXT = "test test test test test test test test test test test junk";
  static final KdfCost LOWEST = new KdfCost(16 * 1024, 1, 1);

  private Words() {}

  static Mnemonic mnemonic() {
    return Mnemonic.parse(TEXT.toCharArray());
  }

  static Password password() {
    return Password.of("correct horse".toCharArray());
  }

  /// A new folder.
  static Path folder() {
    try {
      return Files.createTempDirectory("bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A new folder with a vault `main` of the mnemonic.
  static Vaults vaults(KdfCost cost) {
    Vaults vaults = new Vaults(folder(), cost, new SecureRandom(), InstantSource.system());
    try (Mnemonic words = mnemonic();
        Password password = password()) {
      vaults.create(Vaults.DEFAULT_NAME, false, words, password);
    }
    return vaults;
  }
}

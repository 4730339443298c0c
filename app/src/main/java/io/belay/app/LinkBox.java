package io.belay.app;

import io.belay.app.file.FileBytes;
import io.belay.base.WalletException;
import io.belay.core.money.PaymentUri;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Hands a link from the process that was started with it to the one that shows the window, in a
/// file of the data directory that only its owner can write. The last link counts.
record LinkBox(Path directory) {
  private Path file() {
    return directory.resolve("window.link");
  }

  /// Lays a link there.
  ///
  /// @throws WalletException `store-failed`
  void put(String uri) {
    String kept = uri.substring(0, Math.min(uri.length(), PaymentUri.MOST + 1));
    try {
      Path whole = Files.createTempFile(directory, "window", ".link"); // 0600 where there are modes
      Files.writeString(whole, kept, StandardCharsets.UTF_8);
      Files.move(whole, file(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new WalletException("store-failed", "the link cannot be handed to the window", e);
    }
  }

  /// Takes the link that lies there, if any, and removes it.
  ///
  /// @throws WalletException `store-failed`, `input-unreadable`
  Optional<String> take() {
    if (!Files.exists(file())) {
      return Optional.empty();
    }
    byte[] bytes = FileBytes.of(file(), 8 * PaymentUri.MOST);
    try {
      Files.delete(file());
    } catch (IOException e) {
      throw new WalletException("store-failed", "the link cannot be removed", e);
    }
    return Optional.of(new String(bytes, StandardCharsets.UTF_8));
  }
}

package io.belay.app;

import io.belay.app.file.FileBytes;
import io.belay.base.WalletException;
import io.belay.core.money.PaymentUri;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands a link from a process that was started with it to the other one that shows the window
/// already, in a file of the data directory that only its owner can write. The last link counts.
record LinkBox(Path directory) {
  private static final Logger LOG = LoggerFactory.getLogger(LinkBox.class);
  private static final int MOST = PaymentUri.MOST + 1; // a link without end stays one too long

  private Path file() {
    return directory.resolve("window.link");
  }

  /// Lays a link there.
  ///
  /// @throws WalletException `store-failed`
  void put(String uri) {
    String kept = uri.substring(0, Math.min(uri.length(), MOST));
    try {
      Path whole = Files.createTempFile(directory, "window", ".link"); // 0600 where there are modes
      try {
        // unlike writeString it takes half a character, which the cut may leave
        Files.write(whole, kept.getBytes(StandardCharsets.UTF_8));
        Files.move(whole, file(), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw new WalletException("store-failed", "the link cannot be handed to the window", e);
    }
  }

  /// Takes the link that lies there, if any; whatever lies there is removed.
  ///
  /// @throws WalletException `input-unreadable`, `input-too-long`
  Optional<String> take() {
    try (InputStream in = Files.newInputStream(file(), StandardOpenOption.DELETE_ON_CLOSE)) {
      byte[] bytes = FileBytes.of(in, 3 * MOST); // a `char` takes at most three
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new WalletException("input-unreadable", "the link cannot be read", e);
    }
  }

  /// Forgets what lies there; where that fails, nothing else does.
  void clear() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      LOG.warn("an old link was not removed: {}", e.getMessage());
    }
  }
}

package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Unlocked;
import io.belay.keystore.vault.Vaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A data directory that is gone after use: a practice network with a block every second, and room
/// for a vault that signs for nothing else.
public final class ThrowAway implements AutoCloseable {
  /// A password of 100 bits that nobody knows needs no slow key.
  public static final KdfCost COST = new KdfCost(64 * 1024, 3, 1);

  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int PASSWORD_LENGTH = 20;

  private final Path directory;
  private final DataDirectory data;

  private ThrowAway(Path directory, DataDirectory data) {
    this.directory = directory;
    this.data = data;
  }

  /// Makes one.
  ///
  /// @throws WalletException `no-data-directory`
  public static ThrowAway open(DataDirectory.Opener opener) {
    try {
      Path directory = Files.createTempDirectory("belay-demo");
      DataDirectory data = opener.open(directory);
      data.settings().set(DataDirectory.PRACTICE_BLOCK_MILLIS, "1000");
      return new ThrowAway(directory, data);
    } catch (IOException e) {
      throw new WalletException("no-data-directory", "no temporary directory can be made", e);
    }
  }

  /// What is in it.
  public DataDirectory data() {
    return data;
  }

  /// A new practice vault, open; nobody knows its password.
  public Unlocked vault() {
    char[] text = randomPassword();
    try (Mnemonic words = Mnemonic.random(12, data.random());
        Password password = Password.of(text)) {
      return data.vaults(COST).create(Vaults.DEFAULT_NAME, true, words, password).unlock(password);
    } finally {
      Arrays.fill(text, '\0');
    }
  }

  /// A password of 100 bits.
  public char[] randomPassword() {
    char[] text = new char[PASSWORD_LENGTH];
    for (int i = 0; i < text.length; i++) {
      text[i] = LETTERS.charAt(data.random().nextInt(LETTERS.length()));
    }
    return text;
  }

  /// Leaves it and removes it.
  @Override
  public void close() {
    data.close();
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's directory could not be removed", e);
    }
  }
}

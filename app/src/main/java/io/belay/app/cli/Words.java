package io.belay.app.cli;

import io.belay.app.file.NewFile;
import io.belay.base.WalletException;
import io.belay.keystore.hd.Language;
import io.belay.keystore.hd.Mnemonic;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Mnemonics in and out of files and terminals, never as a `String`.
final class Words {
  private static final int MOST_BYTES = 4096;

  private Words() {}

  /// Reads the words of a file.
  ///
  /// @param language of the words; without it they say themselves
  /// @throws WalletException `mnemonic-unreadable`, `bad-mnemonic`, `which-language`
  static Mnemonic read(Path file, Optional<Language> language) {
    char[] text = text(file, "mnemonic-unreadable", "the file of the words cannot be read");
    try {
      return language.map(l -> Mnemonic.parse(text, l)).orElseGet(() -> Mnemonic.parse(text));
    } finally {
      Arrays.fill(text, '\0');
    }
  }

  /// The mnemonic with the passphrase of a file, or a copy without one.
  static Mnemonic withPassphrase(Mnemonic mnemonic, Optional<Path> file) {
    if (file.isEmpty()) {
      return mnemonic.copy();
    }
    char[] text =
        text(file.get(), "passphrase-unreadable", "the file of the passphrase cannot be read");
    int length = text.length;
    while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r')) {
      length--;
    }
    char[] line = Arrays.copyOf(text, length);
    try {
      return mnemonic.withPassphrase(line);
    } finally {
      Arrays.fill(text, '\0');
      Arrays.fill(line, '\0');
    }
  }

  private static char[] text(Path file, String code, String message) {
    byte[] bytes = new byte[0];
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new WalletException(code, message + ": it is too long");
      }
      bytes = Files.readAllBytes(file);
      CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      char[] text = new char[decoded.remaining()];
      decoded.get(text);
      Arrays.fill(decoded.array(), '\0');
      return text;
    } catch (CharacterCodingException e) {
      throw new WalletException(code, message + ": it is not UTF-8 text");
    } catch (IOException e) {
      throw new WalletException(code, message, e);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /// Writes the words to a new file that only its owner can read.
  ///
  /// @throws WalletException `file-exists`, `words-not-written`
  static void write(Mnemonic mnemonic, Path file) {
    try (SeekableByteChannel channel = NewFile.open(file);
        Writer writer = Channels.newWriter(channel, StandardCharsets.UTF_8)) {
      mnemonic.writeTo(writer);
      writer.write('\n');
    } catch (IOException e) {
      throw new WalletException("words-not-written", "the file for the words cannot be written", e);
    }
  }

  /// Shows the words to the person at the terminal, numbered.
  static void show(Mnemonic mnemonic, Terminal terminal) {
    int place = 1;
    for (char[] word : mnemonic.words()) {
      terminal.out().print(place++ + " ");
      terminal.out().println(word);
      Arrays.fill(word, '\0');
    }
    terminal.out().flush();
  }
}

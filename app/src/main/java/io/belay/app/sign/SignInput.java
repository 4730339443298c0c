package io.belay.app.sign;

import io.belay.app.file.FileBytes;
import io.belay.base.Hex;
import io.belay.base.Utf8;
import io.belay.base.WalletException;
import io.belay.keystore.SigningPayload;
import io.belay.keystore.SigningPayload.PersonalMessage;
import io.belay.keystore.SigningPayload.TypedData;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is put in to be signed or verified. Lives beside the pages, so that turning to the network
/// that typed data is for loses nothing; locking clears it.
public final class SignInput {
  /// The most bytes of a message: far more than anybody reads.
  public static final int MOST_MESSAGE = 32 * 1024;

  /// The most bytes of typed data.
  public static final int MOST_TYPED = 256 * 1024;

  /// How the text is taken.
  public enum Form {
    /// A message's characters, as UTF-8.
    TEXT,
    /// A message's bytes in hexadecimal.
    HEX,
    /// Typed data, as the JSON of `eth_signTypedData_v4`.
    TYPED;

    String key() {
      return "sign.form." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A text and how to take it.
  ///
  /// @param form how
  /// @param text the text
  public record Given(Form form, String text) {
    /// Reads what it spells.
    ///
    /// @throws WalletException `input-too-long`, `bad-hex`, `bad-text`, `bad-typed-data`
    SigningPayload payload() {
      SigningPayload read =
          switch (form) {
            case TEXT -> PersonalMessage.of(bounded(text, MOST_MESSAGE));
            case HEX -> PersonalMessage.of(bytes());
            case TYPED -> TypedData.parse(bounded(text, MOST_TYPED));
          };
      if (read instanceof PersonalMessage message && message.message().length > MOST_MESSAGE) {
        throw tooLong();
      }
      return read;
    }

    private byte[] bytes() {
      String digits = bounded(text, 3 * MOST_MESSAGE).replaceAll("\\s", "");
      return Hex.decode(digits.startsWith("0x") ? digits : "0x" + digits);
    }

    private static String bounded(String text, int most) {
      if (text.length() > most) {
        throw tooLong();
      }
      return text;
    }
  }

  private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.TEXT);
  private final StringProperty text = new SimpleStringProperty("");

  private static WalletException tooLong() {
    return new WalletException("input-too-long", "more than anybody could read");
  }

  /// How the text is taken.
  public ObjectProperty<Form> form() {
    return form;
  }

  /// The text.
  public StringProperty text() {
    return text;
  }

  /// What stands there now.
  Given given() {
    return new Given(form.get(), text.get());
  }

  /// Forgets it.
  public void clear() {
    form.set(Form.TEXT);
    text.set("");
  }

  /// Puts something in the place of what is there.
  void put(Given given) {
    form.set(given.form());
    text.set(given.text());
  }

  /// Takes a text as it is most likely meant: typed data as such, anything else as it was taken
  /// before.
  Given guess(String given) {
    if (isTyped(given)) {
      return new Given(Form.TYPED, given);
    }
    return asShown(given).orElseGet(() -> new Given(form.get(), given));
  }

  private static boolean isTyped(String given) {
    return given.strip().startsWith("{") && given.contains("\"primaryType\"");
  }

  /// A text field drops some control characters: a text with such is kept by its bytes.
  private static Optional<Given> asShown(String given) {
    boolean dropped = given.chars().anyMatch(c -> c == 0x7f || (c < ' ' && c != '\n' && c != '\t'));
    return dropped
        ? Optional.of(new Given(Form.HEX, Hex.encode(Utf8.encode(given))))
        : Optional.empty();
  }

  /// Reads a file: its text if it is one, else its bytes in hexadecimal. Blocks.
  ///
  /// @param name of the file
  /// @throws WalletException `input-unreadable`, `input-too-long`
  Given read(String name) {
    byte[] bytes = FileBytes.of(path(name), MOST_TYPED);
    Optional<String> spelled = Utf8.decode(bytes);
    if (spelled.filter(SignInput::isTyped).isPresent()) {
      return new Given(Form.TYPED, spelled.get());
    }
    if (bytes.length > MOST_MESSAGE) {
      throw tooLong();
    }
    return spelled
        .map(text -> asShown(text).orElseGet(() -> new Given(Form.TEXT, text)))
        .orElseGet(() -> new Given(Form.HEX, Hex.encode(bytes)));
  }

  private static Path path(String name) {
    try {
      return Path.of(name.strip());
    } catch (InvalidPathException e) {
      throw new WalletException("input-unreadable", "there is no such file", e);
    }
  }
}

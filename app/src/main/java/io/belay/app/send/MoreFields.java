package io.belay.app.send;

import io.belay.app.control.Checked;
import io.belay.app.fx.Words;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// What few need: nonce, gas limit, call data. Blank means that Belay chooses.
public final class MoreFields {
  private static final long NEVER_LESS = 21_000; // what any transaction costs (EIP-2)

  private final Words words;
  private final StringProperty nonce = new SimpleStringProperty("");
  private final StringProperty gas = new SimpleStringProperty("");
  private final StringProperty data = new SimpleStringProperty("");

  private final BooleanProperty privately = new SimpleBooleanProperty();

  MoreFields(Words words) {
    this.words = words;
  }

  /// Own nonce, or blank.
  public StringProperty nonce() {
    return nonce;
  }

  /// Own gas limit, or blank.
  public StringProperty gas() {
    return gas;
  }

  /// Call data, or blank.
  public StringProperty data() {
    return data;
  }

  /// Whether it goes to private relays only.
  public BooleanProperty privately() {
    return privately;
  }

  List<ObservableValue<?>> all() {
    return List.of(nonce, gas, data, privately);
  }

  void clear() {
    List.of(nonce, gas, data).forEach(field -> field.set(""));
    privately.set(false);
  }

  Checked<Long> readNonce() {
    return Checked.read(nonce.get(), text -> parse(text, 0), words);
  }

  Checked<Long> readGas() {
    return Checked.read(gas.get(), text -> parse(text, NEVER_LESS), words);
  }

  /// @param token whether a token is sent, whose data is made from the amount
  Checked<String> readData(boolean token) {
    return Checked.read(
        data.get(),
        text -> {
          String hex = Hex.encode(Hex.decode(text.strip()));
          if (token && !hex.equals("0x")) {
            throw new WalletException("token-with-data", "a token's transfer has its own data");
          }
          return hex;
        },
        words);
  }

  boolean isRight(boolean token) {
    return readNonce().problem().isEmpty()
        && readGas().problem().isEmpty()
        && readData(token).problem().isEmpty();
  }

  static OptionalLong number(Checked<Long> read) {
    return read.value().map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private static Long parse(String text, long least) {
    if (!text.strip().matches("\\d{1,18}")) {
      throw new WalletException("bad-number", "a whole number");
    }
    long number = Long.parseLong(text.strip());
    if (number < least) {
      throw new WalletException("gas-too-low", "no transaction costs less than 21 000 gas");
    }
    return number;
  }
}

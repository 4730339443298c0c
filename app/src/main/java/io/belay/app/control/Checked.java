package io.belay.app.control;

import io.belay.app.fx.Words;
import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.money.Amount;
import io.belay.core.money.Asset;
import java.util.Optional;
import java.util.function.Function;

/// What came of reading a field: a value, a problem in words, or neither while it is empty.
///
/// @param value the value, where the text is right
/// @param problem the problem in words, or blank
public record Checked<T>(Optional<T> value, String problem) {
  /// Reads an address: form and EIP-55 checksum.
  public static Checked<Address> address(String text, Words words) {
    return read(text, Address::parse, words);
  }

  /// Reads a decimal amount of an asset, above zero.
  public static Checked<Amount> amount(String text, Asset asset, Words words) {
    return read(text, t -> positive(asset.amount(Amount.parse(t, asset.decimals()))), words);
  }

  private static Amount positive(Amount amount) {
    if (amount.units().value().signum() == 0) {
      throw new WalletException("zero-amount", "nothing to send");
    }
    return amount;
  }

  /// Reads any text by a parser that refuses with a code.
  public static <T> Checked<T> read(String text, Function<String, T> parser, Words words) {
    if (text.isBlank()) {
      return new Checked<>(Optional.empty(), "");
    }
    try {
      return new Checked<>(Optional.of(parser.apply(text)), "");
    } catch (WalletException e) {
      return new Checked<>(Optional.empty(), words.error(e));
    }
  }
}

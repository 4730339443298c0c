package io.belay.core.money;

import io.belay.base.WalletException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// An amount of an asset, in its smallest units.
public record Amount(Asset asset, Wei units) {
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,78}(\\.\\d{1,78})?|\\.\\d{1,78}");

  /// Reads a plain decimal number with a point, such as `0.1`: no sign, no exponent, no grouping.
  ///
  /// @return the smallest units
  /// @throws WalletException `bad-amount` for another form, `too-many-decimals` where it is finer
  ///   than the asset
  public static Wei parse(String text, int decimals) {
    String trimmed = text.strip();
    if (!DECIMAL.matcher(trimmed).matches()) {
      throw new WalletException(
          "bad-amount", "an amount is a plain number with a point, such as 0.1");
    }
    BigDecimal value = new BigDecimal(trimmed).stripTrailingZeros();
    if (value.scale() > decimals) {
      throw new WalletException(
          "too-many-decimals", "at most " + decimals + " digits may follow the point");
    }
    return Wei.of(value.movePointRight(decimals).toBigIntegerExact());
  }

  /// Exact decimal text without trailing zeros: `0.1`, `12`, `0`.
  public String decimal() {
    BigDecimal value = new BigDecimal(units.value(), asset.decimals()).stripTrailingZeros();
    return value.signum() == 0 ? "0" : value.toPlainString();
  }

  /// Exact decimal text and the symbol.
  @Override
  public String toString() {
    return decimal() + " " + asset.symbol();
  }
}

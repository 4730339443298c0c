package io.belay.core.chain;

import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.store.NetworkRow;
import java.util.Locale;
import java.util.regex.Pattern;

/// A network as a person typed it, each fact as text. What it is not told it takes as most networks
/// have it: fees by EIP-1559, a block every 12 s.
///
/// @param chainId decimal, or `0x` and hexadecimal digits
/// @param name for people
/// @param shortName EIP-3770 short name; blank for `chain-` and the id
/// @param symbol of the native currency
/// @param decimals of the native currency
/// @param testnet whether its money is worth nothing
/// @param urls addresses of endpoints, one a line
public record TypedNetwork(
    String chainId,
    String name,
    String shortName,
    String symbol,
    String decimals,
    boolean testnet,
    String urls) {
  private static final int USUAL_BLOCK_MILLIS = 12_000;

  /// The same as a file would say it.
  ///
  /// @throws WalletException `bad-chain-id`, `bad-network-name`, `bad-short-name`, `bad-symbol`,
  ///   `bad-decimals`
  public NetworkFile file() {
    long chain = id();
    NetworkRow row =
        new NetworkRow(
            chain,
            checked(name, "bad-network-name", NetworkFile.NAME),
            shortName.isBlank()
                ? "chain-" + chain
                : checked(
                    shortName.toLowerCase(Locale.ROOT), "bad-short-name", NetworkFile.SHORT_NAME),
            checked(symbol, "bad-symbol", NetworkFile.SYMBOL),
            decimalPlaces(),
            USUAL_BLOCK_MILLIS,
            true,
            testnet);
    return new NetworkFile(row, urls.lines().map(String::strip).filter(u -> !u.isEmpty()).toList());
  }

  private long id() {
    String text = chainId.strip();
    boolean hex = text.matches("0x[0-9a-fA-F]{1,13}");
    if (!hex && !text.matches("[0-9]{1,16}")) {
      throw new WalletException("bad-chain-id", "a chain id is a whole number from 1");
    }
    return ChainId.of(hex ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text)).value();
  }

  private int decimalPlaces() {
    String text = decimals.strip();
    if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) > NetworkFile.MOST_DECIMALS) {
      throw new WalletException("bad-decimals", "decimals are a number from 0 to 36");
    }
    return Integer.parseInt(text);
  }

  private static String checked(String text, String code, Pattern form) {
    String stripped = text.strip();
    if (!form.matcher(stripped).matches()) {
      throw new WalletException(code, "it is missing or has characters that it may not have");
    }
    return stripped;
  }
}

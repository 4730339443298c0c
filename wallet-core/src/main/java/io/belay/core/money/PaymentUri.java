package io.belay.core.money;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A payment that a stranger's URI asks for (ERC-681): of a chain's currency, or of a token in its
/// smallest units, as nobody has asked for its decimals yet. Other calls, names instead of
/// addresses and anything that is not understood to the last letter are no such payment.
///
/// @param chain which network; empty where the payer's present one is meant
/// @param to who is paid
/// @param token the contract; empty for the network's currency
/// @param units how much, in smallest units; empty where the payer decides
public record PaymentUri(
    Optional<ChainId> chain, Address to, Optional<Address> token, Optional<Wei> units) {
  /// More than any payment needs.
  public static final int MOST = 1000;

  private static final Pattern FORM =
      Pattern.compile(
          "(?i:ethereum):(?:pay-)?(0x\\p{XDigit}{40})(?:@(\\d{1,18}))?(/transfer)?(?:\\?(.*))?");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE]\\d{1,2})?");
  // what the payer's own wallet decides; asking for it changes nothing here
  private static final Set<String> IGNORED = Set.of("gas", "gasLimit", "gasPrice");

  /// Reads a URI; empty where it asks for anything but one payment.
  public static Optional<PaymentUri> parse(String uri) {
    Matcher form = FORM.matcher(uri);
    if (uri.length() > MOST || !form.matches()) {
      return Optional.empty();
    }
    try {
      Map<String, String> asked = parameters(Optional.ofNullable(form.group(4)).orElse(""));
      Optional<ChainId> chain =
          Optional.ofNullable(form.group(2)).map(Long::parseLong).map(ChainId::of);
      Address target = Address.parse(form.group(1));
      return form.group(3) == null ? currency(chain, target, asked) : token(chain, target, asked);
    } catch (WalletException | ArithmeticException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PaymentUri> currency(
      Optional<ChainId> chain, Address to, Map<String, String> asked) {
    Optional<Wei> units = Optional.ofNullable(asked.remove("value")).map(PaymentUri::number);
    return asked.isEmpty()
        ? Optional.of(new PaymentUri(chain, to, Optional.empty(), units))
        : Optional.empty();
  }

  private static Optional<PaymentUri> token(
      Optional<ChainId> chain, Address contract, Map<String, String> asked) {
    Optional<Address> to = Optional.ofNullable(asked.remove("address")).map(Address::parse);
    Optional<Wei> units = Optional.ofNullable(asked.remove("uint256")).map(PaymentUri::number);
    return asked.isEmpty()
        ? to.map(payee -> new PaymentUri(chain, payee, Optional.of(contract), units))
        : Optional.empty();
  }

  /// Whoever asks twice for one thing means to be read in two ways.
  private static Map<String, String> parameters(String query) {
    Map<String, String> found = new HashMap<>();
    for (String pair : Arrays.stream(query.split("&", -1)).filter(p -> !p.isEmpty()).toList()) {
      int equal = pair.indexOf('=');
      if (equal < 0 || found.put(pair.substring(0, equal), pair.substring(equal + 1)) != null) {
        throw new IllegalArgumentException(pair);
      }
    }
    found.keySet().removeAll(IGNORED);
    return found;
  }

  private static Wei number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return Wei.of(new BigDecimal(text).toBigIntegerExact());
  }
}

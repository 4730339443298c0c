package io.belay.core.chain;

import io.belay.base.WalletException;
import io.belay.core.store.NetworkRow;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A network as people pass it on: JSON in the form of ethereum-lists/chains (`chainId`, `name`,
/// `rpc`) or of EIP-3085 (`chainId` in hexadecimal, `chainName`, `rpcUrls`). Hostile until checked.
///
/// @param network the facts
/// @param urls of endpoints, unchecked; those of WebSockets and those with a place for a key are
///   left out
public record NetworkFile(NetworkRow network, List<String> urls) {
  /// Longest file that is read, in bytes.
  public static final int MAX_BYTES = 64 * 1024;

  static final int MOST_DECIMALS = 36;

  private static final int MOST_URLS = 32;
  private static final double USUAL_BLOCK_SECONDS = 12;
  // EIP-2294: larger ones do not fit the signature
  private static final BigInteger MAX_CHAIN_ID =
      BigInteger.TWO.pow(64).shiftRight(1).subtract(BigInteger.valueOf(37));
  static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .,'()&+-]{0,59}");
  static final Pattern SHORT_NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  static final Pattern SYMBOL = Pattern.compile("[\\p{L}\\p{N}$.-]{1,16}");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// Copies the addresses.
  public NetworkFile {
    urls = List.copyOf(urls);
  }

  /// Reads a file.
  ///
  /// @throws WalletException `bad-network-file`
  public static NetworkFile parse(byte[] file) {
    JsonNode root;
    try {
      root = JSON.readTree(file);
    } catch (JacksonException e) {
      throw new WalletException("bad-network-file", "this is no JSON", e);
    }
    long chain = chainId(root.path("chainId"));
    String name = text(root, "name", "chainName", NAME);
    JsonNode currency = root.path("nativeCurrency");
    String shortName = root.path("shortName").asString("chain-" + chain).toLowerCase(Locale.ROOT);
    NetworkRow row =
        new NetworkRow(
            chain,
            name,
            matching("shortName", shortName, SHORT_NAME),
            text(currency, "symbol", "symbol", SYMBOL),
            decimals(currency.path("decimals")),
            blockMillis(root.path("blockTimeSeconds")),
            feeMarket(root.path("features")),
            root.path("testnet").asBoolean(false)
                || name.toLowerCase(Locale.ROOT).contains("test"));
    return new NetworkFile(row, urls(root));
  }

  private static long chainId(JsonNode node) {
    BigInteger id = BigInteger.ZERO;
    String text = node.asString("");
    if (node.isIntegralNumber()) {
      id = node.bigIntegerValue();
    } else if (text.matches("0x[0-9a-fA-F]{1,16}")) {
      id = new BigInteger(text.substring(2), 16);
    }
    if (id.signum() <= 0 || id.compareTo(MAX_CHAIN_ID) > 0) {
      throw bad("chainId is a number from 1, or 0x and hexadecimal digits");
    }
    return id.longValueExact();
  }

  private static String text(JsonNode from, String name, String otherName, Pattern form) {
    return matching(name, from.path(name).asString(from.path(otherName).asString("")), form);
  }

  private static String matching(String name, String text, Pattern form) {
    if (!form.matcher(text).matches()) {
      throw bad(name + " is missing or has characters that a name does not have");
    }
    return text;
  }

  private static int decimals(JsonNode node) {
    if (!node.isInt() || node.intValue() < 0 || node.intValue() > MOST_DECIMALS) {
      throw bad("nativeCurrency.decimals is a number from 0 to 36");
    }
    return node.intValue();
  }

  private static long blockMillis(JsonNode node) {
    double seconds = node.isNumber() ? node.doubleValue() : USUAL_BLOCK_SECONDS;
    if (!(seconds >= 0.05 && seconds <= 600)) {
      throw bad("blockTimeSeconds is a number from 0.05 to 600");
    }
    return Math.round(seconds * 1000);
  }

  /// A list of features without EIP-1559 says that it has none; no list says nothing.
  private static boolean feeMarket(JsonNode features) {
    if (!features.isArray()) {
      return true;
    }
    for (JsonNode feature : features) {
      if (feature.path("name").asString("").equals("EIP1559")) {
        return true;
      }
    }
    return false;
  }

  private static List<String> urls(JsonNode root) {
    List<String> urls = new ArrayList<>();
    JsonNode list = root.has("rpc") ? root.path("rpc") : root.path("rpcUrls");
    for (JsonNode entry : list) {
      String url = entry.path("url").asString(entry.asString(""));
      boolean usable = !url.contains("${") && !url.startsWith("ws:") && !url.startsWith("wss:");
      if (usable && !urls.contains(url)) {
        urls.add(url);
      }
    }
    if (urls.size() > MOST_URLS) {
      throw bad("at most " + MOST_URLS + " endpoints are taken");
    }
    return urls;
  }

  private static WalletException bad(String why) {
    return new WalletException("bad-network-file", why);
  }
}

package io.belay.core.token;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.base.Hex;
import io.belay.core.proof.MappingSlot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tokens whose balance slot is known, and the places to look in for others: from `slots.json`.
///
/// A contract behind a proxy may be given another layout. So a known slot is a hint too: where the
/// groups agree on another balance than the slot proves, the slot is wrong, not the groups.
public final class BalanceSlots {
  private static final int WORD = 256;

  private final Map<Token, BalanceSlot> known = new HashMap<>();
  private final Map<Named, Address> named = new HashMap<>();
  private final List<BalanceSlot> candidates = new ArrayList<>();

  private record Token(ChainId chain, Address address) {}

  private record Named(ChainId chain, String symbol) {}

  private BalanceSlots(JsonNode root) {
    for (JsonNode token : root.path("tokens")) {
      ChainId chain = ChainId.of(token.path("chainId").longValue());
      Address address = Address.parse(token.path("address").stringValue());
      known.put(new Token(chain, address), slot(token, number(token.path("slot"))));
      named.put(new Named(chain, token.path("symbol").stringValue()), address);
    }
    for (JsonNode range : root.path("candidates")) {
      BigInteger last = number(range.path("to"));
      for (BigInteger at = number(range.path("from"));
          at.compareTo(last) <= 0;
          at = at.add(BigInteger.ONE)) {
        candidates.add(slot(range, at));
      }
    }
  }

  /// Reads the data file.
  public static BalanceSlots load() {
    try (InputStream in = BalanceSlots.class.getResourceAsStream("slots.json")) {
      if (in == null) {
        throw new IllegalStateException("no slots.json");
      }
      return new BalanceSlots(JsonMapper.shared().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BalanceSlot slot(JsonNode entry, BigInteger base) {
    String layout = entry.path("layout").stringValue().toUpperCase(Locale.ROOT);
    return new BalanceSlot(
        new MappingSlot(MappingSlot.Layout.valueOf(layout), Bytes32.of(base)),
        entry.path("bits").intValue(WORD));
  }

  private static BigInteger number(JsonNode node) {
    return node.isString()
        ? Hex.toBigInteger(node.stringValue())
        : BigInteger.valueOf(node.longValue());
  }

  /// Where a well-known token keeps balances.
  public Optional<BalanceSlot> known(ChainId chain, Address token) {
    return Optional.ofNullable(known.get(new Token(chain, token)));
  }

  /// The well-known token of a symbol, in capitals.
  public Optional<Address> named(ChainId chain, String symbol) {
    return Optional.ofNullable(named.get(new Named(chain, symbol)));
  }

  /// The well-known tokens of a chain by their symbols, in their order.
  public SortedMap<String, Address> named(ChainId chain) {
    SortedMap<String, Address> found = new TreeMap<>();
    named.forEach((name, address) -> {
      if (name.chain().equals(chain)) {
        found.put(name.symbol(), address);
      }
    });
    return found;
  }

  /// Where to look for the balances of any other token, the likeliest first.
  public List<BalanceSlot> candidates() {
    return List.copyOf(candidates);
  }
}

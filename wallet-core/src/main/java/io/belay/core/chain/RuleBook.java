package io.belay.core.chain;

import io.belay.base.ChainId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rules of `rules.json`, by chain id.
final class RuleBook {
  private static final Duration LEAST_POLL = Duration.ofSeconds(2);

  private final Map<ChainId, Entry> entries = new HashMap<>();

  private record Entry(
      Chain.HeaderKind header,
      BaseFeeRule baseFee,
      Finality finality,
      DataFee dataFee,
      Duration minPoll) {}

  // what anybody may assume of a chain nobody wrote down
  private static final Entry UNKNOWN =
      new Entry(
          Chain.HeaderKind.OPAQUE,
          new BaseFeeRule.None(),
          new Finality.Tags(),
          DataFee.UNKNOWN,
          LEAST_POLL);

  private RuleBook(JsonNode root) {
    for (Map.Entry<String, JsonNode> chain : root.path("chains").properties()) {
      entries.put(ChainId.of(Long.parseLong(chain.getKey())), entry(chain.getValue()));
    }
  }

  static RuleBook load() {
    try (InputStream in = RuleBook.class.getResourceAsStream("rules.json")) {
      if (in == null) {
        throw new IllegalStateException("no rules.json");
      }
      return new RuleBook(JsonMapper.shared().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The rules of a chain; of one that is not in the file, those that claim nothing.
  ///
  /// @param feeMarket whether it takes EIP-1559 transactions
  Chain.Rules of(ChainId id, boolean feeMarket) {
    Entry e = entries.getOrDefault(id, UNKNOWN);
    return new Chain.Rules(
        e.header(), feeMarket, e.minPoll(), e.baseFee(), e.finality(), e.dataFee());
  }

  boolean knows(ChainId id) {
    return entries.containsKey(id);
  }

  private static Entry entry(JsonNode rules) {
    return new Entry(
        Chain.HeaderKind.valueOf(word(rules, "header")),
        baseFee(rules.path("baseFee")),
        finality(rules.path("finality")),
        DataFee.valueOf(word(rules, "dataFee")),
        Duration.ofMillis(rules.path("minPollMs").longValue()));
  }

  private static BaseFeeRule baseFee(JsonNode rule) {
    return rule.isObject()
        ? new BaseFeeRule.Eip1559(
            rule.path("denominator").intValue(), rule.path("elasticity").intValue())
        : new BaseFeeRule.None();
  }

  private static Finality finality(JsonNode rule) {
    if (rule.isIntegralNumber()) {
      return new Finality.Depth(rule.longValue());
    }
    return switch (rule.stringValue()) {
      case "tags" -> new Finality.Tags();
      case "none" -> new Finality.None();
      default -> throw new IllegalStateException("no such finality in rules.json");
    };
  }

  private static String word(JsonNode rules, String name) {
    return rules.path(name).stringValue().toUpperCase(Locale.ROOT);
  }
}

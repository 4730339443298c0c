package io.belay.app.accounts;

import io.belay.app.fx.Phrases;
import io.belay.app.fx.Words;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import io.belay.core.state.Observed.Level;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sum of what is known, the weakest level of its parts, and the parts by name.
///
/// @param sum the sum of what is known; empty where nothing is
/// @param weakest the weakest level of the parts
/// @param partial whether a part is missing
/// @param parts sums by level, where there is more than one level
public record Total(Optional<Wei> sum, Level weakest, boolean partial, Map<Level, Wei> parts) {
  /// Copies the parts.
  public Total {
    parts = new EnumMap<>(parts);
  }

  /// Adds balances up.
  public static Total of(List<? extends Observed<Wei>> balances) {
    return of(balances, Level.PROVEN);
  }

  /// As above, where none can be known better than something that all rest on, such as a token's
  /// decimals.
  public static Total of(List<? extends Observed<Wei>> balances, Level best) {
    Map<Level, Wei> parts = new EnumMap<>(Level.class);
    Level weakest = balances.isEmpty() ? Level.UNKNOWN : best;
    for (Observed<Wei> balance : balances) {
      Level level = balance.level().compareTo(best) < 0 ? best : balance.level();
      weakest = level.compareTo(weakest) > 0 ? level : weakest;
      parts.merge(level, balance.maybe().orElse(Wei.ZERO), Wei::plus);
    }
    boolean partial = weakest.compareTo(Level.STALE) > 0;
    Optional<Wei> sum = balances.stream().flatMap(b -> b.maybe().stream()).reduce(Wei::plus);
    return new Total(sum, weakest, partial, parts);
  }

  /// The sum as text: a dash where nothing is known, "at least" where a part is missing.
  String text(Words words, Asset asset) {
    return sum.map(wei -> words.veil().over(Phrases.brief(asset, wei)))
        .map(text -> partial ? words.get("total.atleast", text) : text)
        .orElse("—");
  }

  /// The level's word, or each part with its sum.
  String known(Words words, Asset asset) {
    if (parts.size() < 2) {
      return words.get("total." + weakest.word());
    }
    List<String> each =
        parts.entrySet().stream()
            .map(part -> part(words, asset, part.getKey(), part.getValue()))
            .toList();
    return String.join(", ", each);
  }

  private static String part(Words words, Asset asset, Level level, Wei sum) {
    String word = words.get("total." + level.word());
    return level.compareTo(Level.STALE) > 0
        ? word
        : word + " " + words.veil().over(Phrases.brief(asset, sum));
  }
}

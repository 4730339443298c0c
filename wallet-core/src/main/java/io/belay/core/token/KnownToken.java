package io.belay.core.token;

import io.belay.core.money.Amount;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import java.math.BigInteger;

/// A token as its contract described it.
///
/// @param asset its symbol and decimals, by its own word
/// @param level how that word is known: proven, agreed or single
/// @param falseName whether it bears a well-known token's symbol without being that token
public record KnownToken(Asset asset, Observed.Level level, boolean falseName) {
  /// Checks the level: what nobody said, or is fought over, is no knowledge.
  public KnownToken {
    if (level.compareTo(Observed.Level.SINGLE) > 0) {
      throw new IllegalArgumentException("a token is not known by " + level);
    }
  }

  /// Whether one group alone stands behind the decimals: another could give other amounts.
  public boolean isDoubtful() {
    return level == Observed.Level.SINGLE;
  }

  /// An amount of it.
  public Amount amount(BigInteger units) {
    return asset.amount(Wei.of(units));
  }
}

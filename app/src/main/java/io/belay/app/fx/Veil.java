package io.belay.app.fx;

import io.belay.core.money.Amount;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Hides amounts from who looks over a shoulder. Every amount that is shown, read out or can be
/// copied passes through here, but those that are typed or about to be signed: what is signed must
/// be seen. Knows no toolkit.
public final class Veil {
  /// What stands in the place of a number.
  public static final String DOTS = "\u2022\u2022\u2022";

  private final BooleanProperty drawn = new SimpleBooleanProperty();

  /// Whether amounts are hidden.
  public BooleanProperty drawn() {
    return drawn;
  }

  /// A number as it may be shown.
  public String over(String number) {
    return drawn.get() ? DOTS : number;
  }

  /// An amount with its symbol as it may be shown.
  public String over(Amount amount) {
    return drawn.get() ? DOTS + " " + amount.asset().symbol() : amount.toString();
  }
}

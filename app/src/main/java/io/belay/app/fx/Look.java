package io.belay.app.fx;

import java.util.List;
import java.util.Locale;

/// How the window looks to one person. Knows no toolkit.
///
/// @param colours light, dark, or as the system says
/// @param percent size of everything, one of [#SIZES]
/// @param still whether nothing moves
/// @param expert whether fields for those who know are offered
public record Look(Colours colours, int percent, boolean still, boolean expert) {
  /// The sizes that are offered, in percent.
  public static final List<Integer> SIZES = List.of(100, 110, 125, 150, 175, 200);

  /// Where nothing was chosen.
  public static final Look USUAL = new Look(Colours.SYSTEM, 100, false, true);

  /// Which colours.
  public enum Colours {
    /// As the system says.
    SYSTEM,
    /// Dark on light.
    LIGHT,
    /// Light on dark.
    DARK,
    /// Bright on black.
    CONTRAST;

    /// The word it is kept as.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Takes no other size than those offered.
  public Look {
    if (!SIZES.contains(percent)) {
      throw new IllegalArgumentException("no such size: " + percent);
    }
  }

  /// In other colours.
  public Look in(Colours other) {
    return new Look(other, percent, still, expert);
  }

  /// In another size.
  public Look sized(int other) {
    return new Look(colours, other, still, expert);
  }

  /// One size up or down, as far as there is one.
  public Look step(int by) {
    int next = Math.clamp(SIZES.indexOf(percent) + by, 0, SIZES.size() - 1);
    return sized(SIZES.get(next));
  }

  /// Moving or not.
  public Look stilled(boolean yes) {
    return new Look(colours, percent, yes, expert);
  }

  /// With fields for those who know, or without.
  public Look forExperts(boolean yes) {
    return new Look(colours, percent, still, yes);
  }
}

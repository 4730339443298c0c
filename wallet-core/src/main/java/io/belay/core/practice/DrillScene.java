package io.belay.core.practice;

import java.util.List;
import java.util.Locale;

/// One thing that a drill breaks.
///
/// @param kind what for
/// @param fault what is wrong
/// @param broken the groups where it is wrong
/// @param need what the wallet must still do
public record DrillScene(Kind kind, Fault fault, List<String> broken, Need need) {
  /// Copies the groups.
  public DrillScene {
    broken = List.copyOf(broken);
  }

  /// What a scene is for.
  public enum Kind {
    /// Nothing is broken: what the others are measured by.
    CALM,
    /// One group cut.
    CUT,
    /// Two groups cut.
    PAIR,
    /// No name resolves.
    DNS,
    /// All cut but the user's own node, or but one group where there is none.
    ALONE,
    /// One group lies about balances.
    LIAR,
    /// One group stopped following the chain.
    STALE,
    /// All but one group ask for fewer requests.
    LIMITED,
    /// One group has a fault that was asked for.
    FAULT;

    /// The word the command line and the report use.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What must still work, and how well; a wrong number is never right.
  public enum Need {
    /// Two groups, or the user's own node, are whole: all is proven or agreed, and sent.
    KNOWN,
    /// One group is whole: all works, and one group's word is enough.
    SINGLE,
    /// Nobody is whole: the last known values with their age, or none; signed, and not sent.
    HONEST
  }
}

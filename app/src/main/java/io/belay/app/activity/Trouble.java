package io.belay.app.activity;

import java.util.List;

/// What is out of the ordinary about a transaction.
///
/// @param isGrave whether money is at stake or lost
/// @param title what happened
/// @param detail what still holds, and what comes next
/// @param helps what the user can do about it
record Trouble(boolean isGrave, String title, String detail, List<Deed> helps) {
  Trouble {
    helps = List.copyOf(helps);
  }
}

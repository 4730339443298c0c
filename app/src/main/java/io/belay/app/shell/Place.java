package io.belay.app.shell;

import java.util.Locale;

/// The pages of the sidebar, in its order.
enum Place {
  ACCOUNTS("fth-layers"),
  ACTIVITY("fth-list"),
  SEND("fth-arrow-up-right"),
  SIGN("fth-edit-3"),
  BOOK("fth-book"),
  CONNECTIVITY("fth-activity"),
  NETWORKS("fth-globe"),
  VAULT("fth-key"),
  NOTICES("fth-bell"),
  SETTINGS("fth-settings");

  private final String icon;

  Place(String icon) {
    this.icon = icon;
  }

  String icon() {
    return icon;
  }

  String key() {
    return "nav." + name().toLowerCase(Locale.ROOT);
  }
}

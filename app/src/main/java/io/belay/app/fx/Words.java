package io.belay.app.fx;

import io.belay.base.WalletException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts people read, by key.
public final class Words {
  private static final List<String> PARTS =
      List.of("troubles", "endpoints", "transactions", "send", "book", "networks");

  private final ResourceBundle bundle;
  private final ResourceBundle troubles;
  private final List<ResourceBundle> parts;

  /// Reads the texts of a language.
  public Words(Locale locale) {
    this.bundle = part("messages", locale);
    this.parts = PARTS.stream().map(name -> part(name, locale)).toList();
    this.troubles = parts.getFirst();
  }

  private static ResourceBundle part(String name, Locale locale) {
    return ResourceBundle.getBundle("io.belay.app.i18n." + name, locale);
  }

  /// The text of a key, with `{0}`, `{1}` … replaced by the arguments as they are.
  public String get(String key, Object... args) {
    String text = holder(key).getString(key);
    for (int i = 0; i < args.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(args[i]));
    }
    return text;
  }

  private ResourceBundle holder(String key) {
    return parts.stream().filter(part -> part.containsKey(key)).findFirst().orElse(bundle);
  }

  /// Our own words for a surprise by its code, the line it carries in them where they ask for it;
  /// else that line.
  public String error(WalletException e) {
    String key = "error." + e.code();
    return troubles.containsKey(key) ? get(key, e.text()) : get("error.other", e.text(), e.code());
  }

  /// Our own words for a reason's code, else the code itself.
  public String reason(String code) {
    String key = "reason." + code;
    return troubles.containsKey(key) ? get(key) : code.replace('-', ' ');
  }

  /// What a warning is about, by its code; a code nobody told us of still warns.
  public String warning(String code) {
    String key = "warning." + code;
    return troubles.containsKey(key) ? get(key) : get("warning.other");
  }

  /// Our own words for what to make of a warning, the line it carries in them where they ask for
  /// it; else that line and its code.
  public String warningDetail(String code, String line) {
    String key = "warning." + code + ".detail";
    return troubles.containsKey(key) ? get(key, line) : get("error.other", line, code);
  }
}

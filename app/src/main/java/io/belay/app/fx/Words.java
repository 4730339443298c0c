package io.belay.app.fx;

import static java.util.ResourceBundle.Control.FORMAT_PROPERTIES;

import io.belay.base.WalletException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/// The texts people read, by key.
public final class Words {
  private static final List<String> PARTS =
      List.of(
          "troubles",
          "endpoints",
          "transactions",
          "send",
          "book",
          "desk",
          "journal",
          "palette",
          "networks",
          "outage",
          "sign",
          "account",
          "link",
          "release",
          "habits");

  private final ResourceBundle bundle;
  private final ResourceBundle troubles;
  private final List<ResourceBundle> parts;
  private final Veil veil;

  /// Reads the texts of a language.
  public Words(Locale locale) {
    this.bundle = part("messages", locale);
    this.parts = PARTS.stream().map(name -> part(name, locale)).toList();
    this.troubles = parts.getFirst();
    this.veil = new Veil();
  }

  /// The texts of a language that a person chose, as far as they can be shown here; else English.
  ///
  /// @param tag of the language (BCP 47), or blank for the system's
  public static Words spoken(String tag) {
    Locale wanted = tag.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(tag);
    boolean shown = languages(System.getProperty("os.name")).contains(wanted.getLanguage());
    return new Words(shown ? wanted : Locale.ENGLISH);
  }

  private Words(Words other) {
    this.bundle = other.bundle;
    this.parts = other.parts;
    this.troubles = other.troubles;
    this.veil = new Veil();
  }

  /// What amounts pass through before they are shown.
  public Veil veil() {
    return veil;
  }

  /// The same texts for what is about to be signed or sent: no amount is ever hidden in them.
  public Words unveiled() {
    return new Words(this);
  }

  /// The tags (BCP 47) of the languages that a system can show; English is the root.
  ///
  /// @param system its name, as `os.name` has it
  public static List<String> languages(String system) {
    return Stream.of("en", "de", "es", "ja", "ar")
        .filter(tag -> !tag.equals("ar") || Bidi.isSound(system))
        .toList();
  }

  /// The language these texts are written in: one there are texts of, whatever was asked for.
  public Locale locale() {
    return Locale.forLanguageTag(get("language.tag"));
  }

  /// Whether the language is written from right to left.
  public boolean isRightToLeft() {
    return locale().getLanguage().equals("ar");
  }

  private static ResourceBundle part(String name, Locale locale) {
    // English is the root; without this the computer's own language would stand in for it
    return ResourceBundle.getBundle(
        "io.belay.app.i18n." + name, locale, Control.getNoFallbackControl(FORMAT_PROPERTIES));
  }

  /// The text of a key, with `{0}`, `{1}` … replaced by the arguments as they are.
  public String get(String key, Object... args) {
    String text = holder(key).getString(key);
    for (int i = 0; i < args.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(args[i]));
    }
    return Bidi.wrappable(text);
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

  /// Our own words for what to make of a warning, the facts it carries in them where they ask for
  /// them; else those and its code.
  public String warningDetail(String code, List<String> facts) {
    String key = "warning." + code + ".detail";
    return troubles.containsKey(key)
        ? get(key, facts.toArray())
        : get("error.other", String.join(", ", facts), code);
  }
}

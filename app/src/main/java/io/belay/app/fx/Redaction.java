package io.belay.app.fx;

import java.util.List;
import java.util.regex.Pattern;

/// Takes out of a line what tells of a person: quoted text, addresses, hashes, keys, paths, file
/// names, amounts. What is left is meant to be shown to strangers, so it rather takes too much.
final class Redaction {
  private static final int LONGEST = 240;

  private record Rule(Pattern pattern, String instead) {
    Rule(String regex, String instead) {
      this(Pattern.compile(regex), instead);
    }
  }

  // in this order: what a later rule would take apart is gone by then
  private static final List<Rule> RULES =
      List.of(
          new Rule("\\s+", " "),
          new Rule("\"[^\"]*\"|'[^']*'|“[^”]*”|`[^`]*`", "<text>"),
          new Rule("\\b[a-zA-Z][a-zA-Z0-9+.-]*://[^\\s]*", "<url>"),
          new Rule("(?:[A-Za-z]:)?\\\\[^\\s]+|~?/[^\\s]*", "<file>"),
          new Rule("0x[0-9a-fA-F]{4}(?: [0-9a-fA-F]{2,4}){3,}", "<hex>"),
          new Rule("(?:0x)?[0-9a-fA-F]{16,}", "<hex>"),
          new Rule("[A-Za-z0-9_+=-]*\\d[A-Za-z0-9_+=-]{18,}|[A-Za-z0-9_+=-]{18,}\\d\\w*", "<data>"),
          new Rule(
              "(?<![\\w.])(?!java|javax\\.|javafx\\.|jdk\\.|sun\\.|io\\.belay\\.|com\\.|org\\.)"
                  + "[\\w-]+(?:\\.[\\w-]+)*\\.[A-Za-z]\\w{0,9}\\b",
              "<file>"),
          new Rule("\\d[\\d.,_']*\\d{4,}|\\d{1,3}(?:[,_']\\d{3})+|\\d+\\.\\d+", "<number>"));

  private Redaction() {}

  /// The line, fit to be shown to strangers.
  ///
  /// @param home the home directory, which is taken out wherever it stands
  static String of(String line, String home) {
    String left = home.length() > 1 ? line.replace(home, "/home") : line;
    for (Rule rule : RULES) {
      left = rule.pattern().matcher(left).replaceAll(rule.instead());
    }
    return left.length() <= LONGEST ? left.strip() : left.substring(0, LONGEST).strip() + "…";
  }
}

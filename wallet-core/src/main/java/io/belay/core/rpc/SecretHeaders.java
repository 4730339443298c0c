package io.belay.core.rpc;

import io.belay.base.WalletException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Extra HTTP headers of one endpoint, such as `Authorization`. They hold keys: their text says
/// only how many there are.
///
/// @param all names and values, in order
public record SecretHeaders(List<Header> all) {
  /// No headers.
  public static final SecretHeaders NONE = new SecretHeaders(List.of());

  private static final int MOST = 16;
  private static final int LONGEST = 4096;
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e](?:[\\x20-\\x7e]*)");

  // the transport's own: another value would break or redirect the exchange
  private static final Set<String> RESERVED =
      Set.of(
          "host",
          "connection",
          "content-length",
          "content-type",
          "content-encoding",
          "accept-encoding",
          "transfer-encoding",
          "te",
          "trailer",
          "upgrade",
          "expect");

  /// Copies the headers.
  public SecretHeaders {
    all = List.copyOf(all);
  }

  /// One header.
  public record Header(String name, String value) {
    @Override
    public String toString() {
      return name + ": …";
    }
  }

  /// Reads headers, one `Name: value` a line; blank lines and lines that begin with `#` are
  /// skipped.
  ///
  /// @throws WalletException `bad-header-file`
  public static SecretHeaders parse(String text) {
    List<Header> headers = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        headers.add(header(line));
      }
    }
    if (headers.size() > MOST) {
      throw bad("there are at most " + MOST + " headers");
    }
    return new SecretHeaders(headers);
  }

  private static Header header(String line) {
    int colon = line.indexOf(':');
    if (colon < 0 || line.length() > LONGEST) {
      throw bad("a header is one line, `Name: value`");
    }
    String name = line.substring(0, colon).strip();
    String value = line.substring(colon + 1).strip();
    if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
      throw bad("a header is one line of plain characters, `Name: value`");
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw bad("the header " + name + " is the transport's own");
    }
    return new Header(name, value);
  }

  private static WalletException bad(String why) {
    return new WalletException("bad-header-file", why);
  }

  /// One `Name: value` a line, to be stored.
  public String stored() {
    StringBuilder text = new StringBuilder();
    all.forEach(h -> text.append(h.name()).append(": ").append(h.value()).append('\n'));
    return text.toString();
  }

  @Override
  public String toString() {
    return all.size() + " headers";
  }
}

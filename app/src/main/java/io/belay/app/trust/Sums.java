package io.belay.app.trust;

import io.belay.base.WalletException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A list of checksums as `sha256sum` writes it.
///
/// @param byName SHA-256 in small hexadecimal digits, by the files' names without folders
record Sums(Map<String, String> byName) {
  /// The longest list that is read, in bytes.
  static final int MOST_BYTES = 1024 * 1024;

  // two spaces for text, a space and a star for binary: the same on every system of today
  private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *]([^\\\\\\p{Cntrl}]+)");

  /// Reads a list; one odd line spoils it, and so does a name that is there twice.
  ///
  /// @throws WalletException `bad-sums`
  static Sums parse(byte[] list) {
    Map<String, String> byName = new HashMap<>();
    new String(list, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> {
          Matcher matcher = LINE.matcher(line);
          if (!matcher.matches()) {
            throw bad("a line of the list is no SHA-256 with a file's name");
          }
          String name = baseName(matcher.group(2));
          String sum = matcher.group(1).toLowerCase(Locale.ROOT);
          if (name.isBlank() || byName.put(name, sum) != null) {
            throw bad("the list names a file twice, or none");
          }
        });
    return new Sums(Map.copyOf(byName));
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// What a file's checksum has to be.
  ///
  /// @throws WalletException `bad-sums` where the list does not name it
  String of(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(() -> bad("the list does not name this file; was it renamed?"));
  }

  private static WalletException bad(String why) {
    return new WalletException("bad-sums", why);
  }
}

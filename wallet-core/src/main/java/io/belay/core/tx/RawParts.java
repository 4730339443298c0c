package io.belay.core.tx;

import io.belay.base.Hex;
import io.belay.base.Keccak;
import io.belay.base.WalletException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Raw bytes in numbered parts, each for one QR code, such as `TX:2/5:9C22FF5F21F0B81B:02F86B…`:
/// number, how many there are, the first eight bytes of the Keccak-256 of the whole, and digits.
/// All of it is in ISO 18004's alphanumeric mode. In any order they make the whole again, and that
/// is held against its hash.
public final class RawParts {
  // a code of 137 modules with its margin: two points of a screen for each still make a small
  // square
  private static final int DIGITS = 1_500;
  // as much as one code holds with room for faults of 15 %
  private static final int ONE_CODE = 3_391;
  private static final int ID_DIGITS = 16;
  private static final int MOST_PARTS = 999;
  private static final Pattern PART =
      Pattern.compile("TX:([0-9]{1,3})/([0-9]{1,3}):([0-9A-F]{16}):([0-9A-F]+)");

  private RawParts() {}

  private record Part(int number, int of, String id, String digits) {}

  /// The texts for QR codes: one without a number where it fits into one, as every wallet reads it;
  /// else parts, in order.
  ///
  /// @throws WalletException `too-long-for-qr` where 999 parts are not enough
  public static List<String> of(byte[] raw) {
    String whole = RawText.forQr(raw);
    if (whole.length() <= ONE_CODE) {
      return List.of(whole);
    }
    String digits = whole.substring(2);
    int count = (digits.length() + DIGITS - 1) / DIGITS;
    if (count > MOST_PARTS) {
      throw new WalletException("too-long-for-qr", "it does not fit into 999 QR codes");
    }
    String id = id(raw);
    return IntStream.range(0, count)
        .mapToObj(i ->
            "TX:%d/%d:%s:%s"
                .formatted(
                    i + 1,
                    count,
                    id,
                    digits.substring(i * DIGITS, Math.min(digits.length(), (i + 1) * DIGITS))))
        .toList();
  }

  private static String id(byte[] raw) {
    return Hex.encode(Keccak.hash(raw).toArray())
        .substring(2, 2 + ID_DIGITS)
        .toUpperCase(Locale.ROOT);
  }

  /// Whether a text begins as a part does.
  public static boolean isPart(String text) {
    return text.stripLeading().regionMatches(true, 0, "TX:", 0, 3);
  }

  /// The whole that the parts in a text make, in any order.
  ///
  /// @throws WalletException `qr-part-damaged`, `qr-part-foreign` where one is of another whole,
  ///   `qr-part-twice`, `qr-parts-missing` with the numbers of those that are missing
  public static byte[] join(String text) {
    Map<Integer, Part> parts = new TreeMap<>();
    for (Part part : read(text)) {
      Part first = parts.isEmpty() ? part : parts.values().iterator().next();
      if (!part.id().equals(first.id()) || part.of() != first.of()) {
        throw new WalletException(
            "qr-part-foreign", "part " + part.number() + " is of another transaction");
      }
      if (parts.putIfAbsent(part.number(), part) != null) {
        throw new WalletException("qr-part-twice", Integer.toString(part.number()));
      }
    }
    return whole(parts);
  }

  private static List<Part> read(String text) {
    String plain = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    List<Part> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(plain);
    int end = 0;
    while (end < plain.length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw damaged();
      }
      int number = Integer.parseInt(matcher.group(1));
      int of = Integer.parseInt(matcher.group(2));
      if (number < 1 || number > of) {
        throw damaged();
      }
      parts.add(new Part(number, of, matcher.group(3), matcher.group(4)));
      end = matcher.end();
    }
    return parts;
  }

  private static byte[] whole(Map<Integer, Part> parts) {
    if (parts.isEmpty()) {
      throw damaged();
    }
    Part first = parts.values().iterator().next();
    String missing =
        IntStream.rangeClosed(1, first.of())
            .filter(number -> !parts.containsKey(number))
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new WalletException("qr-parts-missing", missing);
    }
    String digits = parts.values().stream().map(Part::digits).collect(Collectors.joining());
    if (digits.length() % 2 != 0) {
      throw damaged();
    }
    byte[] raw = Hex.decode("0x" + digits);
    if (!id(raw).equals(first.id())) {
      throw damaged();
    }
    return raw;
  }

  private static WalletException damaged() {
    return new WalletException("qr-part-damaged", "these parts are not what was written");
  }
}

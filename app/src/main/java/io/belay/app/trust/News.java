package io.belay.app.trust;

import io.belay.base.WalletException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// What the releaser says about the newest version.
///
/// @param latest its number, such as `1.4.0`
/// @param newer whether it is newer than the one that asked
/// @param lines what is new in it, made fit to be shown
/// @param signed who said so, and when
public record News(String latest, boolean newer, List<String> lines, Signed signed) {
  /// The longest document that is read, in bytes.
  static final int MOST_BYTES = 64 * 1024;

  private static final int MOST_LINES = 12;
  private static final int MOST_LENGTH = 160;
  private static final String FIRST = "belay-news 1";
  private static final String VERSION = "version ";
  private static final String NEW = "- ";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,5}){1,3}");
  private static final byte[] SIGNATURE =
      "-----BEGIN PGP SIGNATURE-----".getBytes(StandardCharsets.US_ASCII);

  /// A document and the signature below it.
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Parts(byte[] text, byte[] signature) {}

  /// The signed text is all before the signature, to the byte.
  ///
  /// @throws WalletException `bad-release-news`
  static Parts split(byte[] document) {
    for (int at = 1; at + SIGNATURE.length <= document.length; at++) {
      if (document[at - 1] == '\n'
          && Arrays.equals(document, at, at + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
        return new Parts(
            Arrays.copyOf(document, at), Arrays.copyOfRange(document, at, document.length));
      }
    }
    throw bad();
  }

  /// Reads a text whose signature was checked: its form, `version` and a number, and a line for
  /// each thing that is new. Other lines are for later versions.
  ///
  /// @param own the number of this version
  /// @throws WalletException `bad-release-news`
  static News of(byte[] text, String own, Signed signed) {
    List<String> all = new String(text, StandardCharsets.UTF_8).lines().toList();
    if (all.size() < 2 || !all.getFirst().equals(FIRST) || !all.get(1).startsWith(VERSION)) {
      throw bad();
    }
    String latest = all.get(1).substring(VERSION.length());
    if (!NUMBER.matcher(latest).matches()) {
      throw bad();
    }
    List<String> lines =
        all.stream()
            .filter(line -> line.startsWith(NEW))
            .limit(MOST_LINES)
            .map(line -> Plain.text(line.substring(NEW.length()), MOST_LENGTH))
            .toList();
    return new News(latest, compare(latest, own) > 0, lines, signed);
  }

  private static int compare(String a, String b) {
    return Arrays.compare(numbers(a), numbers(b));
  }

  /// Padded, so that 1.4 and 1.4.0 are the same.
  private static int[] numbers(String version) {
    int[] numbers = new int[4];
    String[] parts = version.split("\\.", -1);
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Integer.parseInt(parts[i]);
    }
    return numbers;
  }

  private static WalletException bad() {
    return new WalletException("bad-release-news", "what is said there is no news of Belay's");
  }
}

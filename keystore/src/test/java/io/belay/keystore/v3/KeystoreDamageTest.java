package io.belay.keystore.v3;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.belay.keystore.Vectors;
import io.belay.keystore.secret.SecretBytes;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("hostile")
class KeystoreDamageTest {
  private static final Pattern FIELD =
      Pattern.compile("\"(address|ciphertext|iv|salt|mac)\":\"([0-9a-f]+)\"");

  private final String good = Cases.file();
  private final AtomicInteger derivations = new AtomicInteger();

  private SecretBytes counted(SecretBytes password, KdfParams params, Progress progress) {
    derivations.incrementAndGet();
    return new KeystoreKdf().derive(password, params, progress);
  }

  private String open(String file) {
    return Cases.open(Cases.utf8(file), Cases.WORD, this::counted);
  }

  @Tag("long")
  @Test
  void everyChangedHexDigitIsRefused() {
    Map<String, Integer> codes = new TreeMap<>();
    int cases = 0;
    Matcher field = FIELD.matcher(good);
    while (field.find()) {
      for (int at = field.start(2); at < field.end(2); at++) {
        for (char digit : "0123456789abcdef".toCharArray()) {
          if (digit != good.charAt(at)) {
            codes.merge(field.group(1) + " " + open(with(at, digit)), 1, Integer::sum);
            cases++;
          }
        }
      }
    }
    Vectors.count("changed hex digits of a keystore " + codes, cases);
    // the mac covers neither iv nor address; together they tell
    assertThat(codes.keySet())
        .containsExactlyInAnyOrder(
            "address keystore-address-differs",
            "ciphertext wrong-password",
            "iv keystore-address-differs",
            "mac wrong-password",
            "salt wrong-password");
  }

  private String with(int at, char c) {
    return good.substring(0, at) + c + good.substring(at + 1);
  }

  @Tag("long")
  @Test
  void noChangedBitGivesAnotherKey() {
    Map<String, Integer> outcomes = new TreeMap<>();
    for (int at = 0; at < good.length(); at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] bad = Cases.utf8(good);
        bad[at] = (byte) (bad[at] ^ (1 << bit));
        String outcome = Cases.open(bad, Cases.WORD);
        outcomes.merge(outcome.equals(Cases.KEY) ? "same key" : outcome, 1, Integer::sum);
      }
    }
    Vectors.count("changed bits of a keystore " + outcomes, 8 * good.length());
    assertThat(outcomes.keySet())
        .isSubsetOf(
            "same key", // in the id, in a letter's case, in a longer dklen
            "bad-keystore",
            "kdf-out-of-bounds",
            "keystore-address-differs",
            "wrong-password");
  }

  @Test
  void everyCutIsRefusedBeforeTheDerivation() {
    for (int length = 0; length < good.length(); length++) {
      assertThat(open(good.substring(0, length))).isEqualTo("bad-keystore");
    }
    Vectors.count("cut lengths of a keystore", good.length());
    assertThat(derivations).hasValue(0);
  }

  @Tag("long")
  @Test
  void anyEditEndsInAnExpectedWay() {
    Random random = new Random(7);
    Map<String, Integer> outcomes = new TreeMap<>();
    int cases = 20_000;
    for (int i = 0; i < cases; i++) {
      String file = good;
      for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
        file = edited(file, random);
      }
      // a key of zeros: what counts is that nothing else is thrown
      Kdf cheap = (password, params, progress) -> SecretBytes.moveFrom(new byte[params.length()]);
      outcomes.merge(Cases.open(Cases.utf8(file), Cases.WORD, cheap), 1, Integer::sum);
    }
    Vectors.count("edited keystores " + outcomes, cases);
    assertThat(outcomes.keySet()).isSubsetOf("bad-keystore", "kdf-out-of-bounds", "wrong-password");
  }

  /// A piece of the text cut out, doubled, or put somewhere else.
  private static String edited(String file, Random random) {
    int from = random.nextInt(file.length());
    int to = random.nextInt(from, Math.min(file.length(), from + 40) + 1);
    String piece = file.substring(from, to);
    int at = random.nextInt(file.length());
    return switch (random.nextInt(3)) {
      case 0 -> file.substring(0, from) + file.substring(to) + " ";
      case 1 -> file.substring(0, to) + piece + file.substring(to);
      default -> file.substring(0, at) + piece + file.substring(at);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"n\":2|\"n\":0|kdf-out-of-bounds",
        "\"n\":2|\"n\":1|kdf-out-of-bounds",
        "\"n\":2|\"n\":3|kdf-out-of-bounds",
        "\"n\":2|\"n\":-2|kdf-out-of-bounds",
        "\"n\":2|\"n\":262143|kdf-out-of-bounds",
        "\"n\":2|\"n\":2097152|kdf-out-of-bounds",
        "\"n\":2|\"n\":4294967298|kdf-out-of-bounds",
        "\"n\":2|\"n\":-9223372036854775808|kdf-out-of-bounds",
        "\"n\":2|\"n\":9223372036854775808|bad-keystore",
        "\"n\":2|\"n\":99999999999999999999999999999999999|bad-keystore",
        "\"n\":2|\"n\":2.0|bad-keystore",
        "\"n\":2|\"n\":2e0|bad-keystore",
        "\"n\":2|\"n\":\"2\"|bad-keystore",
        "\"n\":2|\"n\":null|bad-keystore",
        "\"n\":2|\"n\":[2]|bad-keystore",
        "\"n\":2|\"n\":2,\"n\":2|bad-keystore",
        "\"n\":2|\"n\":2,\"N\":2|bad-keystore",
        "\"r\":1|\"r\":0|kdf-out-of-bounds",
        "\"r\":1|\"r\":-1|kdf-out-of-bounds",
        "\"r\":1|\"r\":65537|kdf-out-of-bounds",
        "\"r\":1|\"r\":4294967297|kdf-out-of-bounds",
        "\"r\":1|\"r\":9223372036854775807|kdf-out-of-bounds",
        "\"p\":1|\"p\":0|kdf-out-of-bounds",
        "\"p\":1|\"p\":8388609|kdf-out-of-bounds",
        "\"p\":1|\"p\":4294967297|kdf-out-of-bounds",
        "\"p\":1|\"p\":9223372036854775807|kdf-out-of-bounds",
        "\"n\":2,\"p\":1,\"r\":1|\"n\":1048576,\"p\":1,\"r\":9|kdf-out-of-bounds",
        "\"n\":2,\"p\":1,\"r\":1|\"n\":1048576,\"p\":3,\"r\":8|kdf-out-of-bounds",
        "\"n\":2,\"p\":1,\"r\":1|\"n\":262144,\"p\":9,\"r\":8|kdf-out-of-bounds",
        "\"dklen\":32|\"dklen\":31|kdf-out-of-bounds",
        "\"dklen\":32|\"dklen\":65|kdf-out-of-bounds",
        "\"dklen\":32|\"dklen\":-32|kdf-out-of-bounds",
        "\"dklen\":32|\"dklen\":4294967328|kdf-out-of-bounds",
        "\"dklen\":32|\"x\":32|bad-keystore",
        "\"salt\":\"|\"salt\":\"\",\"x\":\"|kdf-out-of-bounds",
        "\"salt\":\"|\"salt\":\"0|bad-keystore",
        "\"salt\":\"|\"salt\":\"0g|bad-keystore",
        "\"salt\":\"|\"salt\":\"0x0x|bad-keystore",
        "\"iv\":\"|\"iv\":\"00|bad-keystore",
        "\"mac\":\"|\"mac\":\"00|bad-keystore",
        "\"mac\":\"|\"mac\":\"\",\"x\":\"|bad-keystore",
        "\"ciphertext\":\"|\"ciphertext\":\"00|bad-keystore",
        "\"ciphertext\":\"|\"ciphertext\":\"\",\"x\":\"|bad-keystore",
        "\"address\":\"|\"address\":\"00|bad-keystore",
        "\"address\":\"|\"address\":7,\"x\":\"|bad-keystore",
        "aes-128-ctr|aes-128-cbc|bad-keystore",
        "aes-128-ctr|aes-256-ctr|bad-keystore",
        "\"scrypt\"|\"argon2id\"|bad-keystore",
        "\"scrypt\"|\"pbkdf2\"|bad-keystore",
        "\"version\":3|\"version\":2|bad-keystore",
        "\"version\":3|\"version\":4|bad-keystore",
        "\"version\":3|\"version\":\"4\"|bad-keystore",
        "\"version\":3|\"version\":1|bad-keystore",
        "\"version\":3|\"version\":3.0|bad-keystore",
        "\"version\":3|\"x\":3|bad-keystore",
        "\"version\":3|\"version\":3,\"Version\":3|bad-keystore",
        "\"version\":3|\"version\":3,\"x\":[[[[[[[[1]]]]]]]]|bad-keystore",
        "\"version\":3}|\"version\":3}{}|bad-keystore",
        "\"crypto\":{|\"Crypto\":{},\"crypto\":{|bad-keystore",
        "\"crypto\":{|\"crypto\":[],\"x\":{|bad-keystore",
        "\"cipherparams\":{|\"cipherparams\":0,\"x\":{|bad-keystore",
        "\"kdfparams\":{|\"x\":{|bad-keystore"
      })
  void hostileFilesNeverReachTheDerivation(String from, String to, String code) {
    assertThat(good).contains(from);
    String hostile = good.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
    assertThat(open(hostile)).isEqualTo(code);
    assertThat(derivations).hasValue(0);
    assertThat(allocated(hostile)).isLessThan(1 << 20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"c\":0|kdf-out-of-bounds",
        "\"c\":-1|kdf-out-of-bounds",
        "\"c\":10000001|kdf-out-of-bounds",
        "\"c\":4294967297|kdf-out-of-bounds",
        "\"c\":1e3|bad-keystore",
        "\"c\":1,\"prf\":\"hmac-sha512\"|bad-keystore",
        "\"x\":1|bad-keystore"
      })
  void hostilePbkdf2NeverReachesTheDerivation(String with, String code) {
    String prf = with.contains("prf") ? "" : ",\"prf\":\"hmac-sha256\"";
    String hostile = good.replace("\"scrypt\"", "\"pbkdf2\"").replace("\"n\":2", with + prf);
    assertThat(open(hostile)).isEqualTo(code);
    assertThat(derivations).hasValue(0);
    assertThat(allocated(hostile)).isLessThan(1 << 20);
  }

  /// Bytes that this thread allocates to refuse a file.
  private static long allocated(String file) {
    byte[] bytes = Cases.utf8(file);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Cases.open(bytes, Cases.WORD);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void refusesAFileBeyond64Kibibytes() {
    String padded = good + " ".repeat(Keystore.MOST_BYTES - good.length());
    assertThat(open(padded)).isEqualTo(Cases.KEY);
    assertThat(open(padded + " ")).isEqualTo("bad-keystore");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"crypto\"|\"Crypto\"",
        "\"kdfparams\"|\"KdfParams\"",
        "\"mac\":\"|\"MAC\":\"0x",
        "\"iv\":\"|\"iv\":\"0X",
        "\"address\":\"|\"address\":\"0x",
        "\"version\":3|\"version\":\"3\"",
        "\"version\":3|\"version\":3,\"x-other\":{\"a\":[1.5,{\"b\":null}]}",
        "\"dklen\":32|\"dklen\":64"
      })
  void takesTheFormsThatOtherWalletsWrite(String from, String to) {
    assertThat(good).contains(from);
    assertThat(open(good.replace(from, to))).isEqualTo(Cases.KEY);
  }

  @Test
  void takesUpperCaseDigits() {
    Matcher field = FIELD.matcher(good);
    String upper =
        field.replaceAll(found -> "\"" + found.group(1) + "\":\"" + upper(found.group(2)) + "\"");
    assertThat(upper).isNotEqualTo(good);
    assertThat(open(upper)).isEqualTo(Cases.KEY);
  }

  private static String upper(String digits) {
    return digits.toUpperCase(Locale.ROOT);
  }

  /// The format's own gap, which the class comment tells: only an address gives a changed iv away.
  @Test
  void withoutAnAddressAChangedIvOpensToAnotherKey() {
    String bare = good.replaceFirst("\"address\":\"[0-9a-f]+\",", "");
    assertThat(open(bare)).isEqualTo(Cases.KEY);
    Matcher iv = Pattern.compile("\"iv\":\"(.)").matcher(bare);
    assertThat(iv.find()).isTrue();
    char other = iv.group(1).equals("0") ? '1' : '0';
    String changed = bare.substring(0, iv.start(1)) + other + bare.substring(iv.end(1));
    assertThat(open(changed)).hasSizeGreaterThan(10).isNotEqualTo(Cases.KEY);
    assertThat(Keystore.parse(Cases.utf8(changed)).address()).isEmpty();
  }
}

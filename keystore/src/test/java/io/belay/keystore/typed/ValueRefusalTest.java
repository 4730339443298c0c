package io.belay.keystore.typed;

import static io.belay.keystore.typed.Documents.mail;
import static io.belay.keystore.typed.Documents.one;
import static io.belay.keystore.typed.Documents.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.keystore.Vectors;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueRefusalTest {
  private static final int ROUNDS = Boolean.getBoolean("belay.full") ? 2_000 : 20;

  private final SplittableRandom random = new SplittableRandom(712);

  private static String shown(String type, String value) {
    return TypedMessage.parse(one(type, value)).message().members().getFirst().value();
  }

  @Test
  void integersHaveExactlyTheirRange() {
    int cases = 0;
    for (int bits = 8; bits <= 256; bits += 8) {
      BigInteger all = BigInteger.ONE.shiftLeft(bits);
      BigInteger half = all.shiftRight(1);
      cases += range("uint" + bits, BigInteger.ZERO, all.subtract(BigInteger.ONE));
      cases += range("int" + bits, half.negate(), half.subtract(BigInteger.ONE));
    }
    Vectors.count("integers at and beyond the ends of their types", cases);
  }

  private int range(String type, BigInteger least, BigInteger most) {
    BigInteger span = most.subtract(least).add(BigInteger.ONE);
    for (int i = 0; i < ROUNDS; i++) {
      BigInteger offset = new BigInteger(1, bytes(33)).mod(span);
      BigInteger inside = i == 0 ? least : i == 1 ? most : least.add(offset);
      BigInteger outside = i % 2 == 0 ? most.add(offset) : least.subtract(offset);
      for (String form : new String[] {"%s", "\"%s\""}) {
        assertThat(shown(type, form.formatted(inside))).isEqualTo(inside.toString());
        if (offset.signum() > 0) {
          refuses(one(type, form.formatted(outside)), "message.x: ");
        }
      }
      refuses(one(type, most.add(BigInteger.ONE).toString()), "message.x: ");
      refuses(one(type, "\"" + least.subtract(BigInteger.ONE) + "\""), "message.x: ");
    }
    return ROUNDS * 4;
  }

  private byte[] bytes(int size) {
    byte[] out = new byte[size];
    for (int i = 0; i < size; i++) {
      out[i] = (byte) random.nextInt();
    }
    return out;
  }

  @Test
  void fixedBytesHaveExactlyTheirLength() {
    int cases = 0;
    for (int size = 1; size <= 32; size++) {
      for (int length = 0; length <= 40; length++) {
        String json = one("bytes" + size, "\"0x" + "a5".repeat(length) + "\"");
        if (length == size) {
          TypedMessage.parse(json);
        } else {
          refuses(json, "message.x: " + size + " bytes wanted, " + length + " found");
        }
        cases++;
      }
    }
    Vectors.count("lengths of fixed bytes", cases);
  }

  @Test
  void fixedArraysHaveExactlyTheirLength() {
    for (int size = 1; size <= 8; size++) {
      for (int length = 0; length <= 10; length++) {
        String json = one("uint8[" + size + "][]", "[[" + "1,".repeat(length) + "]]");
        json = json.replace(",]", "]");
        if (length == size) {
          TypedMessage.parse(json);
        } else {
          refuses(json, "message.x[0]: " + size + " elements wanted, " + length + " found");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0",
        "1e3",
        "1.5",
        "-0.0",
        "true",
        "null",
        "[]",
        "{}",
        "\"\"",
        "\" 1\"",
        "\"+1\"",
        "\"01\"",
        "\"-0\"",
        "\"1.0\"",
        "\"1e3\"",
        "\"0x\"",
        "\"0X1\"",
        "\"0xg\"",
        "\"-0x1\"",
        "\"1_0\"",
        "\"\u0661\"",
        "\"one\"",
        "\"1\\n\""
      })
  void refusesOtherFormsOfIntegers(String value) {
    refuses(one("int256", value), "message.x: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"true\"", "\"false\"", "0", "1", "\"\"", "null", "[]"})
  void refusesBoolsThatAreNone(String value) {
    refuses(one("bool", value), "message.x: ");
    refuses(one("bool[]", "[true," + value + "]"), "message.x[1]: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"0x5\"",
        "\"0xabc\"",
        "\"5a\"",
        "\"0xzz\"",
        "\"0X5a\"",
        "\"\"",
        "\" 0x5a\"",
        "90",
        "[90]",
        "null",
        "true"
      })
  void refusesBytesThatAreNotHexadecimal(String value) {
    refuses(one("bytes", value), "message.x: ");
    refuses(one("bytes1", value), "message.x: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed\"",
        "\"0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae\"",
        "\"0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed00\"",
        "\"5aaeb6053f3e94c9b9a09f33669435e7ef1beaed\"",
        "\" 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed\"",
        "\"vitalik.eth\"",
        "\"0x\"",
        "0",
        "null"
      })
  void refusesAddressesOfAnotherFormOrChecksum(String value) {
    refuses(one("address", value), "message.x: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "null", "[]", "{}", "\"\\ud800\"", "\"a\\udc00b\""})
  void refusesStringsThatAreNone(String value) {
    refuses(one("string", value), "message.x: ");
  }

  @Test
  void refusesMissingAndExtraMembers() {
    refuses(one("S", "{}"), "message.x: member y is missing");
    refuses(one("S", "{\"y\":1,\"z\":1}"), "message.x: member z has no type");
    refuses(one("S", "{\"y\":1,\"\\u202e\":1}"), "message.x: a member without a readable name");
    refuses(one("S[]", "[{\"y\":1},{}]"), "message.x[1]: member y is missing");
    refuses(mail("\"contents\":\"Hello, Bob!\"", "\"more\":1,\"contents\":\"\""), "message: ");
    refuses(mail("\"version\":\"1\",", ""), "domain: member version is missing");
    refuses(mail("\"version\":\"1\",", "\"version\":\"1\",\"v\":\"1\","), "domain: member v has");
    refuses(mail("\"primaryType\":\"Mail\",", ""), "typed data: member primaryType is missing");
    refuses(mail("\"primaryType\"", "\"note\":1,\"primaryType\""), "typed data: member note has");
    refuses(mail("\"contents\",\"type\"", "\"contents\",\"as\":1,\"type\""), "types.Mail[2]: ");
    refuses(mail("{\"name\":\"contents\",\"type\":\"string\"}", "null"), "types.Mail[2]: ");
  }

  @Test
  void refusesNullStructs() {
    refuses(one("S", "null"), "message.x: not an object");
    refuses(one("S[]", "[null]"), "message.x[0]: not an object");
    refuses(one("S[]", "null"), "message.x: not an array");
    refuses(mail("\"message\":{", "\"message\":null,\"m\":{"));
    refuses(mail("\"version\":\"1\"", "\"version\":null"), "domain.version: ");
  }
}

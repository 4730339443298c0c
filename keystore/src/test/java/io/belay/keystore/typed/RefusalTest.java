package io.belay.keystore.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import io.belay.keystore.Vectors;
import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
  private static final String MAIL = TypedMessageTest.MAIL;
  private static final int ROUNDS = Boolean.getBoolean("belay.full") ? 2_000 : 20;

  private final SplittableRandom random = new SplittableRandom(712);

  private static void refuses(String json, String start) {
    assertThatThrownBy(() -> TypedMessage.parse(json))
        .isInstanceOf(WalletException.class)
        .hasMessageStartingWith(start)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"))
        .extracting("code")
        .isEqualTo("bad-typed-data");
  }

  private static void refuses(String json) {
    refuses(json, "");
  }

  /// A document with one member `x` of a type and a value.
  private static String one(String type, String value) {
    return """
    {"types":{"T":[{"name":"x","type":"%s"}],"S":[{"name":"y","type":"uint8"}]},
     "primaryType":"T","domain":{},"message":{"x":%s}}
    """
        .formatted(type, value);
  }

  private static String shown(String type, String value) {
    return TypedMessage.parse(one(type, value)).message().members().getFirst().value();
  }

  private static String mail(String from, String to) {
    assertThat(MAIL).contains(from);
    return MAIL.replaceFirst(Pattern.quote(from), to);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uint",
        "int",
        "uint0",
        "uint7",
        "uint08",
        "uint257",
        "uint264",
        "uint25689",
        "int4",
        "bytes0",
        "bytes33",
        "bytes01",
        "byte",
        "fixed128x18",
        "function",
        "Missing",
        "Missing[]",
        "uint8[0]",
        "uint8[01]",
        "uint8[-1]",
        "uint8[ ]",
        "uint8[",
        "uint8]",
        "[]",
        "uint8 ",
        "Uint8",
        "uint8[9999999]",
        "EIP712Domain",
        "S,S",
        "S(",
        ""
      })
  void refusesUnknownTypes(String type) {
    refuses(one(type, "1"), "types");
  }

  @Test
  void refusesTooManyDimensions() {
    String value = "[".repeat(17) + "1" + "]".repeat(17);
    refuses(one("uint8" + "[]".repeat(17), value), "types.T[0]: an array of more than 16");
  }

  @ParameterizedTest
  @ValueSource(strings = {"uint8", "uint", "bytes33", "bytes", "address", "bool", "string"})
  void refusesStructsNamedLikeBuiltInTypes(String name) {
    refuses(one("uint8", "1").replace("\"S\"", "\"" + name + "\""), "types." + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"S(uint8 y)", "a b", "a,b", "a[]", "a\u202eb", "a\\u0000b"})
  void refusesNamesThatMakeAnEncodedTypeAmbiguous(String name) {
    refuses(one("uint8", "1").replace("\"S\"", "\"" + name + "\""), "types");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " y", "y ", "y,uint8 z", "y)", "a\u200bb", "a\\nb", "[0]"})
  void refusesMembersWithUnreadableNames(String name) {
    refuses(one("uint8", "1").replace("\"y\"", "\"" + name + "\""), "types.S[0]");
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

  @Test
  void refusesTypesThatHoldThemselves() {
    refuses(one("T", "null"), "types.T: the type holds itself");
    refuses(one("T[]", "[]"), "types.T: the type holds itself");
    refuses(
        mail("\"wallet\",\"type\":\"address\"", "\"wallet\",\"type\":\"Mail[2][]\""),
        "types.Person: the type holds itself");
  }

  @Test
  void refusesNamesThatStandTwice() {
    refuses(one("uint8", "1,\"x\":1"), "typed data: ");
    refuses(mail("\"primaryType\"", "\"domain\":{},\"primaryType\""), "typed data: ");
    refuses(mail("\"contents\",\"type\"", "\"to\",\"type\""), "types.Mail[2]: a second member to");
    refuses(mail("\"Person\":[", "\"Person\":[],\"Person\":["), "typed data: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"chainId\",\"type\":\"uint256\"|\"chainId\",\"type\":\"string\"",
        "\"chainId\",\"type\":\"uint256\"|\"chainId\",\"type\":\"uint64\"",
        "\"verifyingContract\",\"type\":\"address\"|\"verifyingContract\",\"type\":\"string\"",
        "\"version\",\"type\"|\"Version\",\"type\"",
        "\"version\",\"type\"|\"name\",\"type\"",
        "\"version\",\"type\":\"string\"|\"salt\",\"type\":\"bytes32\""
      })
  void refusesDomainsThatAreNotTheStandards(String from, String to) {
    refuses(mail(from, to), "types.EIP712Domain");
  }

  @Test
  void refusesADomainInAnotherOrder() {
    String first = "{\"name\":\"name\",\"type\":\"string\"}";
    String second = "{\"name\":\"version\",\"type\":\"string\"}";
    refuses(
        mail(first + "," + second, second + "," + first),
        "types.EIP712Domain: the members are not in the standard's order");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "9007199254740992", "\"0x20000000000000\"", "\"mainnet\""})
  void refusesChainsThatCannotBe(String chainId) {
    refuses(mail("\"chainId\":1", "\"chainId\":" + chainId), "domain.chainId: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "1", "{}x", "{'a':1}", "{\"a\":NaN}", "//"})
  void refusesWhatIsNoJsonObject(String json) {
    refuses(json, "typed data: ");
  }

  @Test
  void refusesWhatIsTooDeepTooLongOrTooMuch() {
    refuses("{\"types\":".repeat(40) + "1" + "}".repeat(40), "typed data: too deep");
    refuses(one("uint256", "1".repeat(90)), "typed data: too deep, too many parts or too long");
    refuses(one("uint8[]", "[" + "1,".repeat(120_000) + "1]"), "typed data: too deep, too many");
    refuses(one("string", "\"" + "a".repeat(1 << 20) + "\""), "typed data: more than 1048576");
    refuses(one("uint8", "1").replace("\"S\"", "\"" + "S".repeat(200) + "\""), "types");
    StringBuilder types = new StringBuilder();
    for (int i = 0; i < 130; i++) {
      types.append("\"T").append(i).append("\":[],");
    }
    refuses(one("uint8", "1").replace("{\"types\":{", "{\"types\":{" + types), "types: more than");
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 260; i++) {
      members.append("{\"name\":\"m").append(i).append("\",\"type\":\"bool\"},");
    }
    refuses(one("uint8", "1").replace("\"S\":[", "\"S\":[" + members), "types.S: not a list");
  }

  @Test
  void refusesAPrimaryTypeThatIsNotThere() {
    refuses(mail("\"primaryType\":\"Mail\"", "\"primaryType\":\"Mail[]\""), "primaryType: ");
    refuses(mail("\"primaryType\":\"Mail\"", "\"primaryType\":\"uint8\""), "primaryType: ");
    refuses(mail("\"primaryType\":\"Mail\"", "\"primaryType\":null"), "primaryType: ");
    // the domain alone has no message: one that is there would be read and not signed
    refuses(mail("\"primaryType\":\"Mail\"", "\"primaryType\":\"EIP712Domain\""), "message: ");
  }

  @Test
  void everyChangedCharacterIsRefusedOrSeenInTheDigest() {
    TypedMessage mail = TypedMessage.parse(MAIL);
    int refused = 0;
    int same = 0;
    for (int i = 0; i < MAIL.length() - 1; i++) {
      String cut = MAIL.substring(0, i);
      refuses(cut);
      String changed = cut + (char) (MAIL.charAt(i) ^ 1) + MAIL.substring(i + 1);
      try {
        TypedMessage read = TypedMessage.parse(changed);
        if (read.digest().equals(mail.digest())) {
          assertThat(read.message()).isEqualTo(mail.message());
          assertThat(read.domain()).isEqualTo(mail.domain());
          same++;
        }
      } catch (WalletException e) {
        assertThat(e.code()).isEqualTo("bad-typed-data");
        refused++;
      }
    }
    // the declared domain under another name: one more unused type, and the domain is derived
    assertThat(same).isEqualTo(12);
    Vectors.count("changed characters refused, of " + (MAIL.length() - 1), refused);
  }
}

package io.belay.keystore.typed;

import static io.belay.keystore.typed.Documents.MAIL;
import static io.belay.keystore.typed.Documents.mail;
import static io.belay.keystore.typed.Documents.one;
import static io.belay.keystore.typed.Documents.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.WalletException;
import io.belay.keystore.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentRefusalTest {
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

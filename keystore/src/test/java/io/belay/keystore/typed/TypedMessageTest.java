package io.belay.keystore.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.Keccak;
import io.belay.base.TypedField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedMessageTest {
  /// The example of EIP-712, "Ether Mail".
  static final String MAIL =
      """
      {"types":{
        "EIP712Domain":[
          {"name":"name","type":"string"},{"name":"version","type":"string"},
          {"name":"chainId","type":"uint256"},{"name":"verifyingContract","type":"address"}],
        "Person":[{"name":"name","type":"string"},{"name":"wallet","type":"address"}],
        "Mail":[{"name":"from","type":"Person"},{"name":"to","type":"Person"},
          {"name":"contents","type":"string"}]},
       "primaryType":"Mail",
       "domain":{"name":"Ether Mail","version":"1","chainId":1,
         "verifyingContract":"0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC"},
       "message":{
         "from":{"name":"Cow","wallet":"0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"},
         "to":{"name":"Bob","wallet":"0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"},
         "contents":"Hello, Bob!"}}
      """;

  @Test
  void hashesTheExampleOfTheStandard() {
    TypedMessage mail = TypedMessage.parse(MAIL);
    assertThat(mail.digest())
        .hasToString("0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2");
    assertThat(mail.domainSeparator())
        .hasToString("0xf2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f");
    assertThat(mail.chainId()).contains(ChainId.of(1));
    assertThat(mail.verifyingContract())
        .contains(Address.parse("0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC"));
  }

  @Test
  void showsWhatIsHashed() {
    TypedMessage mail = TypedMessage.parse(MAIL);
    assertThat(mail.primaryType()).isEqualTo("Mail");
    assertThat(mail.message())
        .isEqualTo(
            new TypedField(
                "message",
                "Mail",
                "",
                List.of(
                    person("from", "Cow", "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"),
                    person("to", "Bob", "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"),
                    new TypedField("contents", "string", "Hello, Bob!", List.of()))));
    assertThat(mail.domain().members())
        .extracting(TypedField::value)
        .containsExactly("Ether Mail", "1", "1", "0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC");
  }

  private static TypedField person(String name, String who, String wallet) {
    return new TypedField(
        name,
        "Person",
        "",
        List.of(
            new TypedField("name", "string", who, List.of()),
            new TypedField("wallet", "address", wallet, List.of())));
  }

  @Test
  void showsNumbersBytesAndArraysInOneWayHoweverTheyWereWritten() {
    TypedMessage read =
        TypedMessage.parse(
            """
            {"types":{"All":[
              {"name":"a","type":"int8"},{"name":"b","type":"uint256[2]"},
              {"name":"c","type":"bytes3"},{"name":"d","type":"bytes"},
              {"name":"e","type":"bool[][]"},{"name":"f","type":"address"}]},
             "primaryType":"All","domain":{},
             "message":{"a":"-128","b":["0x00ff",7],"c":"0xABCDEF","d":"0x",
               "e":[[true],[]],"f":"0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"}}
            """);
    List<TypedField> lines = read.message().members();
    assertThat(lines)
        .extracting(TypedField::value)
        .containsExactly(
            "-128", "", "0xabcdef", "0x", "", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    assertThat(lines.get(1).members())
        .containsExactly(
            new TypedField("[0]", "uint256", "255", List.of()),
            new TypedField("[1]", "uint256", "7", List.of()));
    assertThat(lines.get(4).members().getFirst())
        .isEqualTo(
            new TypedField(
                "[0]", "bool[]", "", List.of(new TypedField("[0]", "bool", "true", List.of()))));
    assertThat(read.chainId()).isEmpty();
    assertThat(read.verifyingContract()).isEmpty();
  }

  @Test
  void aDerivedDomainIsTheDeclaredOne() {
    int start = MAIL.indexOf("\"EIP712Domain\"");
    String undeclared = MAIL.substring(0, start) + MAIL.substring(MAIL.indexOf("\"Person\":["));
    assertThat(undeclared).doesNotContain("EIP712Domain");
    assertThat(TypedMessage.parse(undeclared).digest())
        .isEqualTo(TypedMessage.parse(MAIL).digest());
  }

  @Test
  void sameDigestWhateverTheOrderInTheJson() {
    String turned =
        MAIL.replace(
            "{\"name\":\"Cow\",\"wallet\":\"0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826\"}",
            "{\"wallet\":\"0xcd2a3d9f938e13cd947ec05abc7fe734df8dd826\",\"name\":\"\\u0043ow\"}");
    assertThat(turned).isNotEqualTo(MAIL);
    assertThat(TypedMessage.parse(turned).digest()).isEqualTo(TypedMessage.parse(MAIL).digest());
  }

  @Test
  void theDomainAloneIsADocument() {
    TypedMessage read =
        TypedMessage.parse(
            """
            {"types":{},"primaryType":"EIP712Domain","domain":{"chainId":"0x5"},"message":{}}
            """);
    assertThat(read.message().members()).isEmpty();
    assertThat(read.chainId()).contains(ChainId.of(5));
    assertThat(read.digest())
        .isEqualTo(Keccak.hash(new byte[] {0x19, 1}, read.domainSeparator().toArray()));
  }

  @Test
  void typesThatAllNeedEachOtherAreHashedInBoundedTime() {
    int types = 127;
    List<String> structs = new ArrayList<>();
    for (int i = 0; i < types; i++) {
      List<String> members = new ArrayList<>();
      for (int j = i + 1; j < types; j++) {
        members.add("{\"name\":\"m%d\",\"type\":\"T%d[]\"}".formatted(j, j));
      }
      structs.add("\"T%d\":[%s]".formatted(i, String.join(",", members)));
    }
    List<String> values = new ArrayList<>();
    for (int j = 1; j < types; j++) {
      values.add("\"m%d\":[]".formatted(j));
    }
    String json =
        "{\"types\":{%s},\"primaryType\":\"T0\",\"domain\":{},\"message\":{%s}}"
            .formatted(String.join(",", structs), String.join(",", values));
    TypedMessage read =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> TypedMessage.parse(json));
    assertThat(read.message().members()).hasSize(types - 1);
  }
}

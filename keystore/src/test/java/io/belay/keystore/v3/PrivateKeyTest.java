package io.belay.keystore.v3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Hex;
import io.belay.keystore.Vectors;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PrivateKeyTest {
  private static final String N =
      "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";

  @ParameterizedTest
  @ValueSource(strings = {"%s", "0x%s", "0X%s", " %s\n", "\t0x%s\r\n"})
  void readsDigitsWithOrWithoutPrefixAndSpaceAround(String form) {
    for (String digits : new String[] {Cases.KEY, Cases.KEY.toUpperCase(Locale.ROOT)}) {
      String text = form.formatted(digits);
      try (PrivateKey chars = PrivateKey.parse(text.toCharArray());
          PrivateKey bytes = PrivateKey.parse(Cases.utf8(text))) {
        assertThat(Cases.hex(chars)).isEqualTo(Cases.KEY);
        assertThat(Cases.hex(bytes)).isEqualTo(Cases.KEY);
        assertThat(bytes.address()).isEqualTo(chars.address());
      }
    }
  }

  @Test
  void addressesAgreeWithEthers() {
    int cases = 0;
    for (JsonNode row : Vectors.read("ethers-v6/accounts.json.gz")) {
      try (PrivateKey key = PrivateKey.parse(row.path("privateKey").stringValue().toCharArray())) {
        assertThat(key.address().toString()).isEqualTo(row.path("address").stringValue());
      }
      cases++;
    }
    Vectors.count("private keys of ethers parsed", cases);
    assertThat(cases).isPositive();
  }

  @Test
  void addressesAgreeWithTheOfficialTests() {
    int cases = 0;
    for (JsonNode row : Vectors.read("ethereum-tests/BasicTests/keyaddrtest.json")) {
      try (PrivateKey key = PrivateKey.parse(row.path("key").stringValue().toCharArray())) {
        assertThat(Hex.encode(key.address().toArray()))
            .isEqualTo("0x" + row.path("addr").stringValue());
      }
      cases++;
    }
    Vectors.count("official private keys parsed", cases);
    assertThat(cases).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'',not 0",
    "'  ',not 0",
    "0,not 1",
    "0x,not 0",
    "00000000000000000000000000000000000000000000000000000000000abcd,digits",
    "00000000000000000000000000000000000000000000000000000000000abcdef,digits",
    "000000000000000000000000000000000000000000000000000000000000abcdef,digits",
    "00000000000000000000000000000000000000000000000000000000000abcdg,digits",
    "0000000000000000000000000000000 0000000000000000000000000000abcde,digits",
    "+000000000000000000000000000000000000000000000000000000000000001,digits",
    "000000000000000000000000000000000000000000000000000000000000000\u0661,digits",
    "000000000000000000000000000000000000000000000000000000000000000\uff11,digits",
    "000000000000000000000000000000000000000000000000000000000000000\u0141,digits",
    "0x0x000000000000000000000000000000000000000000000000000000000000001,digits",
    "0000000000000000000000000000000000000000000000000000000000000000,number",
    N + ",number",
    "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364142,number",
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff,number"
  })
  void refusesWhatIsNoKey(String text, String why) {
    assertThatThrownBy(() -> PrivateKey.parse(text.toCharArray()))
        .hasMessageContaining(why)
        .hasMessageNotContaining("abcd")
        .hasNoCause()
        .extracting("code")
        .isEqualTo("bad-key");
    assertThatThrownBy(() -> PrivateKey.parse(Cases.utf8(text)))
        .extracting("code")
        .isEqualTo("bad-key");
  }

  @Test
  void takesTheFirstAndTheLastKey() {
    String first = "0".repeat(63) + "1";
    String last = N.substring(0, 63) + "0";
    for (String text : new String[] {first, last}) {
      try (PrivateKey key = PrivateKey.parse(text.toCharArray())) {
        assertThat(Cases.hex(key)).isEqualTo(text);
      }
    }
  }

  @Test
  void refusesBytesOfAnotherLength() {
    for (int length : new int[] {0, 31, 33}) {
      assertThatThrownBy(() -> PrivateKey.of(new byte[length]))
          .extracting("code")
          .isEqualTo("bad-key");
    }
  }

  @Test
  void leavesTheCallersCharactersAlone() {
    char[] text = Cases.KEY.toCharArray();
    PrivateKey.parse(text).close();
    assertThat(text).containsExactly(Cases.KEY.toCharArray());
  }

  @Test
  void showsNothingAndIsWipedOnClose() {
    PrivateKey key = Cases.key();
    assertThat(key.toString()).contains("redacted").doesNotContain("abcde");
    key.close();
    assertThatThrownBy(key::secret).extracting("code").isEqualTo("secret-closed");
    assertThat(key.address().toString()).startsWith("0x");
  }
}

package io.belay.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class TokenTextTest {
  private static JsonNode returned(String hex) {
    return JsonNodeFactory.instance.stringNode(hex);
  }

  private static JsonNode string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String padding = "0".repeat(2 * ((32 - bytes.length % 32) % 32));
    return returned(
        "0x%064x%064x%s%s".formatted(32, bytes.length, HexFormat.of().formatHex(bytes), padding));
  }

  @ParameterizedTest
  @CsvSource({
    "PUSD, PUSD",
    "USD₮0, USD₮0",
    "USDC.e, USDC.e",
    "'$ <b>x</b>', $bxb",
    "'a\u202Eb\nc', abc",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ, ABCDEFGHIJKL",
  })
  void aSymbolIsShortAndPlain(String said, String shown) {
    assertThat(TokenText.read(string(said))).contains(shown);
  }

  /// As MKR and other old tokens answer.
  @Test
  void thirtyTwoBytesAreATextToo() {
    assertThat(TokenText.read(returned("0x4d4b52" + "0".repeat(58)))).contains("MKR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x", "zz", "0x00", "0x4d4b52"})
  void whatIsNoTextIsNone(String returned) {
    assertThat(TokenText.read(returned(returned))).isEmpty();
  }

  @Test
  void aTextLongerThanItsBytesIsNone() {
    assertThat(TokenText.read(returned("0x%064x%064x%064x".formatted(32, 33, 1)))).isEmpty();
    assertThat(TokenText.read(returned("0x%064x%s%064x".formatted(32, "f".repeat(64), 1))))
        .isEmpty();
  }
}

package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

class QuantityTest {
  private static JsonNode text(String text) {
    return JsonNodeFactory.instance.stringNode(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0x0, 0",
    "0x1, 1",
    "0xff, 255",
    "0x00ff, 255",
    "0x7fffffffffffffff, 9223372036854775807"
  })
  void quantitiesAreRead(String quantity, long value) {
    assertThat(Quantity.of(text(quantity))).contains(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x", "12", "-0x1", "0x-1", "0xfg", "0X1", " 0x1", "0x1 ", "0x٣"})
  void whatIsNoQuantityIsEmptyAndNeverZero(String text) {
    assertThat(Quantity.of(text(text))).isEmpty();
    assertThat(Quantity.big(text(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "12", "1.5", "null", "true", "[]", "{}", "[\"0x1\"]"})
  void otherJsonIsEmptyAndNeverZero(String json) {
    JsonNode node = JsonMapper.shared().readTree(json);
    assertThat(Quantity.of(node)).isEmpty();
    assertThat(Quantity.big(node)).isEmpty();
  }

  @Test
  void whatIsMissingIsEmpty() {
    assertThat(Quantity.of(MissingNode.getInstance())).isEmpty();
  }

  @Test
  void whatDoesNotFitALongIsNotCutToOne() {
    assertThat(Quantity.of(text("0x8000000000000000"))).isEmpty();
    assertThat(Quantity.big(text("0x8000000000000000"))).contains(BigInteger.TWO.pow(63));
  }

  @Test
  void moreThan256BitsAreRefused() {
    assertThat(Quantity.big(text("0x" + "f".repeat(64))))
        .contains(BigInteger.TWO.pow(256).subtract(BigInteger.ONE));
    assertThat(Quantity.big(text("0x1" + "0".repeat(64)))).isEmpty();
  }
}

package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class NodeErrorsTest {
  private final NodeErrors errors = NodeErrors.load();

  private static ObjectNode error(long code, String message) {
    return JsonMapper.shared().createObjectNode().put("code", code).put("message", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-32000 | already known | ALREADY_KNOWN",
        "-32000 | nonce too low: next nonce 8, tx nonce 7 | NONCE_TOO_LOW",
        "-32000 | replacement transaction underpriced | REPLACEMENT_UNDERPRICED",
        "-32000 | insufficient funds for gas * price + value: balance 0 | INSUFFICIENT_FUNDS",
        "-32000 | intrinsic gas too low: gas 1, minimum needed 21000 | GAS_TOO_LOW",
        "-32602 | invalid argument 2: json: cannot unmarshal object into Go value | INVALID_PARAMS",
        "-32000 | invalid sender | INVALID_TX",
        "3 | execution reverted | EXECUTION_REVERTED",
        "429 | anything | RATE_LIMITED",
        "-32601 | no rule knows these words | METHOD_UNSUPPORTED",
        "0 | no rule knows these words | UNKNOWN"
      })
  void wordsDecideBeforeCodes(long code, String message, NodeError.Kind kind) {
    assertThat(errors.classify(error(code, message)).kind()).isEqualTo(kind);
  }

  @Test
  void aCodeBeyondAnIntIsNotCutToAnotherCode() {
    assertThat(errors.classify(error((1L << 32) + 3, "no rule knows these words")).kind())
        .isEqualTo(NodeError.Kind.UNKNOWN);
  }

  @Test
  void aCodeBeyondALongIsNoCode() {
    ObjectNode error = error(0, "no rule knows these words");
    error.put("code", new java.math.BigInteger("9".repeat(30)));
    assertThat(errors.classify(error).kind()).isEqualTo(NodeError.Kind.UNKNOWN);
  }

  @Test
  void aBareTextIsClassifiedToo() {
    assertThat(errors.classify(JsonMapper.shared().valueToTree("already known")).kind())
        .isEqualTo(NodeError.Kind.ALREADY_KNOWN);
  }

  @Test
  void hostileWordsAreOneBoundedPrintableLine() {
    String hostile = "send\nyour\u202ewords" + "!".repeat(5_000);

    assertThat(errors.classify(error(0, hostile)).quote())
        .hasSizeLessThanOrEqualTo(200)
        .startsWith("send your words");
  }
}

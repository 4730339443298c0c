package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belay.base.WalletException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonRpcTest {
  private final JsonRpc json = new JsonRpc();
  private final JsonRpc.Request one = json.request(List.of(json.call("eth_chainId")));
  private final JsonRpc.Request two =
      json.request(List.of(json.call("eth_chainId"), json.call("eth_gasPrice")));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String refusal(JsonRpc.Request request, String body) {
    WalletException refusal =
        catchThrowableOfType(WalletException.class, () -> json.answers(request, bytes(body)));
    assertThat(refusal).as(body).isNotNull();
    return refusal.code();
  }

  @Test
  void oneCallIsOneObjectAndSeveralAreAList() {
    JsonNode single = JsonMapper.shared().readTree(one.body());
    JsonNode batch = JsonMapper.shared().readTree(two.body());

    assertThat(single.path("jsonrpc").asString()).isEqualTo("2.0");
    assertThat(single.path("method").asString()).isEqualTo("eth_chainId");
    assertThat(single.path("params").isArray()).isTrue();
    assertThat(batch.isArray()).isTrue();
    assertThat(batch.path(1).path("method").asString()).isEqualTo("eth_gasPrice");
  }

  @Test
  void noTwoCallsShareAnId() {
    assertThat(List.of(one.ids().get(0), two.ids().get(0), two.ids().get(1)))
        .doesNotHaveDuplicates();
  }

  @Test
  void parametersMayBeTextsBooleansWholeNumbersNodesAndLists() {
    assertThat(
            json.call("m", "0x1", false, List.of(10, 50L, List.of()), json.object().put("a", 1))
                .params())
        .hasToString("[\"0x1\",false,[10,50,[]],{\"a\":1}]");
  }

  @Test
  void whatIsNoParameterIsRefusedRatherThanGuessed() {
    assertThatThrownBy(() -> json.call("m", List.of(new StringBuilder("0x1"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBatchIsReadInTheOrderAskedWhateverTheOrderAnswered() {
    String body =
        "[{\"id\":%d,\"result\":\"second\"},{\"id\":%d,\"result\":\"first\"}]"
            .formatted(two.ids().get(1), two.ids().get(0));
    assertThat(json.answers(two, bytes(body)))
        .extracting(answer -> answer.path("result").asString())
        .containsExactly("first", "second");
  }

  @Test
  void anAnswerUnderAnotherIdIsNoAnswer() {
    assertThat(refusal(one, "{\"id\":99,\"result\":\"0x1\"}")).isEqualTo("wrong-id");
    assertThat(refusal(two, "[{\"id\":%d,\"result\":\"0x1\"}]".formatted(two.ids().get(0))))
        .isEqualTo("wrong-id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"%d\"", "%d.5", "1e400", "1000000000000000000000", "null", "true", "{}"})
  void anIdIsTheSameNumberOrWrong(String id) {
    String sent = id.formatted(one.ids().getFirst());
    assertThat(refusal(one, "{\"id\":" + sent + ",\"result\":\"0x1\"}")).isEqualTo("wrong-id");
  }

  @Test
  void anErrorWithoutAnIdStandsForTheRequest() {
    String body = "{\"error\":{\"code\":-32005,\"message\":\"slow down\"}}";
    assertThat(json.answers(one, bytes(body))).hasSize(1);
    assertThat(json.answers(two, bytes(body)))
        .hasSize(2)
        .allMatch(answer -> answer.path("error").path("code").asInt() == -32005);
  }

  @Test
  void aBatchAnsweredByOneResultIsRefused() {
    assertThat(refusal(two, "{\"id\":%d,\"result\":\"0x1\"}".formatted(two.ids().get(0))))
        .isEqualTo("bad-json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{", "{\"id\":", "{'id':1}", "{\"id\":1} trailing", "\u0000"})
  void whatIsNotJsonIsRefused(String body) {
    assertThat(refusal(one, body)).isEqualTo("bad-json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "1", "\"text\"", "[]", "[[]]"})
  void jsonThatIsNoAnswerIsRefused(String body) {
    assertThat(refusal(one, body)).isIn("bad-json", "wrong-id");
  }

  @Test
  void aMemberThatAppearsTwiceIsRefused() {
    String body =
        "{\"id\":%d,\"result\":\"0x1\",\"result\":\"0x2\"}".formatted(one.ids().getFirst());
    assertThat(refusal(one, body)).isEqualTo("bad-json");
  }

  @Test
  void sixtyFourLevelsAreReadAndMoreAreRefused() {
    long id = one.ids().getFirst();
    assertThat(json.answers(one, bytes(nested(id, 63)))).hasSize(1);
    assertThat(refusal(one, nested(id, 64))).isEqualTo("bad-json");
    assertThat(refusal(one, nested(id, 100_000))).isEqualTo("bad-json");
  }

  private static String nested(long id, int levels) {
    return "{\"id\":%d,\"result\":%s%s}".formatted(id, "[".repeat(levels), "]".repeat(levels));
  }

  @Test
  void numbersWithoutEndAreRefused() {
    assertThat(refusal(one, "{\"id\":" + "1".repeat(1_000) + "}")).isEqualTo("bad-json");
  }

  @Test
  void noiseNeverEscapesAsAnythingButARefusal() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] noise = new byte[random.nextInt(64)];
      random.nextBytes(noise);
      WalletException refusal =
          catchThrowableOfType(WalletException.class, () -> json.answers(one, noise));
      assertThat(refusal).isNotNull();
    }
  }
}

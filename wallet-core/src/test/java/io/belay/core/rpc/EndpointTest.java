package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndpointTest extends NetworkInHand {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final List<String> asked = new ArrayList<>();

  private Endpoint answering(int status, String body) {
    return network.endpoint(
        "a",
        (request, timeout) -> {
          asked.add(new String(request, StandardCharsets.UTF_8));
          return new Reply(status, Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
        });
  }

  private static String outcome(Endpoint endpoint) throws InterruptedException {
    JsonRpc json = endpoint.json();
    try {
      return endpoint
          .batch(List.of(json.call("eth_chainId"), json.call("eth_blockNumber")), SOON)
          .toString();
    } catch (RpcException e) {
      return e.code();
    }
  }

  @Test
  void aBatchThatIsOneRequestTooManyIsNotAskedAgainInPieces() throws InterruptedException {
    Endpoint endpoint = answering(429, "{\"error\":\"too many requests\"}");
    assertThat(outcome(endpoint)).contains("RATE_LIMITED");
    assertThat(asked).hasSize(1);
    assertThat(endpoint.learned().takesBatches()).isTrue();
    assertThat(endpoint.health().isRefusing()).isTrue();
  }

  @Test
  void aLimitToldInsideTheBodyIsOneToo() throws InterruptedException {
    Endpoint endpoint =
        answering(200, "{\"id\":null,\"error\":{\"code\":-32005,\"message\":\"rate limit\"}}");
    outcome(endpoint);
    assertThat(asked).hasSize(1);
    assertThat(endpoint.learned().takesBatches()).isTrue();
  }

  @Test
  void whoRefusesBatchesIsAskedOneByOneFromThenOn() throws InterruptedException {
    Endpoint endpoint =
        answering(200, "{\"id\":null,\"error\":{\"code\":-32600,\"message\":\"no batches\"}}");
    outcome(endpoint);
    assertThat(asked).hasSize(3);
    assertThat(endpoint.learned().takesBatches()).isFalse();
    outcome(endpoint);
    assertThat(asked).hasSize(5);
  }
}

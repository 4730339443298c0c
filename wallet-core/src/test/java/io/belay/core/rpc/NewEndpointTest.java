package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.ChainId;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.store.EndpointRow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewEndpointTest {
  private static final ChainId ETHEREUM = ChainId.of(1);

  private static EndpointRow row(String url, Optional<String> operator) {
    return new NewEndpoint(url, operator, true).row(ETHEREUM, List.of());
  }

  @Test
  void isNamedByItsHostAndKeepsWhatWasSaid() {
    EndpointRow row = row("https://node.example.org/v1/some-key", Optional.of(" Ana "));
    assertThat(row)
        .isEqualTo(
            new EndpointRow(
                1, "node.example.org", "https://node.example.org/v1/some-key", "Ana", true, ""));
    assertThat(row("ipc:/run/geth.ipc", Optional.empty()).id()).isEqualTo("geth.ipc");
  }

  @ParameterizedTest
  @CsvSource({
    "node, , bad-endpoint-url",
    "http://node.example.org, , plain-http",
    "https://node.example.org, ---, bad-name",
    "https://node.example.org, '', bad-name"
  })
  void refusesWhatCannotBeUsed(String url, String operator, String code) {
    assertThatThrownBy(() -> row(url, Optional.ofNullable(operator)))
        .hasFieldOrPropertyWithValue("code", code);
  }

  @Test
  void oneThatIsThereAlreadyIsRefused() {
    List<EndpointConfig> present =
        EndpointConfig.of(ChainRegistry.load(Duration.ofSeconds(4)).find("1"));
    String url = present.getFirst().url().toString();
    assertThatThrownBy(() -> new NewEndpoint(url, Optional.empty(), false).row(ETHEREUM, present))
        .hasFieldOrPropertyWithValue("code", "endpoint-exists");
  }

  @Test
  void itsTextHoldsNoKey() {
    NewEndpoint typed = new NewEndpoint("https://a.example/key", Optional.of("Ana"), false);
    assertThat(typed.toString()).doesNotContain("key");
  }
}

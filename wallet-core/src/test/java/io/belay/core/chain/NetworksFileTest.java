package io.belay.core.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class NetworksFileTest {
  private final List<KnownNetwork> networks = ChainRegistry.load(Duration.ofSeconds(4)).networks();

  @Test
  void allNineteenRealNetworksAreThereWithTheirNotice() {
    assertThat(networks).hasSize(20);
    assertThat(networks.getFirst().chain().practice()).isTrue();
    assertThat(networks.stream().map(n -> n.chain().id().value()))
        .doesNotHaveDuplicates()
        .contains(1L, 10L, 56L, 100L, 137L, 324L, 8453L, 42161L, 43114L, 59144L, 534352L);
    assertThat(NetworksFileTest.class.getResource("NOTICE.txt")).isNotNull();
  }

  @Test
  void everyRealNetworkHasSeveralOperatorsOverTlsAndWithoutKeys() {
    for (KnownNetwork network : networks.subList(1, networks.size())) {
      String name = network.chain().name();
      assertThat(network.endpoints()).as(name).allMatch(e -> e.url().getScheme().equals("https"));
      assertThat(network.endpoints())
          .as(name)
          .allMatch(e -> e.url().getQuery() == null && e.url().getUserInfo() == null);
      assertThat(network.endpoints().stream().map(KnownEndpoint::operator).distinct())
          .as(name)
          .hasSizeGreaterThanOrEqualTo(3);
      assertThat(network.chain().blockTime()).as(name).isPositive();
      assertThat(network.chain().currency().decimals()).as(name).isEqualTo(18);
    }
  }

  @Test
  void theFileIsTheOneThatWasCollected() throws IOException {
    Path collected =
        Path.of(System.getProperty("belay.vectors", "absent")).resolve("../data/networks.json");
    if (!Files.exists(collected)) {
      System.out.println("skipped: no networks.json at " + collected);
      Assumptions.abort("no collected file");
    }
    try (var in = ChainRegistry.class.getResourceAsStream("networks.json")) {
      assertThat(in).isNotNull();
      assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(collected));
    }
  }
}

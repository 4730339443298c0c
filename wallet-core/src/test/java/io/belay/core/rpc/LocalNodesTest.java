package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.ChainId;
import io.belay.core.rpc.LocalNodes.Answer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalNodesTest {
  private static final URI HERE = URI.create("http://127.0.0.1:8545/");
  private static final URI OTHER = URI.create("http://127.0.0.1:8546/");
  private static final ChainId SEVEN = ChainId.of(7);

  @TempDir Path home;
  private final Map<URI, ScriptedTransport> nodes = new ConcurrentHashMap<>();
  private final Map<URI, Answer> told = new ConcurrentHashMap<>();
  private final LocalNodes search =
      new LocalNodes(
          new EndpointProbe(NodeErrors.load(), new FakeClock(), Duration.ofSeconds(2)),
          config -> way(config.url()));

  private ScriptedTransport way(URI place) {
    return nodes.computeIfAbsent(
        place, p -> new ScriptedTransport().breaks(TransportException.Reason.REFUSED));
  }

  private Answer at(URI place) {
    return Optional.ofNullable(told.get(place)).orElseThrow();
  }

  private void look(URI... places) throws InterruptedException {
    search.look(SEVEN, List.of(places), answer -> told.put(answer.url(), answer));
  }

  @Test
  void onlyThisComputerIsLookedAt() {
    assertThat(LocalNodes.places(home))
        .hasSizeGreaterThan(6)
        .doesNotHaveDuplicates()
        .allMatch(p -> "127.0.0.1".equals(p.getHost()) || EndpointUrl.isSocket(p))
        .contains(HERE, URI.create("ipc:" + home.resolve(".ethereum/geth.ipc")));
  }

  @Test
  void aHomeTooDeepForASocketIsLeftOut() {
    assertThat(LocalNodes.places(home.resolve("d".repeat(120))))
        .contains(HERE)
        .noneMatch(place -> place.toString().contains("ddd"));
  }

  @Test
  void aNodeOfAnotherNetworkIsThereAndNotFound() throws InterruptedException {
    nodes.put(HERE, new ScriptedTransport().says("eth_chainId", "0x64"));
    look(HERE, OTHER);
    assertThat(at(HERE).isThere()).isTrue();
    assertThat(at(HERE).isFound()).isFalse();
    assertThat(at(HERE).report().flatMap(r -> r.trouble())).contains("wrong-chain");
    assertThat(at(OTHER).isThere()).isFalse();
  }

  @Test
  void aSocketThatIsNotThereIsNotAsked() throws InterruptedException {
    URI socket = EndpointUrl.parse("ipc:" + home.resolve("geth.ipc"));
    look(socket);
    assertThat(at(socket).report()).isEmpty();
    assertThat(nodes).isEmpty();
  }

  @Test
  void aSocketThatIsThereIsAsked() throws Exception {
    Path file = Files.createFile(home.resolve("geth.ipc"));
    URI socket = EndpointUrl.parse("ipc:" + file);
    look(socket);
    assertThat(at(socket).report()).isPresent();
    assertThat(at(socket).isThere()).isFalse();
  }
}
